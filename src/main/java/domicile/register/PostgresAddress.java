package domicile.register;

import domicile.problem.ProblemException;
import domicile.problem.SafeText;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.postgresql.PGProperty;
import org.postgresql.ssl.DefaultJavaSSLFactory;

/**
 * The address of a register on a PostgreSQL server, as its driver reads it: with what a service file and a password
 * file say. A line to another machine is encrypted and its certificate checked, unless the address says otherwise. What
 * it shows of itself holds no password.
 */
final class PostgresAddress {
    static final String PREFIX = "jdbc:postgresql:";
    /** Around an address that was pasted or that a shell has left its quotes; none of it begins a path. */
    private static final String BEFORE = "[\\s\\p{Z}\\p{Cc}\\p{Cf}\"'<]*";

    private static final Pattern URL = Pattern.compile(
            BEFORE + "(jdbc(?::[a-z0-9]+(?=:))?|postgres(?:ql)?|file|[a-z][a-z0-9+.-]+(?=://)):.*", flags());
    private static final Pattern POSTGRES =
            Pattern.compile("[\\s\\p{Z}]*" + PREFIX + "(?<server>[^?]*?)(?:\\?(?<query>.*?))?[\\s\\p{Z}]*", flags());

    private static final String HOST = "(?:\\[[\\p{XDigit}:.%\\w-]+]|[\\p{L}\\p{N}._-]*)(?::[0-9]{1,5})?";
    /**
     * A password that holds one of the signs that part an address is not guessed at: it would be shown as a host or a
     * database.
     */
    private static final Pattern SERVER = Pattern.compile("(?://(?:(?<user>[^/:@]*)(?::(?<password>[^/@]*))?@)?(?<host>"
            + HOST + "(?:," + HOST + ")*/[^/@]*))|//|(?<database>[^/:@]*)");

    /** What stands before an address's parameters. */
    private static final Set<String> PLACE =
            Set.of(PGProperty.PG_HOST.getName(), PGProperty.PG_PORT.getName(), PGProperty.PG_DBNAME.getName());

