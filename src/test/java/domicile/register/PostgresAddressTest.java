package domicile.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import domicile.Seeds;
import domicile.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.SetSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

@SetSystemProperty(key = "org.postgresql.pgpassfile", value = "none") // not the passwords that somebody keeps at home
class PostgresAddressTest {
    private static final List<String> TAKEN = List.of(
            "ApplicationName",
            "channelBinding",
            "connectTimeout",
            "currentSchema",
            "gssEncMode",
            "loadBalanceHosts",
            "loginTimeout",
            "options",
            "password",
            "pemKeyAlgorithm",
            "preferQueryMode",
            "prepareThreshold",
            "requireAuth",
            "service",
            "socketTimeout",
            "ssl",
            "sslcert",
            "sslkey",
            "sslmode",
            "sslNegotiation",
            "sslpassword",
            "sslrootcert",
            "targetServerType",
            "tcpKeepAlive",
            "user");

    @TempDir
    private Path folder;

    private static String value(PostgresAddress address, PGProperty property) {
        return address.value(property).orElse("-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://h/d",
                "JDBC:PostgreSQL:d",
                " \t\njdbc:h2:x;INIT=RUNSCRIPT",
                "\u00A0jdbc:mysql://h/d",
                "\uFEFFpostgresql://h/d",
                "'jdbc:postgresql://h/d'",
                "Postgres://h",
                "postgres:d",
                "http://h/d",
                "HTTPS://h",
                "file:/home/me/register",
                "jdbc:",
                "mongodb+srv://h"
            })
    void aUrlOfAnyKindIsNoPath(String location) {
        assertThat(PostgresAddress.isUrl(location)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/srv/register",
                "register.mv.db",
                "C:\\Users\\me",
                "C:/Users/me",
                "r;x",
                "./jdbc:postgresql://h/d",
                "/x/jdbc:h2:y",
                "a:b",
                "2026:register",
                "\\\\server\\share",
                "//server/share",
                "",
                " ",
                "jdbc"
            })
    void aPathIsAPath(String location) {
        assertThat(PostgresAddress.isUrl(location)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "jdbc:postgresql://db.example:5433/reg, jdbc:postgresql://db.example:5433/reg",
                "  JDBC:POSTGRESQL://db/reg  , jdbc:postgresql://db:5432/reg",
                "jdbc:postgresql://[2001:db8::1]:6/r, jdbc:postgresql://[2001:db8::1]:6/r",
                "jdbc:postgresql://[::1]/r?sslmode=disable, jdbc:postgresql://[::1]:5432/r",
                "`jdbc:postgresql://a:1,b,[::1]:3/r?targetServerType=primary`, `jdbc:postgresql://a:1,b:5432,[::1]:3/r`",
                "jdbc:postgresql://h/my%20reg%C3%A9, jdbc:postgresql://h:5432/my regé",
                "jdbc:postgresql:reg, jdbc:postgresql://localhost:5432/reg",
                "jdbc:postgresql:///reg, jdbc:postgresql://localhost:5432/reg",
                "jdbc:postgresql://:7/reg, jdbc:postgresql://localhost:7/reg",
                "jdbc:postgresql://h/?user=me, jdbc:postgresql://h:5432/me",
                "jdbc:postgresql://me:x@h/, jdbc:postgresql://h:5432/me",
                "jdbc:postgresql://müller.example/reg?ssl, jdbc:postgresql://müller.example:5432/reg"
            })
    void theAddressIsReadAsTheDriverReadsIt(String location, String shown) {
        PostgresAddress address = PostgresAddress.parse(location);
        assertThat(address.shown()).isEqualTo(shown);
        assertThat(address).hasToString(shown);
        assertThat(new PostgresServer(address).source()).hasToString(shown);
        if (!location.contains("@")) {
            Properties defaults = new Properties();
            defaults.setProperty("user", System.getProperty("user.name"));
            String url = location.strip().replaceFirst("JDBC:POSTGRESQL", "jdbc:postgresql");
            Properties driver = Optional.ofNullable(Driver.parseURL(url, new Properties(defaults)))
                    .orElseThrow();
            for (PGProperty property : PGProperty.values()) {
                if (property != PGProperty.SSL_MODE) {
                    assertThat(address.value(property)).isEqualTo(Optional.ofNullable(property.getOrNull(driver)));
                }
            }
        }
    }

    @Test
    void withoutAnyNameTheUserIsTheSystems() {
        String me = System.getProperty("user.name");
        assertThat(PostgresAddress.parse("jdbc:postgresql://h/").shown()).isEqualTo("jdbc:postgresql://h:5432/" + me);
        assertThat(PostgresAddress.parse("jdbc:postgresql://").shown())
                .isEqualTo("jdbc:postgresql://localhost:5432/" + me);
    }

