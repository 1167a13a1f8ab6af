package domicile.report;

import domicile.assessment.Freshness;
import domicile.assessment.Status;
import domicile.assessment.Verdict;
import domicile.json.JsonProblem;
import domicile.json.JsonValue;
import domicile.json.StrictJson;
import domicile.problem.ProblemException;
import domicile.problem.Sha256;
import domicile.residency.Evidence;
import domicile.residency.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The assessment that a report says it found, {@code domicile.assessment/1} of whatever version of the rules. */
final class Claimed {
    private static final String SCHEMA = "domicile.assessment/1";
    private static final Pattern HASH = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final int MOST_DAYS = 100_000;

    private final JsonValue root;

    /** @throws ProblemException when it is no JSON, or does not say of which day and rules it is */
    Claimed(JsonValue root) {
        this.root = root;
        date();
        registerAsOf();
        registerHash();
        rulesVersion();
        freshness();
    }

    LocalDate date() {
        return root.get("date").day();
    }

    LocalDate registerAsOf() {
        return root.get("registerAsOf").day();
    }

    String registerHash() {
        return root.get("registerHash").text();
    }

    String rulesVersion() {
        return root.get("rulesVersion").text();
    }

    String workload() {
        return root.get("workload").ownWords();
    }

    Freshness freshness() {
        JsonValue freshness = root.get("freshness");
        return new Freshness(
                freshness.get("maxAgeDays").whole(0, MOST_DAYS),
                freshness
                        .find("maxDocumentAgeDays")
                        .map(n -> n.whole(0, MOST_DAYS))
                        .orElse(Freshness.DOCUMENT_DAYS),
                freshness.get("hardLimit").truth(),
                freshness.find("requireQuotes").map(JsonValue::truth).orElse(false));
    }

    /**
     * What no version of the rules would have written, one sentence each.
     *
     * @param asked the attached workload
     */
    List<String> unsound(JsonValue asked) {
        List<String> problems = new ArrayList<>();
        try {
            if (!root.get("schema").text().equals(SCHEMA)
                    || !HASH.matcher(registerHash()).matches()) {
                problems.add("the attached assessment is not of " + SCHEMA);
            }
            if (!workload().equals(asked.get("name").ownWords().strip())) {
                problems.add("the attached assessment is of another workload than the one that is attached");
            }
            Set<String> candidates = Set.copyOf(candidates(asked));
            Set<String> assessed = root.get("offerings").items().stream()
                    .map(o -> o.get("offering").text())
                    .collect(Collectors.toSet());
            // a workload that names none is of all offerings
            if (!candidates.isEmpty() && !candidates.equals(assessed)) {
                problems.add("the attached assessment is of other candidates than the workload that is attached");
            }
            root.get("offerings").items().forEach(o -> problems.addAll(unsoundOffering(o)));
        } catch (ProblemException e) {
            problems.add(e.where() + ": " + e.what());
        }
        return problems;
    }

    private static List<String> unsoundOffering(JsonValue offering) {
        Optional<Status> worst = Optional.empty();
        for (JsonValue finding : offering.get("requirements").items()) {
            finding.get("requirement").matching(CONSTANT, JsonProblem.BAD_ID);
            Status status = finding.get("status").oneOf(Status.class);
            worst = Optional.of(worst.map(w -> w.worst(status)).orElse(status));
        }
        for (JsonValue finding : offering.get("failureModes").items()) {
            finding.get("failureMode").matching(CONSTANT, JsonProblem.BAD_ID);
            finding.get("state").matching(CONSTANT, JsonProblem.BAD_ID);
        }
        Verdict verdict = offering.get("verdict").oneOf(Verdict.class);
        return worst.map(Verdict::of).orElse(verdict) == verdict
                ? List.of()
                : List.of(offering.get("offering").text() + ": " + verdict + " is not the worst of its findings");
    }

    /** The words that its findings cite, each once. */
    List<Verification.Quoted> quotes() {
        Set<Verification.Quoted> quotes = new LinkedHashSet<>();
        for (JsonValue offering : root.get("offerings").items()) {
            for (String findings : List.of("requirements", "failureModes")) {
                offering.get(findings).items().stream()
                        .flatMap(f -> f.find("quotes").stream())
                        .flatMap(q -> q.items().stream())
                        .map(Claimed::quoted)
                        .forEach(quotes::add);
            }
        }
        return List.copyOf(quotes);
    }

    private static Verification.Quoted quoted(JsonValue quote) {
        return new Verification.Quoted(
                quote.get("source").whole(0, Source.HIGHEST),
                quote.get("exact").ownWords(),
                given(quote, "row").map(JsonValue::ownWords),
                quote.get("capture").matching(HASH, JsonProblem.BAD_ID).substring(Sha256.PREFIX.length()));
    }

    /** Verdicts, statuses and states that differ in another assessment, one sentence each. */
    List<String> changes(String other) {
        Map<String, String> was = said(root);
        Map<String, String> is = said(StrictJson.read("assessment", other));
        Set<String> all = new LinkedHashSet<>(was.keySet());
        all.addAll(is.keySet());
        return all.stream()
                .filter(what -> !was.getOrDefault(what, "").equals(is.getOrDefault(what, "")))
                .map(what ->
                        what + ": " + was.getOrDefault(what, "nothing") + " -> " + is.getOrDefault(what, "nothing"))
                .toList();
    }

    private static Map<String, String> said(JsonValue assessment) {
        Map<String, String> said = new LinkedHashMap<>();
        for (JsonValue offering : assessment.get("offerings").items()) {
            String id = offering.get("offering").text();
            said.put(id, offering.get("verdict").text());
            for (JsonValue f : offering.get("requirements").items()) {
                said.put(id + " " + f.get("requirement").text(), f.get("status").text());
            }
            for (JsonValue f : offering.get("failureModes").items()) {
                said.put(id + " " + f.get("failureMode").text(), f.get("state").text());
            }
        }
        return said;
    }

    /** The documents in hand that a workload file lists. */
    static List<HeldClauses.Held> held(JsonValue workload) {
        return given(workload, "evidence")
                .map(n -> n.items().stream().map(Claimed::document).toList())
                .orElse(List.of());
    }

    private static HeldClauses.Held document(JsonValue evidence) {
        return new HeldClauses.Held(
                evidence.get("offering").text(),
                evidence.get("kind").text(),
                words(evidence, "document"),
                new Evidence.Passage(
                        words(evidence, "sha256"),
                        page(evidence),
                        words(evidence, "quote"),
                        given(evidence, "hedges")
                                .map(n -> n.items().stream()
                                        .map(h -> new Evidence.Hedge(words(h, "quote"), page(h)))
                                        .toList())
                                .orElse(List.of())));
    }

    private static Optional<JsonValue> given(JsonValue parent, String field) {
        return parent.find(field).filter(n -> !n.isNull());
    }

    private static String words(JsonValue parent, String field) {
        return given(parent, field).map(JsonValue::ownWords).orElse("");
    }

    private static OptionalInt page(JsonValue parent) {
        return given(parent, "page")
                .map(n -> OptionalInt.of(n.whole(1, Integer.MAX_VALUE)))
                .orElse(OptionalInt.empty());
    }

    /** The candidates that a workload file names; none: all offerings. */
    static List<String> candidates(JsonValue workload) {
        return given(workload, "candidates")
                .map(n -> n.items().stream().map(JsonValue::text).toList())
                .orElse(List.of());
    }
}
