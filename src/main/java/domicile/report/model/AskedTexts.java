package domicile.report.model;

import domicile.assessment.Assessment;
import domicile.report.model.ReportModel.Pair;
import domicile.residency.Area;
import domicile.residency.Register;
import domicile.residency.Workload;
import domicile.residency.Workload.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the buyer asked, and the particulars of the assessment. What was not asked is said too. */
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
                pair(
                        "particulars.startsOn",
                        workload.undecided().contains(Part.STARTS_ON)
                                ? texts.get("asked.undecided")
                                : texts.date(workload.startsOn())),
                pair("particulars.registerAsOf", texts.date(assessment.registerAsOf())),
                pair("particulars.rules", assessment.rulesVersion()),
                pair(
                        "particulars.freshness",
                        texts.get(
                                        assessment.freshness().hardLimit() ? "freshness.hard" : "freshness.listed",
                                        assessment.freshness().maxAgeDays(),
                                        assessment.freshness().maxDocumentAgeDays())
                                + (assessment.freshness().requireQuotes() ? texts.get("freshness.quotes") : "")),
                pair("particulars.hash", CleanText.of(assessment.registerHash())));
    }

    List<Pair> answers() {
        List<Pair> rows = new ArrayList<>();
        rows.add(pair("asked.data", some(Part.DATA_CATEGORIES, texts.words("category", workload.dataCategories()))));
        rows.add(pair("asked.inference", area(Part.INFERENCE, workload.inference())));
        rows.add(pair("asked.storage", area(Part.STORAGE, workload.storage())));
        rows.add(pair("asked.endpointServices", area(Part.ENDPOINT_SERVICES, workload.endpointServices())));
        rows.add(pair("asked.excluded", area(Part.EXCLUDED_JURISDICTIONS, workload.excludedJurisdictions())));
        rows.add(pair(
                "asked.retention",
                workload.retentionMaxDays().isPresent()
                        ? texts.get("fact.days", workload.retentionMaxDays().getAsInt())
                        : notAsked(Part.RETENTION_MAX_DAYS)));
        rows.add(pair(
                "asked.training",
                workload.trainingReuse().map(t -> texts.word("training", t)).orElse(notAsked(Part.TRAINING_REUSE))));
        rows.add(pair(
                "asked.certifications",
                some(
                        Part.CERTIFICATIONS,
                        workload.certifications().stream().map(texts::of).collect(Collectors.joining(", ")))));
        rows.add(pair("asked.fedramp", workload.fedRampLevel().map(texts::of).orElse(notAsked(Part.FEDRAMP_LEVEL))));
        rows.add(pair("asked.dpa", workload.dpaRequired() ? texts.get("asked.yes") : notAsked(Part.DPA_REQUIRED)));
        rows.add(pair(
                "asked.models", some(Part.MODEL_FAMILIES, CleanText.of(String.join(", ", workload.modelFamilies())))));
        rows.add(pair("asked.modelIds", some(Part.MODELS, CleanText.of(String.join(", ", workload.models())))));
        rows.add(pair(
                "asked.services",
                workload.services().map(this::services).orElseGet(() -> undecidedOr(Part.SERVICES, "asked.notSaid"))));
        rows.add(pair(
                "asked.candidates",
                workload.candidates().isEmpty()
                        ? texts.get("asked.allOfferings")
                        : workload.candidates().stream().map(this::offering).collect(Collectors.joining(", "))));
        return rows;
    }

    private String services(List<String> named) {
        return named.isEmpty() ? texts.get("asked.plainCall") : CleanText.of(String.join(", ", named));
    }

    private String offering(String id) {
        return CleanText.of(register.offeringName(id));
    }

    private String area(Part part, Optional<Area> area) {
        return area.map(a -> texts.area(a, register.areas())).orElse(notAsked(part));
    }

    private String some(Part part, String listed) {
        return listed.isEmpty() ? notAsked(part) : listed;
    }

    /** Nobody having decided is not the same as nothing being asked. */
    private String notAsked(Part part) {
        return undecidedOr(part, "asked.not");
    }

    private String undecidedOr(Part part, String key) {
        return texts.get(workload.undecided().contains(part) ? "asked.undecided" : key);
    }

    private Pair pair(String key, String value) {
        return new Pair(texts.get(key), value);
    }
}
