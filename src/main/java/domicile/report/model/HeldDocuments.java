package domicile.report.model;

import domicile.assessment.Assessment;
import domicile.report.model.ReportModel.Cite;
import domicile.report.model.ReportModel.Document;
import domicile.report.model.ReportModel.Held;
import domicile.report.model.ReportModel.Use;
import domicile.residency.Evidence;
import domicile.residency.Offering;
import domicile.residency.Quote;
import domicile.residency.Register;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The buyer's documents: what rests on them is collected while a report is put together, and they are listed in it. */
final class HeldDocuments {
    /** How much of a clause stands beside a finding, in characters; the list of documents has all of it. */
    private static final int LONGEST = 300;

    private final Assessment assessment;
    private final Register register;
    private final Texts texts;
    private final AssessmentTexts words;
    private final List<Evidence> held;
    private final Map<Evidence, Set<Use>> uses = new LinkedHashMap<>();

    HeldDocuments(Assessment assessment, Register register, Texts texts) {
        this.assessment = assessment;
        this.register = register;
        this.texts = texts;
        this.words = new AssessmentTexts(texts);
        this.held = assessment.workload().evidence();
    }

    /** Notes that a finding rests on a document. */
    void use(Evidence document, String finding, String anchor) {
        uses.computeIfAbsent(document, d -> new LinkedHashSet<>()).add(new Use(finding, anchor));
    }

    /** A document by its name, and that it was typed where it was. */
    Held named(Evidence document) {
        return held(document, document.typed() ? texts.get("evidence.typed") : "");
    }

    /** A document with its clause, or that none is shown. */
    Held withClause(Evidence document) {
        return held(document, words.clause(document, LONGEST));
    }

    private Held held(Evidence document, String said) {
        String name = words.file(document);
        String label = label(held.indexOf(document));
        String title = texts.pair(texts.get("table.document"), words.of(document));
        return new Held(
                new Cite(label, anchor(held.indexOf(document)), title),
                name,
                said.isEmpty() ? name : texts.pair(name, said),
                said,
                document.typed());
    }

    private static String anchor(int index) {
        return "d" + (index + 1);
    }

    private static String label(int index) {
        return "[D" + (index + 1) + "]";
    }

    /** All of them, in the workload's order. */
    List<Document> rows() {
        List<Document> rows = new ArrayList<>();
        for (int i = 0; i < held.size(); i++) {
            rows.add(row(held.get(i), i));
        }
        return rows;
    }

    private Document row(Evidence document, int index) {
        return new Document(
                anchor(index),
                label(index),
                words.file(document),
                words.kind(document),
                CleanText.of(register.offering(document.offering())
                        .map(Offering::name)
                        .orElse(document.offering())),
                texts.date(document.date()),
                says(document),
                document.typed(),
                words.clause(document, Quote.MOST),
                words.hedges(document),
                document.passage().page(),
                document.passage().sha256(),
                uncounted(document),
                List.copyOf(uses.getOrDefault(document, Set.of())));
    }

    private String says(Evidence document) {
        List<String> says = new ArrayList<>();
        if (!document.regions().isEmpty()) {
            says.add(texts.places(document.regions(), register.areas()));
        }
        if (!document.product().isEmpty()) {
            says.add(CleanText.of(document.product()));
        }
        document.certification().ifPresent(c -> says.add(texts.of(c)));
        document.level().ifPresent(l -> says.add(texts.of(l)));
        document.from().ifPresent(day -> says.add(texts.get("evidence.from", texts.date(day))));
        document.days().ifPresent(days -> says.add(texts.get("evidence.days", days)));
        listed("evidence.models", document.models()).ifPresent(says::add);
        listed("evidence.services", document.services()).ifPresent(says::add);
        return String.join("; ", says);
    }

    private Optional<String> listed(String key, List<String> names) {
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(texts.pair(texts.get(key), CleanText.of(String.join(", ", names))));
    }

    /** Why it does not count for its offering; one of an offering that is no candidate is looked at by nobody. */
    private Optional<String> uncounted(Evidence document) {
        if (document.date().isAfter(assessment.date())) {
            return Optional.of(texts.get("evidence.late"));
        }
        return assessment.offerings().stream()
                .filter(o -> o.offering().equals(document.offering()))
                .flatMap(o -> o.documentsNotCounted().stream())
                .filter(d -> d.document().equals(document))
                .findFirst()
                .map(d -> words.of(d.why()));
    }
}
