package domicile.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What holds for a document as a whole: what it is, its day, whether it is a draft, the one product that it is about.
 */
final class PaperFacts {
    /** How many segments are the beginning of a document: its title, its parties, its day. */
    private static final int BEGINNING = 14;

    private static final int TITLE = 3;
    private static final int END = 10;
    private static final int SHORT = 9;

    final Paper paper;
    final String title;
    final Optional<String> date;
    final boolean draft;
    final Optional<String> product;

    PaperFacts(List<Segment> segments, List<PatternFile> files, DateWords dates, ProductWords products) {
        this.title = words(segments, TITLE);
        this.paper = paper(words(segments, 1), title, words(segments, BEGINNING), files);
        this.draft = files.stream().anyMatch(f -> f.words("draft").in(title));
        this.date = date(segments, files, dates);
        this.product = product(segments, products);
    }

    private static String words(List<Segment> segments, int most) {
        return String.join(
                " \n ", segments.stream().limit(most).map(Segment::lower).toList());
    }

    private static Paper paper(String first, String title, String beginning, List<PatternFile> files) {
        for (Paper paper : List.of(Paper.LIST, Paper.REPORT, Paper.PAGE, Paper.CONTRACT)) {
            if (says(files, paper, first)) {
                return paper;
            }
        }
        for (Paper paper : List.of(Paper.LIST, Paper.PAGE, Paper.REPORT, Paper.CONTRACT)) {
            if (says(files, paper, title)) {
                return paper;
            }
        }
        return says(files, Paper.CONTRACT, beginning) || files.isEmpty() ? Paper.CONTRACT : Paper.PAGE;
    }

    private static boolean says(List<PatternFile> files, Paper paper, String text) {
        return files.stream()
                .anyMatch(f -> f.papers.containsKey(paper)
                        && f.papers.getOrDefault(paper, new Phrases(List.of())).in(text));
    }

    private record Dated(int rank, int segment, String iso) {}

    /** The paper's own day: what it says of itself; else the first day that its beginning names. */
    private Optional<String> date(List<Segment> segments, List<PatternFile> files, DateWords dates) {
        List<Dated> found = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            boolean beginning = i < BEGINNING;
            boolean end = i >= segments.size() - END;
            if (!beginning && !end && paper != Paper.REPORT) {
                continue;
            }
            String text = segments.get(i).lower();
            boolean alone = text.split(" ").length <= SHORT;
            List<DateWords.Found> in = dates.in(text);
            for (int d = 0; d < in.size(); d++) {
                String before = text.substring(
                        d == 0 ? 0 : in.get(d - 1).to(), in.get(d).from());
                String between = d + 1 < in.size()
                        ? text.substring(in.get(d).to(), in.get(d + 1).from()).strip()
                        : "";
                boolean range = files.stream()
                        .anyMatch(f -> f.words("range").ends(before) && d(in, before)
                                || (!between.isEmpty() && f.words("range").begins(between) && between.length() < 12));
                if (range) {
                    continue;
                }
                int rank = rank(before, files, beginning, alone);
                if (rank > 0) {
                    found.add(new Dated(rank, i, in.get(d).iso()));
                }
            }
        }
        return found.stream()
                .min(Comparator.comparingInt(Dated::rank).thenComparingInt(Dated::segment))
                .map(Dated::iso);
    }

    private static boolean d(List<DateWords.Found> in, String before) {
        return in.size() > 1 && before.length() < 12;
    }

    private int rank(String before, List<PatternFile> files, boolean beginning, boolean alone) {
        boolean effective = files.stream().anyMatch(f -> f.words("effective").ends(before));
        boolean dated = files.stream().anyMatch(f -> f.words("dated").ends(before));
        if (paper == Paper.REPORT) {
            boolean signed = files.stream().anyMatch(f -> f.words("signed").ends(before));
            return signed ? 1 : alone ? 2 : 0;
        }
        return effective ? 1 : dated ? 2 : beginning ? 3 : 0;
    }

    /** The one product of the register that the document names; empty where it names several or orders others too. */
    private static Optional<String> product(List<Segment> segments, ProductWords products) {
        Set<String> names = new LinkedHashSet<>();
        boolean several = false;
        for (Segment segment : segments) {
            for (ProductWords.Found found : products.in(segment.text())) {
                names.add(found.name());
                several |= !segment.row()
                        && segment.text().contains(";")
                        && segment.text().length() < 160;
            }
        }
        Set<String> distinct = new LinkedHashSet<>();
        names.stream()
                .filter(n -> names.stream().noneMatch(o -> o.length() > n.length() && o.contains(n)))
                .forEach(distinct::add);
        return several || distinct.size() != 1
                ? Optional.empty()
                : distinct.stream().findFirst();
    }
}
