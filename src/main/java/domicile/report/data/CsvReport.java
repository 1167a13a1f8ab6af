package domicile.report.data;

import domicile.assessment.FailureMode;
import domicile.assessment.Finding;
import domicile.assessment.OfferingAssessment;
import domicile.assessment.Sentence;
import domicile.report.model.CleanText;
import domicile.report.model.ReportModel;
import domicile.report.model.Texts;
import domicile.residency.Citation;
import domicile.residency.Evidence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The report as comma-separated values (RFC 4180): one row for each requirement of each candidate, with the candidate's
 * verdict and failure modes in every row. Codes are those of the JSON contract; sentences are in the report's language.
 */
public final class CsvReport {
    private static final List<String> HEADER = List.of(
            "workload",
            "date",
            "registerHash",
            "offering",
            "verdict",
            "storageIsNotInference",
            "soc2IsNotGeography",
            "baaIsNotProductCoverage",
            "coverageIsNotEveryModel",
            "requirement",
            "status",
            "reason",
            "deployment",
            "citations",
            "documents",
            "controls",
            "lifts",
            "notAsked",
            "documentsNotCounted",
            "facts",
            "factsWithQuote",
            "quotes",
            "evidence",
            "documentsInHand");

    /** The columns of a requirement. */
    private static final int FINDING = 8;

    private CsvReport() {}

    /**
     * Renders the report, with a header row. A candidate of whom nothing was asked has one row without a requirement.
     * Where a meeting was held or a project read, further columns say what a row is, and further rows what was decided
     * and what the project uses; see {@link FurtherRows}.
     */
    public static String render(ReportModel model) {
        return render(model, Csv.COMMAS);
    }

    public static String render(ReportModel model, Csv csv) {
        List<List<String>> rows = findings(model);
        Stream<List<String>> lines = FurtherRows.any(model)
                ? FurtherRows.lines(
                        HEADER,
                        rows,
                        model,
                        Map.of(
                                "workload",
                                model.assessment().workload().name(),
                                "date",
                                model.assessment().date().toString(),
                                "registerHash",
                                model.assessment().registerHash()))
                : Stream.concat(Stream.of(HEADER), rows.stream());
        return lines.map(csv::line).collect(Collectors.joining());
    }

    private static List<List<String>> findings(ReportModel model) {
        List<List<String>> rows = new ArrayList<>();
        for (int o = 0; o < model.candidates().size(); o++) {
            ReportModel.Candidate candidate = model.candidates().get(o);
            OfferingAssessment offering = model.assessment().offerings().get(o);
            String documents = documents(model, offering);
            List<String> common = common(model, offering);
            List<String> beside = beside(model, offering);
            if (offering.requirements().isEmpty()) {
                rows.add(join(common, Collections.nCopies(FINDING, ""), beside, List.of("", "", documents)));
            }
            for (int i = 0; i < offering.requirements().size(); i++) {
                Finding f = offering.requirements().get(i);
                List<String> words =
                        List.of(quotes(f), held(candidate.requirements().get(i).documents()), documents);
                rows.add(join(common, finding(model.texts(), f), beside, words));
            }
        }
        return rows;
    }

    private static List<String> common(ReportModel model, OfferingAssessment offering) {
        List<String> cells = new ArrayList<>(List.of(
                model.assessment().workload().name(),
                model.assessment().date().toString(),
                model.assessment().registerHash(),
                offering.offering(),
                offering.verdict().name()));
        for (FailureMode mode : FailureMode.values()) {
            cells.add(offering.failureModes().stream()
                    .filter(f -> f.failureMode() == mode)
                    .map(f -> f.state().name())
                    .collect(Collectors.joining()));
        }
        return cells;
    }

    /** The documents that a finding rests on, each with its clause or that none is shown. */
    private static String held(List<ReportModel.Held> documents) {
        return documents.stream().map(ReportModel.Held::whole).collect(Collectors.joining("; "));
    }

    /** The documents in hand for an offering, each with its clause, page, hash and limits, or that it was typed. */
    private static String documents(ReportModel model, OfferingAssessment offering) {
        List<Evidence> held = model.assessment().workload().evidence();
        return IntStream.range(0, held.size())
                .filter(i -> held.get(i).offering().equals(offering.offering()))
                .mapToObj(i -> model.evidence().get(i))
                .map(d -> d.label() + " " + d.name() + ", " + d.kind() + ", " + model.pair(d.date(), d.whole()))
                .collect(Collectors.joining(" | "));
    }

    /** The words in hand that carry a finding, each after its source's number. */
    private static String quotes(Finding f) {
        return f.citations().stream()
                .filter(Citation::quoted)
                .map(c -> "[" + c.source() + "] \""
                        + CleanText.of(c.quote().orElseThrow().exact()) + "\"")
                .collect(Collectors.joining(" "));
    }

    /**
     * What was not asked although it is advisable, the documents that do not count, each with why, and how many facts
     * it leans on and how many of them have their words in hand.
     */
    private static List<String> beside(ReportModel model, OfferingAssessment offering) {
        return List.of(
                model.assessment().notAsked().stream().map(Enum::name).collect(Collectors.joining(" ")),
                offering.documentsNotCounted().stream()
                        .map(d -> d.document().title() + ": " + d.why())
                        .collect(Collectors.joining("; ")),
                String.valueOf(offering.facts().size()),
                String.valueOf(offering.withQuote()));
    }

    private static List<String> finding(Texts texts, Finding f) {
        return List.of(
                f.requirement().name(),
                f.status().name(),
                texts.say(f.reason()),
                f.deployment().orElse(""),
                f.citations().stream()
                        .map(Citation::source)
                        .distinct()
                        .map(String::valueOf)
                        .collect(Collectors.joining(" ")),
                String.join("; ", f.documents()),
                String.join(" ", f.controls()),
                f.lifts().stream().map((Sentence s) -> texts.say(s)).collect(Collectors.joining(" ")));
    }

    @SafeVarargs
    private static List<String> join(List<String>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }
}
