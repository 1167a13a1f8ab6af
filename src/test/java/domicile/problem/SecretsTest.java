package domicile.problem;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.Seeds;
import domicile.json.JsonProblem;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No password is in a text that was hidden, however it is written; what is none stays. */
class SecretsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            jdbc:postgresql://u:SECRET@host/x                          | jdbc:postgresql://u:***@host/x
            postgresql://u:SECRET@host:5432/x?ssl=true                 | postgresql://u:***@host:5432/x?ssl=true
            postgres://u:SEC/SECRET@host/x                             | postgres://u:***@host/x
            postgres://u:1234/SECRET@host/x                            | postgres://u:***@host/x
            postgres://u:SEC@SECRET@host/x                             | postgres://u:***@host/x
            postgres://u:SEC?SECRET@host/x                             | postgres://u:***@host/x
            postgres://u:my SECRET@host/x                              | postgres://u:***@host/x
            JDBC:POSTGRESQL://u:SECRET@host/x                          | JDBC:POSTGRESQL://u:***@host/x
            jdbc:postgresql:u:SECRET@host/x                            | jdbc:postgresql:u:***@host/x
            jdbc:oracle:thin:u/SECRET@host                             | jdbc:oracle:thin:***@host
            jdbc:h2:tcp://u:SECRET@host/x                              | jdbc:h2:tcp:***@host/x
            jdbc:oracle:u/SECRET@host                                  | jdbc:oracle:u/***@host
            postgres:/u:SECRET@host/x                                  | postgres:/u:***@host/x
            https://u:SECRET@host/x                                    | https://u:***@host/x
            postgresql%3A%2F%2Fu%3ASECRET%40host%2Fx                   | postgresql%3A%2F%2Fu%3A***%40host%2Fx
            jdbc:postgresql://u%3aSECRET%40host                        | jdbc:postgresql://u%3a***%40host
            jdbc:postgresql://h/x?password=SECRET                      | jdbc:postgresql://h/x?password=***
            jdbc:postgresql://h/x?user=a@b&PASSWORD=SECRET&ssl=true    | jdbc:postgresql://h/x?user=a@b&PASSWORD=***&ssl=true
            jdbc:postgresql://h:5432/x?user=a@b&PassWord=SEC RET       | jdbc:postgresql://h:5432/x?user=a@b&PassWord=***
            jdbc:h2:file:/r;PASSWORD=SECRET;CIPHER=AES                 | jdbc:h2:file:/r;PASSWORD=***;CIPHER=AES
            jdbc:postgresql://h/x?sslpassword=SEC;SECRET&ssl=true      | jdbc:postgresql://h/x?sslpassword=***&ssl=true
            jdbc:postgresql://h/x?p%61ssword=SECRET                    | jdbc:postgresql://h/x?p%61ssword=***
            jdbc:postgresql://h/x?%70%61%73%73word%3DSECRET            | jdbc:postgresql://h/x?%70%61%73%73word%3D***
            jdbc:postgresql://h/x?password=%53ECRET%26                 | jdbc:postgresql://h/x?password=***
            jdbc%253Apostgresql%253A//h/x?password%253DSECRET          | jdbc%253Apostgresql%253A//h/x?password%253D***
            x: there is no option '--r=postgres://h/x?pwd=SECRET'; see | x: there is no option '--r=postgres://h/x?pwd=***'; see
            jdbc:postgresql://u:SECRET@h/x: it is down; see a@b.example | jdbc:postgresql://u:***@b.example
            https://a.b/c and postgres://u:SECRET@h/x                  | https://a.b/c and postgres://u:***@h/x
            {user=u, password=SECRET, ssl=true}                        | {user=u, password=***, ssl=true}
            """)
    void aPasswordIsHidden(String written, String shown) {
        assertThat(Secrets.hidden(written)).isEqualTo(shown).doesNotContain("SECRET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost:5432/register",
                "jdbc:postgresql://h1:5432,h2:5433/x?user=a@b",
                "jdbc:postgresql://[::1]:5432/x",
                "jdbc:oracle:thin:@x",
                "https://example.com/a@b: read on 2026-06-01",
                "C:/Users/a:b@c.json",
                "https://example.com:8443/a?b=c, see mail@example.com",
                "w.json#/passes (line 3): found \"a=b\"; write 1 instead",
                "check the address, the user and the password, and that the server runs",
                "Prüfung @ Zürich = 100 %"
            })
    void whatIsNoPasswordStays(String text) {
        assertThat(Secrets.hidden(text)).isEqualTo(text);
    }

    @Test
    void linesStayLines() {
        assertThat(Secrets.hidden("a=b\r\npassword=x\n\n\tat y(z)\n")).isEqualTo("a=b\r\npassword=***\n\n\tat y(z)\n");
    }

    @Test
    void aMessageHoldsNoneInAnyLanguage() {
        ProblemException refused = JsonProblem.UNKNOWN_VALUE.at(
                new SourceLocation("postgres://u:SECRET@h/x", "/a", 1), "?password=SECRET", "SECRET= token=SECRET");
        for (Locale locale : List.of(Locale.ROOT, Locale.GERMAN, Locale.FRENCH)) {
            assertThat(refused.where(locale) + refused.what(locale)).doesNotContain("SECRET");
        }
        assertThat(refused.getMessage()).startsWith("postgres://u:***@h/x#/a (line 1)");
        assertThat(new ProblemException("postgres://u:SECRET@h", "?pwd=SECRET", "token=SECRET"))
                .hasMessage("?pwd=***: postgres://u:***@h; token=***");
    }

    /** A password of any signs, in a URL of any of the spellings, anywhere in a message. */
    @Test
    void noPasswordIsLeft() {
        String signs = "aZ09/:@?#%+~!$*,.-_()[]{}|^<>äß漢";
        Seeds.forAll(5_000, random -> {
            StringBuilder password = new StringBuilder("S");
            for (int i = Seeds.between(random, 0, 12); i > 0; i--) {
                password.append(signs.charAt(random.nextInt(signs.length())));
            }
            String secret = password + "ECRET";
            String spelt = Seeds.any(
                    random,
                    List.of(
                            "jdbc:postgresql://user:" + secret + "@host:5432/x",
                            "postgresql://user:" + secret + "@host/x?ssl=true",
                            "jdbc:postgresql://host/x?user=u&password=" + secret + "&ssl=true",
                            "jdbc:h2:file:/r;PASSWORD=" + secret + ";CIPHER=AES",
                            "postgres://host:1/x?PassWord=" + secret));
            String message = Seeds.any(
                    random,
                    List.of("%s", "domicile: %s: the database does not answer; check the address", "at '%s'; see x"));
            assertThat(Secrets.hidden(message.formatted(spelt))).doesNotContain("ECRET");
        });
    }
}
