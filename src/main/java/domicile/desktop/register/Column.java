package domicile.desktop.register;

import domicile.residency.Attestation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the table can show of an offering. */
enum Column {
    OFFERING(200, true),
    PROVIDER(115, false),
    OPERATOR(130, true),
    INFERENCE(160, true),
    STORAGE(135, true),
    ENDPOINT_SERVICES(130, false),
    BAA(Attestation.Kind.BAA, 120, true),
    DPA(Attestation.Kind.DPA, 90, true),
    SOC2(Attestation.Kind.SOC2_TYPE_II, 118, true),
    ISO_27001(Attestation.Kind.ISO_27001, 128, true),
    ISO_27017(Attestation.Kind.ISO_27017, 128, false),
    ISO_27018(Attestation.Kind.ISO_27018, 128, false),
    ISO_27701(Attestation.Kind.ISO_27701, 128, false),
    ISO_42001(Attestation.Kind.ISO_42001, 128, false),
    CSA_STAR(Attestation.Kind.CSA_STAR_2, 130, false),
    FEDRAMP(Attestation.Kind.FEDRAMP, 130, true),
    ZDR(130, true),
    RETENTION(100, false),
    TRAINING(150, false),
    MODELS(150, false),
    READ(120, false);

    private final Optional<Attestation.Kind> kind;
    private final double width;
    private final boolean usual;

    Column(double width, boolean usual) {
        this.kind = Optional.empty();
        this.width = width;
        this.usual = usual;
    }

    Column(Attestation.Kind kind, double width, boolean usual) {
        this.kind = Optional.of(kind);
        this.width = width;
        this.usual = usual;
    }

    /** The attestation that it shows. */
    Optional<Attestation.Kind> kind() {
        return kind;
    }

    /** Its width at the usual text size, in pixels. */
    double width() {
        return width;
    }

    /** The columns of a window that nobody has arranged. */
    static List<Column> usual() {
        return Arrays.stream(values()).filter(c -> c.usual).toList();
    }
}
