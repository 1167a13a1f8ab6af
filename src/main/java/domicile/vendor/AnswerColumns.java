package domicile.vendor;

import domicile.vendor.Answer.Polarity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Where a sheet has its ids and its answers: by the heads above the first id, and where these are silent by what stands
 * in the columns.
 *
 * @param ids the column of the ids
 * @param first the first row that has one
 * @param answer empty where no column is one of answers
 * @param ticks the columns under Yes, No and Not applicable, one of which is ticked; empty where one column has the
 *     answers
 */
record AnswerColumns(
        int ids,
        int first,
        OptionalInt answer,
        Map<Integer, Polarity> ticks,
        List<Integer> remarks,
        OptionalInt responsibility) {
    private static final int HEAD_ROWS = 15;
    private static final int LONGEST_HEAD = 160;
    private static final Pattern ANSWER = Pattern.compile("\\b(answers?|response|antwort(en)?|reponses?)\\b");
    private static final Pattern REMARK = Pattern.compile(
            "\\b(comments?|implementation|additional information|explanation|description|remarks?|notes|kommentare?|"
                    + "anmerkung(en)?|bemerkung(en)?|beschreibung|umsetzung\\w*|erlauterung(en)?|commentaires?|"
                    + "remarques?|precisions?|explications?|informations complementaires)\\b");
    private static final Pattern RESPONSIBILITY = Pattern.compile(
            "\\b(ownership|ssrm|verantwort\\w*|zustandigkeit\\w*|responsibilit(y|ies)|responsabilites?)\\b");
    /** Columns of whoever asks: the question, its help and its judgement. */
    private static final Pattern OTHERS = Pattern.compile(
            "\\b(guidance|specification|title|domain|analyst|score|weight|reviewer|compliant|hinweise?|titel|titre|"
                    + "bereich|domaine|evaluation|bewertung)\\b");

    /** The columns of a sheet; empty where it has no ids of a known part of a questionnaire. */
    static Optional<AnswerColumns> of(Sheet sheet, ControlIds ids) {
        Map<Integer, Integer> weights = new LinkedHashMap<>();
        for (int column : sheet.columns()) {
            int weight = 0;
            for (int row : sheet.rows().keySet()) {
                Optional<ControlIds.Id> id = ids.read(sheet.text(row, column)).filter(ids::ofKnownPart);
                // a question's own id before that of the control that it belongs to
                weight += id.map(i -> ids.known(i) ? 100 : 1).orElse(0);
            }
            if (weight > 0) {
                weights.put(column, weight);
            }
        }
        return weights.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(e -> columns(sheet, ids, e.getKey()));
    }

    private static AnswerColumns columns(Sheet sheet, ControlIds ids, int column) {
        int first = sheet.rows().keySet().stream()
                .filter(row -> ids.read(sheet.text(row, column))
                        .filter(ids::ofKnownPart)
                        .isPresent())
                .findFirst()
                .orElseThrow();
        Map<Integer, String> heads = new LinkedHashMap<>();
        for (int c : sheet.columns()) {
            if (c != column) {
                heads.put(c, head(sheet, c, first));
            }
        }
        OptionalInt responsibility = some(heads, RESPONSIBILITY, Pattern.compile("\\bcsc\\b"));
        List<Integer> remarks = new ArrayList<>();
        heads.forEach((c, head) -> {
            boolean responsible = responsibility.isPresent() && responsibility.getAsInt() == c;
            if (!responsible
                    && !ANSWER.matcher(head).find()
                    && !OTHERS.matcher(head).find()
                    && REMARK.matcher(head).find()) {
                remarks.add(c);
            }
        });
        Map<Integer, Polarity> ticks = ticks(heads);
        if (!ticks.isEmpty()) {
            return new AnswerColumns(column, first, OptionalInt.empty(), ticks, List.copyOf(remarks), responsibility);
        }
        OptionalInt answer = some(heads, ANSWER, OTHERS);
        if (answer.isEmpty()) {
            answer = byWords(sheet, column, first, remarks);
        }
        return new AnswerColumns(column, first, answer, Map.of(), List.copyOf(remarks), responsibility);
    }

    /**
     * Columns headed Yes and No, and what else stands beside them in their place; empty where there are no such two.
     */
    private static Map<Integer, Polarity> ticks(Map<Integer, String> heads) {
        Map<Integer, Polarity> ticks = new TreeMap<>();
        heads.forEach((c, head) -> {
            Polarity said = AnswerWords.of(head);
            if (said != Polarity.TEXT && said != Polarity.OPEN) {
                ticks.put(c, said);
            }
        });
        return ticks.containsValue(Polarity.YES) && ticks.containsValue(Polarity.NO) ? ticks : Map.of();
    }

    /** The head that stands next above the first id in a column. */
    private static String head(Sheet sheet, int column, int first) {
        for (int row = first - 1; row >= Math.max(0, first - HEAD_ROWS); row--) {
            String text = sheet.text(row, column);
            if (!text.isBlank() && text.length() <= LONGEST_HEAD) {
                return AnswerWords.folded(text);
            }
        }
        return "";
    }

    private static OptionalInt some(Map<Integer, String> heads, Pattern named, Pattern but) {
        return heads.entrySet().stream()
                .filter(e -> named.matcher(e.getValue()).find()
                        && !but.matcher(e.getValue()).find())
                .mapToInt(Map.Entry::getKey)
                .findFirst();
    }

    /** The column right of the ids in which the most rows say yes, no or not applicable. */
    private static OptionalInt byWords(Sheet sheet, int ids, int first, List<Integer> remarks) {
        int best = -1;
        long most = 0;
        for (int c : sheet.columns()) {
            if (c <= ids || remarks.contains(c)) {
                continue;
            }
            long said = sheet.rows().tailMap(first).keySet().stream()
                    .map(row -> AnswerWords.of(sheet.text(row, c)))
                    .filter(p -> p != Polarity.TEXT && p != Polarity.OPEN)
                    .count();
            if (said > most) {
                most = said;
                best = c;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }
}
