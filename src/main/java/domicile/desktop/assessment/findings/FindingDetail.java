package domicile.desktop.assessment.findings;

import domicile.assessment.Alternative;
import domicile.assessment.FailureFinding;
import domicile.assessment.Finding;
import domicile.assessment.OfferingAssessment;
import domicile.assessment.OpenDecisions;
import domicile.assessment.Settling;
import domicile.assessment.Status;
import domicile.desktop.assessment.common.AnswerLines;
import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.assessment.common.CitationLinks;
import domicile.desktop.assessment.common.EvidenceWords;
import domicile.desktop.assessment.common.VendorAnswersViewModel;
import domicile.desktop.kit.FactTexts;
import domicile.desktop.kit.Mark;
import domicile.desktop.kit.Names;
import domicile.desktop.kit.Notices;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.report.model.AssessmentTexts;
import domicile.residency.Fact;
import domicile.residency.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * Why a cell of the matrix says what it says, with the citations, what would lift it, and what to demand of the vendor.
 */
final class FindingDetail {
    private final AssessmentViewModel model;
    private final Texts texts;
    private final AssessmentTexts words;
    private final CitationLinks links;
    private final VendorAnswersViewModel vendors;
    private final Notices notices;
    private final FindingsView.Leads leads;
    private final VBox box = new VBox();

    FindingDetail(
            AssessmentViewModel model,
            Texts texts,
            CitationLinks links,
            VendorAnswersViewModel vendors,
            Notices notices,
            FindingsView.Leads leads) {
        this.vendors = vendors;
        this.notices = notices;
        this.model = model;
        this.texts = texts;
        this.words = new AssessmentTexts(texts.locale());
        this.links = links;
        this.leads = leads;
        box.getStyleClass().add("detail");
        box.setId("finding");
    }

    Node node() {
        return box;
    }

    void show(Matrix.Cell cell) {
        box.getChildren().clear();
        switch (cell) {
            case Matrix.Cell.Whole(OfferingAssessment o) -> candidate(o);
            case Matrix.Cell.Mode(OfferingAssessment o, FailureFinding f) -> {
                head(texts.of(f.failureMode()), o, Mark.of(f.state(), texts));
                box.getChildren().addAll(Ui.text(f.reason().in(texts.locale())), links.full(f.citations()));
            }
            case Matrix.Cell.One(OfferingAssessment o, Finding f) -> finding(o, f);
        }
    }

    private void head(String title, OfferingAssessment o, Mark mark) {
        Label marked = new Label(mark.text());
        marked.getStyleClass().addAll(mark.style(), "verdict");
        box.getChildren().addAll(Ui.text(title, "detail-title"), Ui.muted(model.offering(o.offering())), marked);
    }

    private void candidate(OfferingAssessment o) {
        Label marked = new Label(Mark.of(o.verdict(), texts).text());
        marked.getStyleClass().addAll(Mark.of(o.verdict(), texts).style(), "verdict");
        box.getChildren().addAll(Ui.text(model.offering(o.offering()), "detail-title"), marked);
        if (!model.assessmentProperty().get().workload().undecided().isEmpty()) {
            box.getChildren().add(Ui.text(texts.get("findings.provisional"), "notice"));
        }
        worst(o);
        list(
                "findings.uncounted",
                o.documentsNotCounted().stream()
                        .map(d -> texts.pair(
                                EvidenceWords.line(d.document(), words.of(d.document()), texts), words.of(d.why())))
                        .toList());
        alternatives(o.alternatives());
        copied(
                "findings.asks",
                o.askList().stream().map(a -> a.question().in(texts.locale())).toList());
        copied(
                "findings.clauses",
                o.clauses().stream().map(c -> c.text().in(texts.locale())).toList());
        list(
                "findings.stale",
                Stream.concat(
                                o.stale().stream()
                                        .map(s -> texts.get(
                                                "findings.staleLine",
                                                about(
                                                        o.offering(),
                                                        s.fact(),
                                                        f -> f.value().key()),
                                                s.citation().source(),
                                                s.ageDays())),
                                o.staleDocuments().stream()
                                        .map(s -> texts.get(
                                                "findings.staleDocument",
                                                EvidenceWords.line(s.document(), words.of(s.document()), texts),
                                                s.ageDays())))
                        .toList());
    }

