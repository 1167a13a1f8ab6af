package domicile.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A table among lines of a text without marks: cells parted by tabs or bars, as a browser copies them; or records, one
 * line a cell, in which every line begins with what its column is called, as a narrow screen draws them.
 *
 * @param rows below the heads, at least one
 */
record PlainTable(List<String> heads, List<List<String>> rows) {
    /** So many records have to repeat their labels: two may do so by chance. */
    private static final int FEWEST_RECORDS = 3;

    private static final Pattern RULE = Pattern.compile("[|:+=\\s-]+");
    private static final Pattern LABEL = Pattern.compile("[^:\\t]{1,60}(?::\\s|\\t)\\s*");

    PlainTable {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
    }

    /** The table that all these lines draw; empty where they draw none. */
    static Optional<PlainTable> of(List<String> lines) {
        return cells(lines, "\\t").or(() -> cells(lines, "\\|")).or(() -> records(lines));
    }

    /** Lines that all have the same number of cells. */
    private static Optional<PlainTable> cells(List<String> lines, String parted) {
        List<List<String>> rows = lines.stream()
                .filter(line -> !line.contains("-") || !RULE.matcher(line).matches())
                .map(line -> List.of(bare(line.strip(), parted).split(parted, -1)))
                .toList();
        boolean table = rows.size() > 1
                && rows.getFirst().size() > 1
                && rows.stream().allMatch(row -> row.size() == rows.getFirst().size());
        return table ? Optional.of(new PlainTable(rows.getFirst(), rows.subList(1, rows.size()))) : Optional.empty();
    }

    /** A line without the bars that close it. */
    private static String bare(String line, String parted) {
        return parted.equals("\\|") ? line.replaceAll("^\\||\\|$", "") : line;
    }

    /** Lines of which the same labels come again and again in the same order. */
    private static Optional<PlainTable> records(List<String> lines) {
        return IntStream.rangeClosed(2, lines.size() / FEWEST_RECORDS)
                .filter(columns -> lines.size() % columns == 0)
                .mapToObj(columns -> records(lines, columns))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<PlainTable> records(List<String> lines, int columns) {
        List<Integer> labels = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            int label = label(column(lines, column, columns));
            if (label == 0) {
                return Optional.empty();
            }
            labels.add(label);
        }
        List<String> heads = IntStream.range(0, columns)
                .mapToObj(i -> lines.get(i).substring(0, labels.get(i)).strip().replaceFirst(":$", ""))
                .toList();
        if (heads.stream().distinct().count() < columns) {
            return Optional.empty();
        }
        List<List<String>> rows = new ArrayList<>();
        for (int first = 0; first < lines.size(); first += columns) {
            int start = first;
            rows.add(IntStream.range(0, columns)
                    .mapToObj(i -> lines.get(start + i).substring(labels.get(i)))
                    .toList());
        }
        return Optional.of(new PlainTable(heads, rows));
    }

    private static List<String> column(List<String> lines, int column, int columns) {
        return IntStream.iterate(column, i -> i < lines.size(), i -> i + columns)
                .mapToObj(lines::get)
                .toList();
    }

    /** How many letters of all lines of a column are what it is called; 0 where they have no such name. */
    private static int label(List<String> lines) {
        String first = lines.getFirst();
        Matcher said = LABEL.matcher(first);
        if (said.lookingAt() && lines.stream().allMatch(line -> line.startsWith(said.group()))) {
            return said.end();
        }
        int common = lines.stream().mapToInt(line -> common(first, line)).min().orElse(0);
        IntPredicate leavesValues = at -> lines.stream().allMatch(line -> line.length() > at);
        IntPredicate mostlySeen =
                at -> 2 * lines.stream().filter(line -> seam(line, at)).count() > lines.size();
        return IntStream.iterate(common, at -> at > 1, at -> at - 1)
                .filter(leavesValues.and(mostlySeen))
                .findFirst()
                .orElse(0);
    }

    private static int common(String a, String b) {
        int at = 0;
        while (at < a.length() && at < b.length() && a.charAt(at) == b.charAt(at)) {
            at++;
        }
        return at;
    }

    /** Whether two words stand there without a blank between them: {@code DPAYes}, {@code regions28}. */
    private static boolean seam(String line, int at) {
        char before = line.charAt(at - 1);
        char after = line.charAt(at);
        boolean begins = Character.isUpperCase(after);
        boolean word = at + 1 < line.length() && Character.isLowerCase(line.charAt(at + 1));
        return Character.isLowerCase(before) && (begins || Character.isDigit(after))
                || Character.isLetterOrDigit(before) && begins && word;
    }
}
