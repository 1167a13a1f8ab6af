package domicile.register;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.Seeds;
import domicile.problem.ProblemException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Passwords that are hard to write into a URL, the ways to write them, and whether a failure tells one. */
final class Passwords {
    private static final String SPECIAL = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ äß€é";
    private static final String PLAIN = "QXZJWVKqxzjwvk0123456789";
    /** So much of a password in a text is no accident. */
    private static final int TELLING = 6;

    private Passwords() {}

    static String any(Random random) {
        StringBuilder password = new StringBuilder();
        int length = Seeds.between(random, 10, 24);
        for (int i = 0; i < length; i++) {
            String from = random.nextInt(3) == 0 ? SPECIAL : PLAIN;
            password.append(from.charAt(random.nextInt(from.length())));
        }
        // a blank at an edge is lost with the blanks around an address
        return "k" + password + "q";
    }

    /**
     * Every way to write one so that it is read again; a plus is a plus before the host, and a blank among the
     * parameters.
     */
    static List<String> encoded(String password, Random random) {
        String form = URLEncoder.encode(password, StandardCharsets.UTF_8);
        return List.of(
                form.replace("+", "%20"),
                bytes(password, "%%%02X", c -> true),
                bytes(password, "%%%02x", c -> random.nextBoolean() || !Character.isLetterOrDigit(c)));
    }

    private static String bytes(String password, String format, java.util.function.IntPredicate which) {
        StringBuilder all = new StringBuilder();
        password.codePoints().forEach(c -> {
            if (c < 128 && !which.test(c)) {
                all.appendCodePoint(c);
            } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    all.append(String.format(Locale.ROOT, format, b));
                }
            }
        });
        return all.toString();
    }

    /** Nobody who shows, prints or logs the failure shows the password or a piece of it. */
    static void notIn(Throwable failure, String... spellings) {
        notIn(everything(failure), spellings);
    }

    static void notIn(String told, String... spellings) {
        for (String password : spellings) {
            for (int i = 0; i + TELLING <= password.length(); i++) {
                assertThat(told).doesNotContain(password.substring(i, i + TELLING));
            }
        }
    }

    private static String everything(Throwable failure) {
        StringWriter all = new StringWriter();
        failure.printStackTrace(new PrintWriter(all, true));
        List<Throwable> parts = new ArrayList<>(List.of(failure));
        for (int i = 0; i < parts.size(); i++) {
            Throwable part = parts.get(i);
            all.append('\n').append(part.toString()).append('\n').append(part.getMessage());
            if (part instanceof ProblemException refused) {
                for (Locale locale : List.of(Locale.ROOT, Locale.GERMAN, Locale.FRENCH)) {
                    all.append(refused.what(locale))
                            .append(refused.where(locale))
                            .append(refused.remedy(locale));
                }
            }
            if (part instanceof SQLException sql && sql.getNextException() != null) {
                parts.add(sql.getNextException());
            }
            if (part.getCause() != null) {
                parts.add(part.getCause());
            }
            parts.addAll(List.of(part.getSuppressed()));
        }
        return all.toString();
    }

    /** Addresses with a password in them, well written, badly written, and of other databases. */
    static List<UnaryOperator<String>> addresses() {
        return List.of(
                p -> "jdbc:postgresql://u:" + p + "@localhost:1/x",
                p -> " \tJDBC:PostgreSQL://u:" + p + "@localhost:1/x\n",
                p -> "jdbc:postgresql://u:" + p + "@localhost:1,[::1]:1/x?sslmode=disable",
                p -> "jdbc:postgresql://localhost:1/x?user=u&password=" + p,
                p -> "jdbc:postgresql://localhost:1/x?password=" + p + "&user=u",
                p -> "jdbc:postgresql://localhost:1/x?user=u&sslpassword=" + p,
                p -> "jdbc:postgresql://localhost:1/x?user=u&Password=" + p,
                p -> "jdbc:postgresql://u:" + p + "@localhost:1/x?password=" + p,
                p -> "jdbc:postgresql://localhost:1/x?password=" + p + "&password=" + p,
                p -> "jdbc:postgresql://localhost:1/x?password=" + p + "&socketFactory=" + p,
                p -> "jdbc:postgresql://u:" + p + "@localhost:1/x?loggerFile=" + p,
                p -> "jdbc:postgresql://u:" + p + "@localhost:1/x?sslmode=" + p,
                p -> "jdbc:postgresql://u:" + p + "@localhost:1/x?connectTimeout=" + p,
                p -> "jdbc:postgresql://u:" + p + "@localhost:99999/x",
                p -> "jdbc:postgresql://u:" + p + "@localhost:1",
                p -> "jdbc:postgresql:///u:" + p + "@localhost:1/x",
                p -> "jdbc:postgresql:///u:" + p + "@localhost",
                p -> "jdbc:postgresql:/u:" + p + "@localhost:1/x",
                p -> "jdbc:postgresql:u:" + p + "@localhost:1/x",
                p -> "jdbc:postgresql:u:" + p,
                p -> "jdbc:postgresql://localhost:1:" + p + "/x",
                p -> "jdbc:postgresql://localhost:1/x?" + p,
                p -> "\"jdbc:postgresql://u:" + p + "@localhost:1/x\"",
                p -> "postgresql://u:" + p + "@localhost:1/x",
                p -> "  Postgres://u:" + p + "@localhost:1/x",
                p -> "postgres:u:" + p + "@localhost:1/x",
                p -> "jdbc:mysql://u:" + p + "@localhost:1/x",
                p -> "jdbc:h2:x;USER=u;PASSWORD=" + p + ";INIT=" + p,
                p -> "jdbc:" + p,
                p -> "http://u:" + p + "@localhost:1/x");
    }
}