    private static final Pattern SERVICE = Pattern.compile("(?:^|&)service=");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]{1,40}");
    /** Names and numbers of this machine, which no line leaves. */
    private static final Pattern HERE =
            Pattern.compile("|localhost|127(?:\\.[0-9]{1,3}){3}|\\[(?:0*:)*:?0*1]", flags());
    /** As libpq has it: the authorities that are trusted without a file of one's own. */
    private static final String SYSTEM = "system";

    private final Properties properties;
    private final boolean encryptedByDefault;
    private final List<Pattern> secrets;

    private PostgresAddress(Properties properties, boolean encryptedByDefault) {
        this.properties = properties;
        this.encryptedByDefault = encryptedByDefault;
        this.secrets = Arrays.stream(PGProperty.values())
                .filter(PostgresParameters::secret)
                .flatMap(p -> value(properties, p).stream())
                .filter(secret -> !secret.isEmpty())
                .map(PostgresAddress::inEverySpelling)
                .toList();
    }

    private static int flags() {
        return Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
    }

    /**
     * Whether a location is a URL of any kind and so no path. A path that begins like one is written with {@code ./}
     * before it.
     */
    static boolean isUrl(String location) {
        return URL.matcher(location).matches();
    }

    /**
     * Reads an address; in it stands the password, if any, as {@code //user:password@host} or as a parameter.
     *
     * @param location a URL, see {@link #isUrl}
     * @throws ProblemException when it is the URL of something else, cannot be read or has a parameter that is not
     *     taken
     */
    static PostgresAddress parse(String location) {
        Matcher postgres = POSTGRES.matcher(location);
        if (!postgres.matches()) {
            throw RegisterProblem.ONLY_POSTGRES.at(scheme(location));
        }
        Matcher server = SERVER.matcher(postgres.group("server"));
        String query = Optional.ofNullable(postgres.group("query")).orElse("");
        if (!server.matches()) {
            throw unreadable();
        }
        Properties login = new Properties(loginOfTheSystem());
        login(server, "user").filter(user -> !user.isEmpty()).ifPresent(user -> PGProperty.USER.set(login, user));
        login(server, "password").ifPresent(password -> PGProperty.PASSWORD.set(login, password));
        check(query, login);
        String host = Optional.ofNullable(server.group("host"))
                .map(h -> "//" + h)
                .orElse(Optional.ofNullable(server.group("database"))
                        .filter(database -> !database.isEmpty())
                        .orElse("//"));
        Properties read = QuietDriver.read(PREFIX + host + "?" + query, login)
                .orElseThrow(() -> SERVICE.matcher(query).find()
                        ? RegisterProblem.NO_SERVICE.at("jdbc:postgresql")
                        : unreadable());
        PostgresParameters.check(read);
        boolean silent = !here(read)
                && value(read, PGProperty.SSL_MODE).isEmpty()
                && value(read, PGProperty.GSS_ENC_MODE)
                        .filter("require"::equals)
                        .isEmpty();
        if (silent) {
            PGProperty.SSL_MODE.set(read, "verify-full");
        }
        return new PostgresAddress(read, silent);
    }

    /** Whether every server that the address names is this machine by its name: what a name leads to is not asked. */
    private static boolean here(Properties read) {
        return Stream.of(value(read, PGProperty.PG_HOST).orElse("").split(",", -1))
                .allMatch(host -> HERE.matcher(host).matches());
    }

    static ProblemException unreadable() {
        return RegisterProblem.ADDRESS_UNREADABLE.at("jdbc:postgresql");
    }

    /** What kind of URL it is, and nothing else of it. */
    private static String scheme(String location) {
        Matcher url = URL.matcher(location);
        return url.matches() ? url.group(1).toLowerCase(Locale.ROOT) : "";
    }

    /** The driver's own default, which it adds only when it connects. */
    private static Properties loginOfTheSystem() {
        Properties defaults = new Properties();
        PGProperty.USER.set(defaults, System.getProperty("user.name", ""));
        return defaults;
    }

    private static Optional<String> login(Matcher server, String part) {
        try {
            // before the host a plus is a plus; among the parameters the driver reads it as a blank
            return Optional.ofNullable(server.group(part))
                    .map(text -> URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static void check(String query, Properties login) {
        TreeSet<String> seen = new TreeSet<>();
        login.keySet().forEach(name -> seen.add(String.valueOf(name)));
        List<String> tokens = List.of(query.split("&", -1));
        for (int i = 0; i < tokens.size(); i++) {
            String name = name(tokens.get(i));
            if (tokens.get(i).isEmpty()) {
                continue;
            }
            if (!PostgresParameters.taken(name)) {
                throw RegisterProblem.ADDRESS_PARAMETER.at(
                        "jdbc:postgresql", shown(tokens, i), PostgresParameters.taken());
            }
            if (!seen.add(name)) {
                throw RegisterProblem.ADDRESS_TWICE.at("jdbc:postgresql", name);
            }
        }
    }

    private static String name(String token) {
        return token.split("=", 2)[0];
    }

    /** A parameter by its name; by its number when the name may be a piece of a password with an {@code &} in it. */
    private static String shown(List<String> tokens, int at) {
        String token = tokens.get(at);
        boolean known =
                Arrays.stream(PGProperty.values()).anyMatch(p -> p.getName().equalsIgnoreCase(name(token)));
        boolean inPassword = tokens.subList(0, at).stream()
                        .map(PostgresAddress::name)
                        .map(PGProperty::forName)
                        .anyMatch(p -> p != null && PostgresParameters.secret(p))
                || tokens.subList(at, tokens.size()).stream().anyMatch(t -> t.contains("@"));
        boolean plain = token.contains("=") && NAME.matcher(name(token)).matches();
        return known || (plain && !inPassword) ? name(token) : "#" + (at + 1);
    }

    private static Optional<String> value(Properties properties, PGProperty property) {
        return Optional.ofNullable(property.getOrNull(properties));
    }

    /** What the address says of a property, or the driver by default; it may be a password. */
    Optional<String> value(PGProperty property) {
        return value(properties, property);
    }

    /** Whether it says a password. */
    boolean hasPassword() {
        return value(PGProperty.PASSWORD).filter(p -> !p.isEmpty()).isPresent();
    }

    /** Whether its line is encrypted since the server is not this machine, and not because the address says so. */
    boolean encryptedByDefault() {
        return encryptedByDefault;
    }

    /** The same with a password that a person has just typed. */
    PostgresAddress with(String password) {
        Properties typed = new Properties(properties);
        PGProperty.PASSWORD.set(typed, password);
        return new PostgresAddress(typed, encryptedByDefault);
    }

    /** What the address says counts. */
    void patient(int seconds) {
        properties.putIfAbsent(PGProperty.LOGIN_TIMEOUT.getName(), String.valueOf(seconds));
    }

    /** All of it, in the driver's words. */
    Properties forDriver() {
        Properties all = new Properties(properties);
        if (value(PGProperty.SSL_ROOT_CERT).filter(SYSTEM::equals).isPresent()) {
            PGProperty.SSL_FACTORY.set(all, DefaultJavaSSLFactory.class.getName());
        }
        return all;
    }

    @Override
    public String toString() {
        return shown();
    }

    /** The address without user, password and parameters, for messages. */
    String shown() {
        List<String> hosts = List.of(value(PGProperty.PG_HOST).orElse("").split(",", -1));
        List<String> ports = List.of(value(PGProperty.PG_PORT).orElse("").split(",", -1));
        String servers = IntStream.range(0, hosts.size())
                .mapToObj(i -> (hosts.get(i).isEmpty() ? "localhost" : hosts.get(i)) + ":" + ports.get(i))
                .collect(Collectors.joining(","));
        return PREFIX + "//" + servers + "/"
                + SafeText.shown(value(PGProperty.PG_DBNAME).orElse(""));
    }

    /** The address by which it is reached again by whoever may: all of it but its secrets. */
    String withoutSecrets() {
        String parameters = properties.stringPropertyNames().stream()
                .sorted()
                .filter(name -> PostgresParameters.taken(name)
                        && !PLACE.contains(name)
                        && !PostgresParameters.secret(Objects.requireNonNull(PGProperty.forName(name)))
                        && !holdsSecret(properties.getProperty(name)))
                .map(name -> name + "=" + URLEncoder.encode(properties.getProperty(name), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return shown() + (parameters.isEmpty() ? "" : "?" + parameters);
    }

    /**
     * A text that may be shown: this one, or nothing of it when a password stands in it, in any spelling. Not a gap in
     * its place: in a sentence that everyone knows a gap tells what stood there.
     */
    String without(String text) {
        return holdsSecret(text) ? "***" : text;
    }

    /** Whether a password stands in it, in any spelling. */
    boolean holdsSecret(String text) {
        return secrets.stream().anyMatch(secret -> secret.matcher(text).find());
    }

    /** A secret with any of its characters as they are, or percent-encoded. */
    private static Pattern inEverySpelling(String secret) {
        String spelt = secret.codePoints()
                .mapToObj(Character::toString)
                .map(c -> {
                    byte[] bytes = c.getBytes(StandardCharsets.UTF_8);
                    String encoded = IntStream.range(0, bytes.length)
                            .mapToObj(i -> "%" + HexFormat.of().toHexDigits(bytes[i]))
                            .collect(Collectors.joining());
                    return "(?:" + Pattern.quote(c) + "|(?i:" + encoded + ")" + (c.equals(" ") ? "|\\+" : "") + ")";
                })
                .collect(Collectors.joining());
        return Pattern.compile(spelt);
    }
}
