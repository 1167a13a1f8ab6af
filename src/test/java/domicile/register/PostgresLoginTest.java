package domicile.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import domicile.Certificates;
import domicile.Seeds;
import domicile.problem.ProblemException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.SetSystemProperty;

/** Logins at a real PostgreSQL that asks for passwords and offers an encrypted line. */
@SetSystemProperty(key = "org.postgresql.pgpassfile", value = "none") // not the passwords that somebody keeps at home
class PostgresLoginTest {
    private static EmbeddedPostgres server;

    @TempDir
    private static Path keys;

    @BeforeAll
    static void start() throws Exception {
        server = EmbeddedPostgres.start();
        certificate("server");
        certificate("another");
        sql("CREATE ROLE guarded LOGIN PASSWORD 'right'");
        sql("CREATE ROLE changing LOGIN");
        sql("CREATE DATABASE sealed");
        sql("CREATE DATABASE shut");
        sql("CREATE DATABASE closed");
        sql("REVOKE CONNECT ON DATABASE closed FROM PUBLIC");
        sql("ALTER SYSTEM SET ssl_cert_file = '" + keys.resolve("server.crt") + "'");
        sql("ALTER SYSTEM SET ssl_key_file = '" + keys.resolve("server.key") + "'");
        sql("ALTER SYSTEM SET ssl = on");
        Path rules = Path.of(asked("SHOW hba_file"));
        Files.writeString(rules, """
                host all postgres samehost trust
                hostnossl sealed all samehost reject
                host all all samehost scram-sha-256
                """);
        asked("SELECT pg_reload_conf()");
        await().until(() -> asked("SHOW ssl").equals("on"));
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    /** A certificate that nobody has signed, for localhost, as the server and the driver read it. */
    private static void certificate(String name) throws Exception {
        KeyStore read = Certificates.localhost(keys.resolve(name + ".p12"));
        write(
                keys.resolve(name + ".crt"),
                "CERTIFICATE",
                read.getCertificate(Certificates.ALIAS).getEncoded());
        write(keys.resolve(name + ".key"), "PRIVATE KEY", Certificates.key(read));
    }

    private static void write(Path file, String what, byte[] bytes) throws IOException {
        String lines = Base64.getMimeEncoder().encodeToString(bytes);
        Files.writeString(file, "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static void sql(String statement) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                var made = connection.createStatement()) {
            made.execute(statement);
        }
    }

    private static String asked(String question) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                var made = connection.createStatement();
                var answer = made.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static String address(String login, String database) {
        return "jdbc:postgresql://" + login + "localhost:" + server.getPort() + "/" + database;
    }

    private static Throwable open(String location) {
        return catchThrowable(
                () -> RegisterStore.open(location, StoreContract.CLOCK).close());
    }

    private static DataSource source(String location) {
        return new PostgresServer(PostgresAddress.parse(location)).source();
    }

    private static void says(String location, String what) {
        Throwable failure =
                catchThrowable(() -> source(location).getConnection().close());
        assertThat(failure).isInstanceOf(SQLException.class);
        assertThat(PostgresServer.refusal((SQLException) failure).orElseThrow())
                .hasMessageStartingWith(location.replaceFirst("//.*@", "//").replaceFirst("\\?.*", "") + ": " + what);
    }

    @Test
    void everyCauseHasItsOwnSentence() {
        says(address("guarded:wrong@", "postgres"), "the server does not accept the user or the password; check both");
        says(address("nobody:wrong@", "postgres"), "the server does not accept the user or the password");
        says(
                address("guarded@", "postgres"),
                "the server asks for a password, and the address has none; write it into");
        says(address("guarded:@", "postgres"), "the server asks for a password, and the address has none");
        says(address("guarded:right@", "nowhere"), "the server has no database of this name; check the name");
        says(
                address("guarded:right@", "sealed") + "?sslmode=disable",
                "the server does not let this user in (FATAL: pg_hba.conf rejects connection");
        says(
                "jdbc:postgresql://localhost:1/x",
                "the server does not answer ("); // why, the system says in its own language
        says("jdbc:postgresql://no.such.invalid:1/x", "the server does not answer (no.such.invalid");
    }

    @Test
    void aServerWithAnotherCertificateIsNotTrusted() {
        String full = address("guarded:right@", "postgres") + "?sslmode=verify-full&sslrootcert=";
        says(full + keys.resolve("another.crt"), "the encrypted connection fails on a certificate (");
        says(full + keys.resolve("none.crt"), "the encrypted connection fails on a certificate (");
        // the same certificate, under a name that it does not say
        says(
                full.replace("localhost", "127.0.0.1") + keys.resolve("server.crt"),
                "the encrypted connection fails on a certificate (");
        assertThat(source(full + keys.resolve("server.crt"))).satisfies(source -> {
            try (Connection connection = source.getConnection()) {
                assertThat(connection.isValid(5)).isTrue();
            }
        });
    }

    /** 127.1 is this machine too, but its name does not say so. */
    @Test
    void aServerOnAnotherMachineIsAskedForItsCertificateUnlessTheAddressSaysOtherwise() {
        String other = address("guarded:right@", "postgres").replace("localhost", "127.1");
        String encrypted = "the line to a server on another machine is encrypted and its certificate is checked, and"
                + " that fails (";
        says(other, encrypted);
        says(other + "?sslrootcert=system", encrypted);
        says(other + "?sslrootcert=" + keys.resolve("server.crt"), encrypted); // it names localhost alone
        for (String said : List.of("?sslmode=disable", "?sslmode=require")) {
            assertThatCode(() -> source(other + said).getConnection().close()).doesNotThrowAnyException();
        }
    }

    @Test
    void aLoginWithoutRightsIsToldSo() {
        assertThat(open(address("guarded:right@", "closed")))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith(address("", "closed") + ": this login may not do that (");
        assertThat(open(address("guarded:right@", "shut")))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith(address("", "shut") + ": this login may not do that (");
    }

    @Test
    void aPasswordThatIsTypedOpens() {
        String location = address("guarded@", "shut");
        assertThat(catchThrowable(() -> RegisterStore.open(location, Optional.empty(), StoreContract.CLOCK)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.is(RegisterProblem.PASSWORD_MISSING)).isTrue());
        assertThat(catchThrowable(() -> RegisterStore.open(location, Optional.of("no"), StoreContract.CLOCK)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.is(RegisterProblem.WRONG_PASSWORD)).isTrue());
        // as far as its rights go
        assertThat(catchThrowable(() -> RegisterStore.open(location, Optional.of("right"), StoreContract.CLOCK)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.is(RegisterProblem.NO_RIGHTS)).isTrue());
    }

    @Test
    void theRightPasswordOpensInEverySpellingAndAWrongOneIsNotTold() {
        Seeds.forAll(5, random -> {
            String right = Passwords.any(random);
            String wrong = Passwords.any(random);
            sql("ALTER ROLE changing PASSWORD '" + right.replace("'", "''") + "'");
            for (String spelt : Passwords.encoded(right, random)) {
                for (String location : List.of(
                        address("changing:" + spelt + "@", "postgres"),
                        address("", "postgres") + "?user=changing&password=" + spelt)) {
                    try (Connection connection = source(location).getConnection()) {
                        assertThat(connection.getMetaData().getURL()).isEqualTo("jdbc:postgresql://");
                    }
                }
            }
            for (String spelt : Passwords.encoded(wrong, random)) {
                // a user named like the password: the server tells the user's name
                for (String location : List.of(
                        address("changing:" + spelt + "@", "postgres"),
                        address("", "postgres") + "?user=changing&password=" + spelt,
                        address(spelt + ":" + spelt + "@", "postgres"),
                        address("", "postgres") + "?user=" + spelt + "&password=" + spelt)) {
                    Throwable failure = catchThrowable(
                            () -> source(location).getConnection().close());
                    assertThat(failure).hasMessageContaining("the server does not accept the user or the password");
                    Passwords.notIn(failure, wrong, spelt);
                }
            }
        });
    }

    @Test
    void aStoreTellsNoWrongPassword() {
        Seeds.forAll(2, random -> {
            String wrong = Passwords.any(random);
            String spelt = Passwords.encoded(wrong, random).getFirst();
            Throwable failure = open(address(spelt + ":" + spelt + "@", "postgres"));
            assertThat(failure)
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("the server does not accept the user or the password");
            Passwords.notIn(failure, wrong, spelt);
        });
    }
}