    /** Before the host a plus is a plus, as libpq and every browser read it. */
    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://me:a+b%20c%40@h/d, me, a+b c@",
        "jdbc:postgresql://me%40corp:a:b#c@h/d, me@corp, a:b#c",
        "jdbc:postgresql://me@h/d?password=a+b, me, a b",
        "jdbc:postgresql://me:@h/d, me, ''",
        "jdbc:postgresql://h/d?user=me@server&password=x%26y=z, me@server, x&y=z"
    })
    void userAndPasswordAreReadWhereverTheyStand(String location, String user, String password) {
        PostgresAddress address = PostgresAddress.parse(location);
        assertThat(value(address, PGProperty.USER)).isEqualTo(user);
        assertThat(value(address, PGProperty.PASSWORD)).isEqualTo(password);
        assertThat(address.shown()).isEqualTo("jdbc:postgresql://h:5432/d");
    }

    @Test
    void aPasswordIsReadInEverySpelling() {
        Seeds.forAll(300, random -> {
            String password = Passwords.any(random);
            for (String spelt : Passwords.encoded(password, random)) {
                for (String location : List.of("//u:" + spelt + "@h/d", "//h/d?user=u&password=" + spelt)) {
                    PostgresAddress address = PostgresAddress.parse("jdbc:postgresql:" + location);
                    assertThat(value(address, PGProperty.PASSWORD)).isEqualTo(password);
                    assertThat(address.without("it is " + password + ".")).isEqualTo("***");
                    assertThat(address.without("in " + location)).isEqualTo("***");
                    assertThat(address.without(password.substring(1))).isEqualTo(password.substring(1));
                }
            }
        });
    }

    @Test
    void aPasswordFromTheUsersFileIsKeptAsSecret() throws IOException {
        String file = "org.postgresql.pgpassfile";
        System.setProperty(
                file,
                Files.writeString(folder.resolve("pgpass"), "h:5432:d:me:fromTheFile\n")
                        .toString());
        try {
            PostgresAddress address = PostgresAddress.parse("jdbc:postgresql://me@h/d");
            assertThat(value(address, PGProperty.PASSWORD)).isEqualTo("fromTheFile");
            assertThat(address.without("it is from%54heFile")).isEqualTo("***");
            assertThat(value(PostgresAddress.parse("jdbc:postgresql://me:own@h/d"), PGProperty.PASSWORD))
                    .isEqualTo("own");
        } finally {
            System.clearProperty(file);
        }
    }

    /** What worked unencrypted before is encrypted now, or has to say that it need not be. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "h/d, verify-full",
                "h/d?ssl=false, verify-full",
                "localhost.evil.example/d, verify-full",
                "127.0.0.1.evil.example/d, verify-full",
                "10.0.0.1/d, verify-full",
                "[::2]/d, verify-full",
                "`localhost,h/d`, verify-full",
                "h/d?sslmode=disable, disable",
                "h/d?sslmode=require, require",
                "h/d?gssEncMode=require, -",
                "localhost/d, -",
                "LOCALHOST:7/d, -",
                "127.0.0.1/d, -",
                "[::1]/d, -",
                "`127.0.0.1,[0:0:0:0:0:0:0:1]:7/d`, -",
                "/d, -"
            })
    void aLineToAnotherMachineIsEncryptedUnlessTheAddressSaysOtherwise(String server, String mode) {
        PostgresAddress address = PostgresAddress.parse("jdbc:postgresql://" + server);
        assertThat(value(address, PGProperty.SSL_MODE)).isEqualTo(mode);
        assertThat(address.encryptedByDefault()).isEqualTo(mode.equals("verify-full"));
    }

    @Test
    void theAuthoritiesOfTheSystemAreTrustedWhenTheAddressSaysSo() {
        PostgresAddress address = PostgresAddress.parse("jdbc:postgresql://h/d?sslrootcert=system");
        assertThat(PGProperty.SSL_FACTORY.getOrDefault(address.forDriver()))
                .isEqualTo("org.postgresql.ssl.DefaultJavaSSLFactory");
        assertThat(PGProperty.SSL_FACTORY.getOrDefault(
                        PostgresAddress.parse("jdbc:postgresql://h/d").forDriver()))
                .isEqualTo("org.postgresql.ssl.LibPQFactory");
    }

    @Test
    void aServiceSaysWhatTheAddressDoesNot() throws IOException {
        String file = "org.postgresql.pgservicefile";
        System.setProperty(
                file, Files.writeString(folder.resolve("services"), """
                        [team]
                        host=db.example
                        port=6000
                        dbname=reg
                        user=me
                        password=kept%Secret
                        sslmode=verify-ca
                        [bare]
                        host=db.example
                        [loads]
                        host=h
                        socketFactory=org.example.Evil
                        [wrong]
                        sslmode=kept%Secret
                        [odd]
                        nonsense=kept%Secret
                        """).toString());
        try {
            for (String location : List.of("jdbc:postgresql:?service=team", "jdbc:postgresql://?service=team")) {
                PostgresAddress address = PostgresAddress.parse(location);
                assertThat(address.shown()).isEqualTo("jdbc:postgresql://db.example:6000/reg");
                assertThat(value(address, PGProperty.USER)).isEqualTo("me");
                assertThat(value(address, PGProperty.SSL_MODE)).isEqualTo("verify-ca");
                assertThat(address.hasPassword()).isTrue();
                assertThat(address.without("kept%Secret")).isEqualTo("***");
            }
            PostgresAddress own = PostgresAddress.parse("jdbc:postgresql://you@other/mine?service=team");
            assertThat(own.shown()).isEqualTo("jdbc:postgresql://other:5432/mine");
            assertThat(value(own, PGProperty.USER)).isEqualTo("you");
            assertThat(PostgresAddress.parse("jdbc:postgresql:?service=bare").encryptedByDefault())
                    .isTrue();
            refused("loads", "the service of the address sets socketFactory, which is not taken");
            refused("wrong", "the parameter sslmode cannot have the value");
            refused("none", "the service of the address is in no service file");
            refused("odd", "the service of the address is in no service file, or the file has a line");
        } finally {
            System.clearProperty(file);
        }
    }

    private static void refused(String service, String said) {
        Throwable failure = catchThrowable(() -> PostgresAddress.parse("jdbc:postgresql:?service=" + service));
        assertThat(failure).isInstanceOf(ProblemException.class).hasMessageStartingWith("jdbc:postgresql: " + said);
        Passwords.notIn(failure, "kept%Secret");
    }

    @Test
    void aPasswordThatIsTypedCountsBeforeTheAddresss() {
        PostgresAddress address =
                PostgresAddress.parse("jdbc:postgresql://me:wrong@h/d").with("typed%Now");
        assertThat(value(address, PGProperty.PASSWORD)).isEqualTo("typed%Now");
        assertThat(address.without("typed%Now")).isEqualTo("***");
        assertThat(address.shown()).isEqualTo("jdbc:postgresql://h:5432/d");
        assertThat(address.encryptedByDefault()).isTrue();
    }

    /** A new version of the driver brings new ones; the switch over them does not compile until each is decided. */
    @Test
    void onlyWhatIsKnownToBeHarmlessIsTaken() {
        TreeSet<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (PGProperty property : PGProperty.values()) {
            String[] choices = property.getChoices();
            String value = choices != null
                    ? choices[0]
                    : property.getName().matches("ssl|.*KeepAlive|loadBalanceHosts") ? "true" : "2718281";
            String location = "jdbc:postgresql://h/d?" + property.getName() + "=";
            if (property == PGProperty.SERVICE) {
                // says where the rest of the address stands, and no longer itself
                taken.add(property.getName());
                continue;
            }
            try {
                PostgresAddress address = PostgresAddress.parse(location + value.replace("2718281", "271828"));
                assertThat(value(address, property)).isEqualTo(value.replace("2718281", "271828"));
                taken.add(property.getName());
            } catch (ProblemException e) {
                assertThat(e)
                        .hasMessageStartingWith(
                                "jdbc:postgresql: the parameter " + property.getName() + " is not taken")
                        .hasMessageEndingWith("taken are " + String.join(", ", TAKEN))
                        .hasMessageNotContaining("271828");
            }
        }
        assertThat(taken).containsExactlyElementsOf(TAKEN);
        assertThat(taken)
                .doesNotContain(
                        "socketFactory",
                        "sslfactory",
                        "sslhostnameverifier",
                        "sslpasswordcallback",
                        "authenticationPluginClassName",
                        "connectExecutor",
                        "xmlFactoryFactory",
                        "loggerFile",
                        "jaasApplicationName");
    }

    @ParameterizedTest
    @CsvSource({
        "sslmod=require, sslmod",
        "SSLMODE=require, SSLMODE",
        "host=evil, host",
        "PGHOST=evil, PGHOST",
        "user=u&connect_timeout=3, connect_timeout",
        "user=u&nonsense, #2",
        "user=u&pass%77ord=x, #2",
        "password=a&b=c, #2",
        "password=a&sslfactory=c, sslfactory",
        "a=b@h/d, #1"
    })
    void whatIsNotTakenIsNamedUnlessItMayBePartOfAPassword(String query, String named) {
        assertThatThrownBy(() -> PostgresAddress.parse("jdbc:postgresql://h/d?" + query))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("jdbc:postgresql: the parameter " + named + " is not taken");
    }

    @ParameterizedTest
    @CsvSource({
        "sslmode=verify, the parameter sslmode cannot have",
        "targetServerType=, the parameter targetServerType cannot have",
        "tcpKeepAlive=yes, the parameter tcpKeepAlive cannot have",
        "connectTimeout=3.5, connectTimeout is out of range; use a whole number from 0 to 2147483",
        "socketTimeout=2147484, socketTimeout is out of range",
        "loginTimeout=-1, loginTimeout is out of range",
        "user=a%00b, cannot be read",
        "user=%zz, cannot be read",
        "user=a&user=b, says user twice"
    })
    void aWrongValueIsRefusedBeforeTheDriverTellsIt(String query, String said) {
        assertThatThrownBy(() -> PostgresAddress.parse("jdbc:postgresql://h/d?" + query))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(said);
    }

    @Test
    void aValueInAnyLetterCaseIsTaken() {
        assertThat(value(PostgresAddress.parse("jdbc:postgresql://h/d?sslmode=Verify-Full"), PGProperty.SSL_MODE))
                .isEqualToIgnoringCase("verify-full");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:./x;INIT=SELECT 1, jdbc:h2",
        "JDBC:MySQL://u:SECRET@h/x, jdbc:mysql",
        "' postgresql://u:SECRET@h/x', postgresql",
        "postgres:u:SECRET@h, postgres",
        "http://h/x, http",
        "jdbc:u@h, jdbc"
    })
    void ofAnotherUrlTheSchemeAloneIsSaid(String location, String scheme) {
        assertThatThrownBy(() -> RegisterStore.open(location, StoreContract.CLOCK))
                .isInstanceOf(ProblemException.class)
                .hasMessage(scheme + ": only PostgreSQL is reached by a URL; use jdbc:postgresql://HOST/DATABASE");
        assertThatThrownBy(() -> RegisterStore.restore(folder.resolve("b.zip"), location, StoreContract.CLOCK))
                .hasMessageStartingWith(scheme + ": only");
    }

    /** Whatever is wrong with the address, wherever the password stands and however it is written. */
    @Test
    void noFailureTellsThePassword() {
        List<String> logged = new ArrayList<>();
        Handler ears = new Handler() {
            @Override
            public void publish(LogRecord message) {
                logged.add(message.getMessage() + Arrays.toString(message.getParameters()) + message.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger root = Logger.getLogger("");
        PrintStream before = System.err;
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        root.addHandler(ears);
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            Seeds.forAll(60, random -> {
                String password = Passwords.any(random);
                List<String> spellings = new ArrayList<>(Passwords.encoded(password, random));
                spellings.add(password);
                for (UnaryOperator<String> address : Passwords.addresses()) {
                    for (String spelling : spellings) {
                        String location = address.apply(spelling);
                        Throwable failure = catchThrowable(() -> fail(location));
                        assertThat(failure).as(location).isNotNull();
                        Passwords.notIn(failure, password, spelling);
                    }
                }
            });
        } finally {
            System.setErr(before);
            root.removeHandler(ears);
        }
        // the driver warns of each address that it cannot read, and shows it
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(logged).isEmpty();
    }

    /** Parses, and when that succeeds looks for a server where none is. */
    private static void fail(String location) throws Exception {
        assertThat(PostgresAddress.isUrl(location)).as(location).isTrue();
        PostgresAddress address = PostgresAddress.parse(location);
        new PostgresServer(address).source().getConnection().close();
    }

    @Test
    void aStoreThatCannotBeOpenedTellsNoPasswordEither() {
        Seeds.forAll(2, random -> {
            String password = Passwords.any(random);
            String spelt = Passwords.encoded(password, random).getFirst();
            for (String location : List.of(
                    "jdbc:postgresql://u:" + spelt + "@localhost:1/x",
                    "jdbc:postgresql://localhost:1/x?user=u&password=" + spelt)) {
                Throwable failure = catchThrowable(() -> RegisterStore.open(location, StoreContract.CLOCK));
                assertThat(failure)
                        .isInstanceOf(ProblemException.class)
                        .hasMessageStartingWith("jdbc:postgresql://localhost:1/x: the server does not answer (");
                assertThat(((ProblemException) failure).what(Locale.GERMAN)).startsWith("Der Server antwortet nicht");
                Passwords.notIn(failure, password, spelt);
                assertThatThrownBy(() -> RegisterStore.restore(folder.resolve("b.zip"), location, StoreContract.CLOCK))
                        .hasMessageStartingWith(
                                "jdbc:postgresql://localhost:1/x: a PostgreSQL register is not restored");
            }
        });
    }
}
