package domicile.desktop.assessment.common;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.assessment.FailureMode;
import domicile.desktop.kit.Texts;
import domicile.document.Warning;
import domicile.residency.Evidence;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is said of a clause: the failure mode that it would be, and that there is none. */
class EvidenceWordsTest {
    private static final Texts TEXTS = new Texts(Locale.ENGLISH).screen("assessment");

    @Test
    void theFailureModeIsNamedOnTheClauseItself() {
        assertThat(EvidenceWords.mode(
                        Evidence.Kind.ORDER_FORM_INFERENCE_REGION, Set.of(Warning.SPEAKS_OF_STORAGE, Warning.EXCLUDES)))
                .contains(FailureMode.STORAGE_IS_NOT_INFERENCE);
        assertThat(EvidenceWords.mode(Evidence.Kind.SOC2_REPORT, Set.of(Warning.NAMES_NO_PLACE)))
                .contains(FailureMode.SOC2_IS_NOT_GEOGRAPHY);
        assertThat(EvidenceWords.mode(Evidence.Kind.BAA_PRODUCT_SCHEDULE, Set.of(Warning.NAMES_ANOTHER_PRODUCT)))
                .contains(FailureMode.BAA_IS_NOT_PRODUCT_COVERAGE);
        assertThat(EvidenceWords.mode(Evidence.Kind.VENDOR_BAA, Set.of(Warning.NAMES_NO_PRODUCT)))
                .contains(FailureMode.BAA_IS_NOT_PRODUCT_COVERAGE);
        assertThat(EvidenceWords.mode(Evidence.Kind.CERTIFICATE, Set.of(Warning.NAMES_NO_PLACE)))
                .isEmpty();
        for (Evidence.Kind kind : Evidence.Kind.values()) {
            assertThat(EvidenceWords.mode(kind, Set.of())).as("%s", kind).isEmpty();
        }
        assertThat(EnumSet.allOf(Warning.class))
                .allSatisfy(w -> assertThat(TEXTS.of(w)).isNotBlank());
    }

    @Test
    void aDocumentWithoutAClauseIsMarkedAsTyped() {
        Evidence typed =
                new Evidence("groq", Evidence.Kind.DPA_SIGNED, LocalDate.of(2026, 6, 1), List.of(), "", "dpa.pdf");
        assertThat(EvidenceWords.line(typed, "dpa.pdf", TEXTS)).isEqualTo("dpa.pdf – typed, no clause shown");
        Evidence read = new Evidence(
                typed.offering(),
                typed.kind(),
                typed.date(),
                typed.from(),
                List.of(),
                "",
                typed.certification(),
                typed.level(),
                typed.days(),
                List.of(),
                List.of(),
                "dpa.pdf",
                new Evidence.Passage("0".repeat(64), OptionalInt.of(2), "The DPA is signed.", List.of()));
        assertThat(EvidenceWords.line(read, "dpa.pdf", TEXTS)).isEqualTo("dpa.pdf – “The DPA is signed.”");
    }
}
