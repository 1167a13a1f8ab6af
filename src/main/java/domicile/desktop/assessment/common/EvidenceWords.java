package domicile.desktop.assessment.common;

import domicile.assessment.EvidenceFit;
import domicile.assessment.FailureMode;
import domicile.desktop.kit.Passages;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.document.DocumentFile;
import domicile.document.Passage;
import domicile.document.Warning;
import domicile.residency.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A clause as it is shown: its words, where they stand, what limits them and what they do not say. */
public final class EvidenceWords {
    private static final int HASH_START = 12;

    private EvidenceWords() {}

    /** What of a document does not fit what is asked, in words. */
    public static List<String> misfits(EvidenceFit fit, Texts texts) {
        List<String> all = new ArrayList<>();
        fit.notCounted().ifPresent(why -> all.add(texts.of(why)));
        fit.misfits().stream().sorted().map(texts::of).forEach(all::add);
        return all;
    }

    /** A clause that is to be confirmed. */
    public static VBox clause(DocumentFile file, Passage passage, Evidence.Kind kind, Texts texts) {
        VBox box = new VBox(Passages.marked(texts.get("cite.quote", passage.quote()), passage.quote()));
        box.getChildren().add(Ui.muted(where(passage.page(), file.name(), file.sha256(), texts)));
        box.getChildren().addAll(limits(passage, kind, texts));
        box.getStyleClass().add("clause");
        box.setId("clause");
        return box;
    }

    /** What limits a passage, and what it does not say; the failure modes by their names. */
    public static List<Node> limits(Passage passage, Evidence.Kind kind, Texts texts) {
        List<Node> all = new ArrayList<>();
        mode(kind, passage.warnings())
                .ifPresent(m -> all.add(Ui.text("✗ " + texts.get("reader.mode", texts.of(m)), "mark-bad")));
        passage.warnings().stream().sorted().forEach(w -> all.add(Ui.text("! " + texts.of(w), "mark-open")));
        passage.hedges().forEach(h -> all.add(Ui.text("≈ " + hedge(h.quote(), h.page(), texts), "mark-open")));
        return all;
    }

    /** The same in one sentence, for who listens. */
    public static String said(Passage passage, Evidence.Kind kind, Texts texts) {
        List<String> all = new ArrayList<>(List.of(passage.quote()));
        passage.page().ifPresent(page -> all.add(texts.get("reader.page", page)));
        mode(kind, passage.warnings()).ifPresent(m -> all.add(texts.get("reader.mode", texts.of(m))));
        passage.warnings().stream().sorted().map(texts::of).forEach(all::add);
        passage.hedges().forEach(h -> all.add(hedge(h.quote(), h.page(), texts)));
        return String.join("; ", all);
    }

    private static String hedge(String quote, OptionalInt page, Texts texts) {
        String words = texts.get("reader.hedge", texts.get("cite.quote", quote));
        return page.isPresent() ? words + " (" + texts.get("reader.page", page.getAsInt()) + ")" : words;
    }

    /** The failure mode that a clause would be taken in by. */
    static Optional<FailureMode> mode(Evidence.Kind kind, Set<Warning> warnings) {
        if (warnings.contains(Warning.SPEAKS_OF_STORAGE)) {
            return Optional.of(FailureMode.STORAGE_IS_NOT_INFERENCE);
        }
        boolean product =
                warnings.contains(Warning.NAMES_NO_PRODUCT) || warnings.contains(Warning.NAMES_ANOTHER_PRODUCT);
        return switch (kind) {
            case SOC2_REPORT ->
                warnings.contains(Warning.NAMES_NO_PLACE)
                        ? Optional.of(FailureMode.SOC2_IS_NOT_GEOGRAPHY)
                        : Optional.empty();
            case BAA_PRODUCT_SCHEDULE, VENDOR_BAA ->
                product ? Optional.of(FailureMode.BAA_IS_NOT_PRODUCT_COVERAGE) : Optional.empty();
            case ORDER_FORM_INFERENCE_REGION,
                    ORDER_FORM_STORAGE_REGION,
                    ENDPOINT_SERVICES_REGION,
                    ZDR_ADDENDUM,
                    ORDER_FORM_NO_TRAINING,
                    DPA_SIGNED,
                    STORAGE_RESIDENCY_CLAIM,
                    CERTIFICATE,
                    FEDRAMP_AUTHORIZATION,
                    OWNERSHIP_DECLARATION -> Optional.empty();
        };
    }

    private static String where(OptionalInt page, String file, String sha256, Texts texts) {
        String start = sha256.substring(0, Math.min(HASH_START, sha256.length()));
        return page.isPresent()
                ? texts.get("reader.where", page.getAsInt(), file, start)
                : texts.get("reader.whereFile", file, start);
    }

    /**
     * What carries a piece of evidence: its clause with page, file and hash, which opens it; or that it was typed and
     * no clause is shown.
     */
    public static List<Node> of(Evidence evidence, Texts texts, Consumer<Evidence> open) {
        Evidence.Passage words = evidence.passage();
        if (evidence.typed()) {
            return List.of(Ui.muted(texts.get("documents.typed")));
        }
        Hyperlink link = new Hyperlink(texts.get("cite.quote", words.quote()));
        link.setWrapText(true);
        link.setMinHeight(Label.USE_PREF_SIZE);
        link.getStyleClass().addAll("quote-link", "clause-link");
        link.setAccessibleText(texts.pair(texts.get("reader.open", evidence.document()), link.getText()));
        link.setOnAction(e -> {
            link.setVisited(false);
            open.accept(evidence);
        });
        return with(link, evidence, texts);
    }

    /** As {@link #of(Evidence, Texts, Consumer)}, to be read alone. */
    public static List<Node> of(Evidence evidence, Texts texts) {
        return evidence.typed()
                ? List.of(Ui.muted(texts.get("documents.typed")))
                : with(Ui.text(texts.get("cite.quote", evidence.passage().quote())), evidence, texts);
    }

    private static List<Node> with(Node quote, Evidence evidence, Texts texts) {
        Evidence.Passage words = evidence.passage();
        List<Node> all = new ArrayList<>(
                List.of(quote, Ui.muted(where(words.page(), evidence.document(), words.sha256(), texts))));
        words.hedges().forEach(h -> all.add(Ui.text("≈ " + hedge(h.quote(), h.page(), texts), "mark-open")));
        return all;
    }

    /** A document's name with its clause, or with the word that none is shown: for a line of a list. */
    public static String line(Evidence evidence, String name, Texts texts) {
        return name + " – "
                + (evidence.typed()
                        ? texts.get("documents.typed")
                        : texts.get("cite.quote", evidence.passage().quote()));
    }
}
