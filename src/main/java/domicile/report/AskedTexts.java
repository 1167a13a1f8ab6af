package domicile.report;

import domicile.assessment.Assessment;
import domicile.report.ReportModel.Document;
import domicile.report.ReportModel.Pair;
import domicile.residency.Area;
import domicile.residency.Evidence;
import domicile.residency.Offering;
import domicile.residency.Register;
import domicile.residency.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the buyer asked and holds, and the particulars of the assessment. What was not asked is said too. */
final class AskedTexts {
    private final Assessment assessment;
    private final Workload workload;
    private final Register register;
    private final Texts texts;

    AskedTexts(Assessment assessment, Register register, Texts texts) {
        this.assessment = assessment;
        this.workload = assessment.workload();
        this.register = register;
        this.texts = texts;
    }

    List<Pair> particulars() {
        return List.of(
                pair("particulars.date", texts.date(assessment.date())),
                pair("particulars.startsOn", texts.date(workload.startsOn())),
                pair("particulars.registerAsOf", texts.date(assessment.registerAsOf())),
                pair("particulars.rules", assessment.rulesVersion()),
                pair(
                        "particulars.freshness",
                        texts.get(
                                assessment.freshness().hardLimit() ? "freshness.hard" : "freshness.listed",
                                assessment.freshness().maxAgeDays())),
                pair("particulars.hash", CleanText.of(assessment.registerHash())));
    }

    List<Pair> answers() {
        List<Pair> rows = new ArrayList<>();
        rows.add(pair("asked.data", some(texts.words("category", workload.dataCategories()))));
        rows.add(pair("asked.inference", area(workload.inference())));
        rows.add(pair("asked.storage", area(workload.storage())));
        rows.add(pair("asked.endpointServices", area(workload.endpointServices())));
        rows.add(pair("asked.excluded", area(workload.excludedJurisdictions())));
        rows.add(pair(
                "asked.retention",
                workload.retentionMaxDays().isPresent()
                        ? texts.get("fact.days", workload.retentionMaxDays().getAsInt())
                        : texts.get("asked.not")));
        rows.add(pair(
                "asked.training",
                workload.trainingReuse().map(t -> texts.word("training", t)).orElse(texts.get("asked.not"))));
        rows.add(pair("asked.certifications", some(texts.words("attestation", workload.certifications()))));
        rows.add(pair(
                "asked.fedramp",
                workload.fedRampLevel().map(l -> texts.word("level", l)).orElse(texts.get("asked.not"))));
        rows.add(pair("asked.dpa", texts.get(workload.dpaRequired() ? "asked.yes" : "asked.not")));
        rows.add(pair("asked.models", some(CleanText.of(String.join(", ", workload.modelFamilies())))));
        rows.add(pair("asked.services", some(CleanText.of(String.join(", ", workload.services())))));
        rows.add(pair(
                "asked.candidates",
                workload.candidates().isEmpty()
                        ? texts.get("asked.allOfferings")
                        : workload.candidates().stream().map(this::offering).collect(Collectors.joining(", "))));
        return rows;
    }

    List<Document> evidence() {
        return workload.evidence().stream().map(this::document).toList();
    }

    private Document document(Evidence evidence) {
        List<String> says = new ArrayList<>();
        if (!evidence.regions().isEmpty()) {
            says.add(texts.places(evidence.regions(), register.areas()));
        }
        if (!evidence.product().isEmpty()) {
            says.add(CleanText.of(evidence.product()));
        }
        return new Document(
                evidence.document().isEmpty() ? texts.get("evidence.unnamed") : CleanText.of(evidence.document()),
                texts.word("evidence", evidence.kind()),
                offering(evidence.offering()),
                texts.date(evidence.date()),
                String.join("; ", says),
                !evidence.date().isAfter(assessment.date()));
    }

    private String offering(String id) {
        return CleanText.of(register.offering(id).map(Offering::name).orElse(id));
    }

    private String area(Optional<Area> area) {
        return area.map(a -> texts.area(a, register.areas())).orElse(texts.get("asked.not"));
    }

    private String some(String listed) {
        return listed.isEmpty() ? texts.get("asked.not") : listed;
    }

    private Pair pair(String key, String value) {
        return new Pair(texts.get(key), value);
    }
}
