package domicile.register;

import com.zaxxer.hikari.HikariDataSource;
import domicile.json.JsonProblem;
import domicile.problem.ProblemException;
import domicile.problem.SafeText;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * The address of a register on a PostgreSQL server, as its driver reads it. Only parameters that are known to do no
 * harm are taken, and what it shows of itself holds no password.
 */
final class PostgresAddress {
    private static final String PREFIX = "jdbc:postgresql:";
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

    private static final Pattern NAME = Pattern.compile("[A-Za-z_]{1,40}");
    /** Seconds, which the driver takes as milliseconds. */
    private static final int MOST = Integer.MAX_VALUE / 1000;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Properties properties;
    private final List<Pattern> secrets;

    private PostgresAddress(Properties properties) {
        this.properties = properties;
        this.secrets = Arrays.stream(PGProperty.values())
                .filter(p -> kind(p) == Kind.SECRET)
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
                .orElse(Optional.ofNullable(server.group("database")).orElse("//"));
        Properties read = Quiet.read(PREFIX + host + "?" + query, login).orElseThrow(PostgresAddress::unreadable);
        check(read);
        return new PostgresAddress(read);
    }

    private static ProblemException unreadable() {
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
            if (!taken(name)) {
                throw RegisterProblem.ADDRESS_PARAMETER.at("jdbc:postgresql", shown(tokens, i), taken());
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
                        .anyMatch(p -> p != null && kind(p) == Kind.SECRET)
                || tokens.subList(at, tokens.size()).stream().anyMatch(t -> t.contains("@"));
        boolean plain = token.contains("=") && NAME.matcher(name(token)).matches();
        return known || (plain && !inPassword) ? name(token) : "#" + (at + 1);
    }

    private static boolean taken(String name) {
        return Optional.ofNullable(PGProperty.forName(name)).stream()
                .map(PostgresAddress::kind)
                .anyMatch(kind -> kind != Kind.REFUSED && kind != Kind.PLACE);
    }

    private static String taken() {
        return Arrays.stream(PGProperty.values())
                .map(PGProperty::getName)
                .filter(PostgresAddress::taken)
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .collect(Collectors.joining(", "));
    }

    /** What the driver would say of a wrong value holds the value. */
    private static void check(Properties read) {
        for (PGProperty property : PGProperty.values()) {
            value(read, property).ifPresent(value -> {
                if (value.indexOf('\0') >= 0) {
                    throw unreadable();
                }
                switch (kind(property)) {
                    case NUMBER -> number(property, value);
                    case SWITCH -> oneOf(property, value, "true", "false");
                    case CHOICE -> oneOf(property, value, choices(property));
                    case TEXT, SECRET, PLACE -> {}
                    case REFUSED -> throw new IllegalStateException(property + " is not taken");
                }
            });
        }
    }

    private static void number(PGProperty property, String value) {
        if (!value.matches("[0-9]{1,7}") || Integer.parseInt(value) > MOST) {
            throw JsonProblem.OUT_OF_RANGE.at("jdbc:postgresql", property.getName(), 0, String.valueOf(MOST));
        }
    }

    private static void oneOf(PGProperty property, String value, String... choices) {
        boolean bare = property == PGProperty.SSL && value.isEmpty();
        if (!bare && Arrays.stream(choices).noneMatch(value::equalsIgnoreCase)) {
            throw RegisterProblem.ADDRESS_VALUE.at("jdbc:postgresql", property.getName(), String.join(", ", choices));
        }
    }

    private static String[] choices(PGProperty property) {
        return Optional.ofNullable(property.getChoices()).orElseGet(() -> new String[0]);
    }

    private static Optional<String> value(Properties properties, PGProperty property) {
        return Optional.ofNullable(property.getOrNull(properties));
    }

    /** What the address says of a property, or the driver by default; it may be a password. */
    Optional<String> value(PGProperty property) {
        return value(properties, property);
    }

    private enum Kind {
        TEXT,
        SECRET,
        NUMBER,
        SWITCH,
        CHOICE,
        /** The driver's name for a part of the address; as a parameter it would contradict the address. */
        PLACE,
        REFUSED
    }

    /**
     * What is done with each parameter that the driver knows. Taken is what a login, an encrypted line, a failover or a
     * pooler on the way needs; what makes the driver load a class, read other settings or talk another protocol is
     * refused, and what has no use here.
     */
    @SuppressWarnings("deprecation")
    private static Kind kind(PGProperty property) {
        return switch (property) {
            case USER, APPLICATION_NAME, CURRENT_SCHEMA, OPTIONS, REQUIRE_AUTH -> Kind.TEXT;
            case SSL_ROOT_CERT, SSL_CERT, SSL_KEY, PEM_KEY_ALGORITHM -> Kind.TEXT;
            case PASSWORD, SSL_PASSWORD -> Kind.SECRET;
            case CONNECT_TIMEOUT, SOCKET_TIMEOUT, LOGIN_TIMEOUT, PREPARE_THRESHOLD -> Kind.NUMBER;
            case SSL, TCP_KEEP_ALIVE, LOAD_BALANCE_HOSTS -> Kind.SWITCH;
            case SSL_MODE, SSL_NEGOTIATION, CHANNEL_BINDING, GSS_ENC_MODE, TARGET_SERVER_TYPE, PREFER_QUERY_MODE ->
                Kind.CHOICE;
            case PG_HOST, PG_PORT, PG_DBNAME -> Kind.PLACE;
            // load classes
            case AUTHENTICATION_PLUGIN_CLASS_NAME,
                    CLASS_LOADER_STRATEGY,
                    CONNECT_EXECUTOR,
                    CONNECT_EXECUTOR_ARG,
                    SOCKET_FACTORY,
                    SOCKET_FACTORY_ARG,
                    SSL_FACTORY,
                    SSL_FACTORY_ARG,
                    SSL_HOSTNAME_VERIFIER,
                    SSL_PASSWORD_CALLBACK,
                    XML_FACTORY_FACTORY -> Kind.REFUSED;
            // write files or logs
            case LOGGER_FILE, LOGGER_LEVEL, LOG_UNCLOSED_CONNECTIONS, LOG_SERVER_ERROR_DETAIL -> Kind.REFUSED;
            // read settings of the system, which may name all of these
            case SERVICE,
                    JAAS_APPLICATION_NAME,
                    JAAS_LOGIN,
                    KERBEROS_SERVER_NAME,
                    GSS_LIB,
                    GSS_USE_DEFAULT_CREDS,
                    SSPI_SERVICE_CLASS,
                    USE_SPNEGO -> Kind.REFUSED;
            // of no use here, or they change what statements mean and give
            case ADAPTIVE_FETCH,
                    ADAPTIVE_FETCH_MAXIMUM,
                    ADAPTIVE_FETCH_MINIMUM,
                    ALLOW_ENCODING_CHANGES,
                    ASSUME_MIN_SERVER_VERSION,
                    AUTOSAVE,
                    BINARY_TRANSFER,
                    BINARY_TRANSFER_DISABLE,
                    BINARY_TRANSFER_ENABLE,
                    CANCEL_SIGNAL_TIMEOUT,
                    CLEANUP_SAVEPOINTS,
                    CONVERT_BOOLEAN_TO_NUMERIC,
                    DATABASE_METADATA_CACHE_FIELDS,
                    DATABASE_METADATA_CACHE_FIELDS_MIB,
                    DEFAULT_ROW_FETCH_SIZE,
                    DISABLE_COLUMN_SANITISER,
                    ESCAPE_SYNTAX_CALL_MODE,
                    FLUSH_CACHE_ON_DDL,
                    GROUP_STARTUP_PARAMETERS,
                    GSS_RESPONSE_TIMEOUT,
                    HIDE_UNPRIVILEGED_OBJECTS,
                    HOST_RECHECK_SECONDS,
                    LOCAL_SOCKET_ADDRESS,
                    MAX_RESULT_BUFFER,
                    MAX_SEND_BUFFER_SIZE,
                    PREPARED_STATEMENT_CACHE_QUERIES,
                    PREPARED_STATEMENT_CACHE_SIZE_MIB,
                    PROTOCOL_VERSION,
                    QUERY_TIMEOUT,
                    QUOTE_RETURNING_IDENTIFIERS,
                    READ_ONLY,
                    READ_ONLY_MODE,
                    RECEIVE_BUFFER_SIZE,
                    REPLICATION,
                    REWRITE_BATCHED_INSERTS,
                    REWRITE_BATCHED_INSERTS_SIZE,
                    SCRAM_MAX_ITERATIONS,
                    SEND_BUFFER_SIZE,
                    SSL_RESPONSE_TIMEOUT,
                    STRING_TYPE,
                    TCP_NO_DELAY,
                    UNKNOWN_LENGTH -> Kind.REFUSED;
        };
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

    /**
     * A text that may be shown: this one, or nothing of it when a password stands in it, in any spelling. Not a gap in
     * its place: in a sentence that everyone knows a gap tells what stood there.
     */
    String without(String text) {
        return holdsSecret(text) ? "***" : text;
    }

    private boolean holdsSecret(String text) {
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

    /** The server through a small pool, which says what is wrong at the first try. */
    HikariDataSource pool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(source());
        pool.setMaximumPoolSize(4);
        pool.setInitializationFailTimeout(1);
        pool.setConnectionTimeout(patience().toMillis());
        return pool;
    }

    /** Who has asked for more time to connect gets it. */
    private Duration patience() {
        return Stream.of(PGProperty.LOGIN_TIMEOUT, PGProperty.CONNECT_TIMEOUT)
                .flatMap(p -> value(p).stream())
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .reduce(PATIENCE, (a, b) -> a.compareTo(b) > 0 ? a : b);
    }

    /** Connections to the server, from properties alone: no URL is made that could be read as anything else. */
    DataSource source() {
        return new Source();
    }

    @Override
    public String toString() {
        return shown();
    }

    private Connection connect() throws SQLException {
        try {
            return Quiet.connect(properties);
        } catch (SQLException e) {
            SQLException clean = clean(e);
            throw Unanswered.of(shown(), told(), clean)
                    .map(refused -> new SQLException(refused.getMessage(), clean.getSQLState(), refused))
                    .orElse(clean);
        }
    }

    private boolean told() {
        return value(PGProperty.PASSWORD).filter(p -> !p.isEmpty()).isPresent()
                || value(PGProperty.SSL_MODE).isPresent()
                || value(PGProperty.SSL).isPresent();
    }

    /** The refusal that {@link #source} gave, from below what a pool made of it. */
    static Optional<ProblemException> refusal(SQLException error) {
        return whole(error)
                .filter(ProblemException.class::isInstance)
                .map(ProblemException.class::cast)
                .findFirst();
    }

    /** The error, or one like it when any part of it holds a password: for whoever prints it or logs it whole. */
    private SQLException clean(SQLException error) {
        if (whole(error).noneMatch(e -> holdsSecret(String.valueOf(e.getMessage())))) {
            return error;
        }
        SQLException told = new SQLException(
                without(String.valueOf(error.getMessage())), error.getSQLState(), error.getErrorCode());
        told.setStackTrace(error.getStackTrace());
        return told;
    }

    private static Stream<Throwable> whole(Throwable error) {
        List<Throwable> whole = new ArrayList<>(List.of(error));
        for (int i = 0; i < whole.size(); i++) {
            Throwable e = whole.get(i);
            Stream.of(
                            Stream.ofNullable(e.getCause()),
                            Arrays.stream(e.getSuppressed()),
                            e instanceof SQLException sql
                                    ? Stream.ofNullable(sql.getNextException())
                                    : Stream.<Throwable>empty())
                    .flatMap(more -> more)
                    .filter(more -> whole.stream().noneMatch(known -> known == more))
                    .toList()
                    .forEach(whole::add);
        }
        return whole.stream();
    }

    /** The driver, which would write addresses with their passwords to standard error and into logs. */
    private static final class Quiet {
        /** Held, so that its level is not forgotten. */
        private static final Logger LOGGER = Logger.getLogger("org.postgresql");

        static {
            LOGGER.setLevel(Level.OFF);
        }

        private Quiet() {}

        static Optional<Properties> read(String url, Properties login) {
            return Optional.ofNullable(Driver.parseURL(url, login));
        }

        static Connection connect(Properties properties) throws SQLException {
            // an address that says nothing: all of it stands in the properties
            return Optional.ofNullable(new Driver().connect(PREFIX + "//", properties))
                    .orElseThrow();
        }
    }

    private final class Source implements DataSource {
        @Override
        public Connection getConnection() throws SQLException {
            return connect();
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            throw new SQLFeatureNotSupportedException("the address names user and password");
        }

        /** What the address says counts. */
        @Override
        public void setLoginTimeout(int seconds) {
            properties.putIfAbsent(PGProperty.LOGIN_TIMEOUT.getName(), String.valueOf(seconds));
        }

        @Override
        public int getLoginTimeout() {
            return value(PGProperty.LOGIN_TIMEOUT).map(Integer::parseInt).orElse(0);
        }

        @Override
        public Logger getParentLogger() {
            return Quiet.LOGGER;
        }

        @Override
        public PrintWriter getLogWriter() {
            return new PrintWriter(Writer.nullWriter());
        }

        @Override
        public void setLogWriter(PrintWriter out) {
            // nothing is written
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return type.isInstance(this);
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            if (!isWrapperFor(type)) {
                throw new SQLFeatureNotSupportedException("wraps no " + type.getSimpleName());
            }
            return type.cast(this);
        }

        @Override
        public String toString() {
            return shown();
        }
    }
}
