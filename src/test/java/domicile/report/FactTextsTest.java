package domicile.report;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.Doubts;
import domicile.residency.Offering;
import domicile.residency.Register;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A fact on paper, with every detail that somebody may rely on. */
class FactTextsTest {
    private static final Register REGISTER = Doubts.register();
    private static final Offering OFFERING = REGISTER.offering(Doubts.ID).orElseThrow();

    private static List<String> said(Locale language) {
        FactTexts says = new FactTexts(new Texts(language), REGISTER.areas());
        return OFFERING.facts().stream().map(f -> says.says(f.value())).toList();
    }

    @Test
    void everyFieldIsSaid() {
        assertThat(said(Locale.ENGLISH))
                .contains(
                        "In JP (Japan; data centre named; whether it can be pinned is not published)",
                        "by addendum; only for claude-opus-4-6; only with batch",
                        "held; 20x Moderate",
                        "Ministry (France; framework partner)")
                .anySatisfy(s -> assertThat(s)
                        .contains("default; since ", "2025", "; only for claude-opus-4-6; only with batch)"))
                .anySatisfy(
                        s -> assertThat(s)
                                .contains(
                                        "; out of scope: guardrails; some services are out of scope, and the page does not name"));
        assertThat(said(Locale.GERMAN)).contains("Ministry (Frankreich; Rahmenvertragspartner)");
        assertThat(said(Locale.FRENCH)).contains("Ministry (France; partenaire d’un accord-cadre)");
    }
}