    /** The reasons behind the verdict, each with its citations or with what is missing. */
    private void worst(OfferingAssessment o) {
        Status worst = Status.worstOf(o.requirements().stream().map(Finding::status));
        if (worst == Status.MET) {
            return;
        }
        box.getChildren().add(Ui.text(texts.get("findings.worst"), "section-head"));
        o.requirements().stream().filter(f -> f.status() == worst).forEach(f -> {
            box.getChildren()
                    .add(Ui.text("• "
                            + texts.pair(
                                    Names.requirement(f.requirement(), texts.locale()),
                                    f.reason().in(texts.locale()))));
            if (!f.citations().isEmpty()) {
                box.getChildren().add(links.brief(f.citations()));
            }
            f.missingCitation().ifPresent(m -> box.getChildren().add(Ui.muted(m.in(texts.locale()))));
        });
    }

    /** Each as what it reaches, with what, which documents that takes and what has to be read first-hand. */
    private void alternatives(List<Alternative> all) {
        if (all.isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>();
        VBox cards = new VBox();
        cards.getStyleClass().add("list");
        for (Alternative a : all) {
            String where = model.offering(a.offering())
                    + a.deployment()
                            .map(d -> ", " + deployment(a.offering(), d))
                            .orElse("");
            Mark mark = Mark.of(a.reaches(), texts);
            List<String> steps = Stream.concat(
                            a.needs().stream().map(n -> n.says().in(texts.locale())),
                            a.readFirstHand().stream()
                                    .map(id -> texts.get(
                                            "findings.readFirstHand",
                                            texts.pair(
                                                    model.offering(a.offering()), about(a.offering(), id, Fact::id)))))
                    .toList();
            VBox card = new VBox(Ui.text("→ " + mark.text(), mark.style()), Ui.text(where, "fact-value"));
            steps.forEach(s -> card.getChildren().add(Ui.text("• " + s)));
            card.getStyleClass().add("candidate");
            cards.getChildren().add(card);
            lines.add(Stream.concat(Stream.of(where), steps.stream()).collect(Collectors.joining("; ")) + " → "
                    + mark.word());
        }
        box.getChildren().addAll(copyable("findings.alternatives", lines), cards);
    }

    /** What a fact is about, with a deployment by its name. */
    private String about(String offering, String fact, Function<Fact<?>, String> named) {
        return model.register().offering(offering).stream()
                .flatMap(r -> r.facts().stream())
                .filter(f -> named.apply(f).equals(fact))
                .findFirst()
                .map(f -> new FactTexts(texts, model.register()).about(f.value()))
                .orElseGet(() -> FactTexts.aboutId(fact, texts));
    }

    private String deployment(String offering, String id) {
        return model.register()
                .offering(offering)
                .flatMap(o -> o.deployments().stream()
                        .map(f -> f.value())
                        .filter(p -> p.id().equals(id))
                        .map(p -> p.name())
                        .findFirst())
                .orElse(id);
    }

    private void finding(OfferingAssessment o, Finding f) {
        head(Names.requirement(f.requirement(), texts.locale()), o, Mark.of(f.status(), texts));
        box.getChildren().add(Ui.text(f.reason().in(texts.locale())));
        Optional<Workload.Part> part = OpenDecisions.part(f);
        part.ifPresent(p -> box.getChildren()
                .add(Ui.button(texts.get("findings.answer"), "answer-it", () -> leads.answer(p), "accent")));
        box.getChildren().add(links.full(f.citations()));
        f.deployment().ifPresent(d -> list("findings.deployment", List.of(deployment(o.offering(), d))));
        f.missingCitation().ifPresent(m -> list("findings.missing", List.of(m.in(texts.locale()))));
        relied(o, f);
        answered(o, f);
        list("findings.lifts", f.lifts().stream().map(l -> l.in(texts.locale())).toList());
        boolean document = Settling.of(model.assessmentProperty().get(), model.register(), o).stream()
                .anyMatch(s -> s.finding().requirement() == f.requirement()
                        && !s.kinds().isEmpty());
        if (document) {
            box.getChildren()
                    .add(Ui.button(
                            texts.get("findings.read"),
                            "read-for-it",
                            () -> leads.read(o.offering(), f.requirement()),
                            part.isEmpty() ? "accent" : "flat"));
        }
        if (part.isEmpty()) {
            copied(
                    "findings.asks",
                    o.askList().stream()
                            .filter(a -> a.requirement() == f.requirement())
                            .filter(a -> !vendors.settled(o.offering(), f.requirement()))
                            .map(a -> a.question().in(texts.locale()))
                            .toList());
            copied(
                    "findings.clauses",
                    o.clauses().stream()
                            .filter(c -> c.requirement() == f.requirement())
                            .map(c -> c.text().in(texts.locale()))
                            .toList());
        }
        list("findings.controls", f.controls().isEmpty() ? List.of() : List.of(String.join(", ", f.controls())));
        if (f.status() != Status.MET) {
            box.getChildren().add(new RiskForm(model, texts, notices, o.offering(), f).node());
        }
    }

    /** What the vendor answered about it, which changes nothing of it. */
    private void answered(OfferingAssessment o, Finding f) {
        List<VendorAnswersViewModel.Told> told = vendors.about(o.offering(), f.requirement());
        if (told.isEmpty()) {
            return;
        }
        AnswerLines lines = new AnswerLines(vendors, texts);
        box.getChildren().add(Ui.text(texts.get("answers.beside"), "section-head"));
        if (vendors.settled(o.offering(), f.requirement()) && f.status() != Status.MET) {
            box.getChildren().add(Ui.muted(texts.get("answers.settled")));
        }
        told.forEach(t -> box.getChildren().add(lines.node(t, false)));
    }

    /** The documents that it rests on, each with its clause. */
    private void relied(OfferingAssessment o, Finding f) {
        if (f.documents().isEmpty()) {
            return;
        }
        box.getChildren().add(Ui.text(texts.get("findings.documents"), "section-head"));
        for (String name : f.documents()) {
            box.getChildren().add(Ui.text("• " + name));
            model.answersProperty().get().evidence().stream()
                    .filter(e -> e.offering().equals(o.offering()) && e.title().equals(name))
                    .forEach(e -> box.getChildren().addAll(EvidenceWords.of(e, texts, leads::open)));
        }
    }

    private void list(String key, List<String> lines) {
        if (!lines.isEmpty()) {
            box.getChildren().add(Ui.text(texts.get(key), "section-head"));
            lines.forEach(l -> box.getChildren().add(Ui.text("• " + l)));
        }
    }

    /** A list that is wanted elsewhere: in a letter to the vendor, in a contract. */
    private void copied(String key, List<String> lines) {
        if (!lines.isEmpty()) {
            box.getChildren().add(copyable(key, lines));
            lines.forEach(l -> box.getChildren().add(Ui.text("• " + l)));
        }
    }

    /** A heading, and at its right the button that copies what is below it. */
    private Node copyable(String key, List<String> lines) {
        Button copy = Ui.button(
                texts.get("findings.copy"), "copy-" + key, () -> Ui.copy(String.join("\n", lines)), "flat", "small");
        copy.setAccessibleText(texts.pair(texts.get("findings.copy"), texts.get(key)));
        HBox head = new HBox(Ui.text(texts.get(key), "section-head"), Ui.gap(), copy);
        head.setAlignment(Pos.BOTTOM_LEFT);
        head.getStyleClass().add("bar");
        return head;
    }
}
