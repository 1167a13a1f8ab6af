package domicile.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageComparisonTest {
    private static final String OLD = """
            # Terms

            Logs are kept for 30 days. Prompts are never stored.

            ## Places

            Inference runs in Dublin. Effective 1 June 2026.

            It ends here.
            """;

    @Test
    void theSamePageInAnotherDressIsTheSame() {
        String html =
                "<html><body><div class=x><h1>Terms</h1>\n<p>Logs are   kept for <b>30</b> days. Prompts are never stored.</p>"
                        + "<h2>Places</h2><p>Inference runs in <a href=y>Dublin</a>. Effective 1 June 2026.</p><p>It ends here.</p></div>";
        PageComparison found = PageComparison.of(page(OLD, "a.md"), page(html, "a.html"));
        assertThat(found.same()).isEqualTo(7);
        assertThat(found.moved()).isZero();
        assertThat(found.changes()).isEmpty();
    }

    @Test
    void setsWhatIsLikeBesideEachOtherAndNamesTheRest() {
        String now = OLD.replace("30 days", "90 days")
                .replace("1 June 2026", "June 1, 2026")
                .replace("It ends here.\n", "")
                .replace("# Terms\n", "# Terms\n\nIt ends here.\n\nSomething quite new was put in.\n")
                .replace(" Prompts are never stored.", "");
        PageComparison found = PageComparison.of(page(OLD, "a.md"), page(now, "a.md"));
        assertThat(found.moved()).isEqualTo(1);
        assertThat(found.changed()).isEqualTo(2);
        assertThat(found.added()).isEqualTo(1);
        assertThat(found.removed()).isEqualTo(1);
        assertThat(found.changes())
                .contains(new PageComparison.Change("Logs are kept for 30 days.", "Logs are kept for 90 days."))
                .contains(new PageComparison.Change("", "Something quite new was put in."))
                .contains(new PageComparison.Change("Prompts are never stored.", ""));
        assertThat(found.changes())
                .filteredOn(PageComparison.Change::cosmetic)
                .containsExactly(new PageComparison.Change("Effective 1 June 2026.", "Effective June 1, 2026."));
    }

    private static PageText page(String text, String name) {
        return PageReader.read(text.getBytes(StandardCharsets.UTF_8), name, Optional.empty());
    }
}
