package domicile.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Where words stand in a text, and what tells several places apart. */
final class Places {
    /** How many units above a passage its heading is looked for. */
    private static final int FAR = 12;

    private final TextIndex text;

    Places(TextIndex text) {
        this.text = text;
    }

    /** Whether the words stand more than once because their surroundings do: a section that was doubled. */
    boolean twins(List<TextIndex.Span> said) {
        return said.stream()
                        .noneMatch(
                                span -> text.units().get(text.touched(span)[0]).row() >= 0)
                && said.stream().map(this::beside).distinct().count() == 1;
    }

    private String beside(TextIndex.Span span) {
        int[] touched = text.touched(span);
        return (touched[0] == 0 ? "" : text.key(touched[0] - 1, touched[0]))
                + "|"
                + (touched[1] >= text.units().size() ? "" : text.key(touched[1], touched[1] + 1));
    }

    /** Where the words stand in the older text: as whole units if there are such, else as a part of some. */
    List<TextIndex.Span> of(String words) {
        String folded = Folding.fold(words);
        List<TextIndex.Span> units = text.units(Folding.key(folded));
        if (!units.isEmpty()) {
            return units;
        }
        List<TextIndex.Span> found = text.anywhere(Folding.key(folded));
        if (found.isEmpty()) {
            found = text.anywhere(Folding.key(PageText.Builder.unmarked(folded)));
        }
        List<TextIndex.Span> whole = found.stream().filter(text::wholeUnits).toList();
        return whole.isEmpty() ? found : whole;
    }

    /**
     * The one place that a row's or a heading's words tell from the others; empty where they do not. A cell is also
     * told by its row and the head of its column: {@code Groq | DPA}.
     */
    Optional<TextIndex.Span> inRow(List<TextIndex.Span> said, String row) {
        List<String> parts = List.of(row.split("\\|")).stream()
                .map(part -> Folding.key(Folding.fold(part)).toLowerCase(Locale.ROOT))
                .filter(part -> !part.isEmpty())
                .toList();
        List<TextIndex.Span> in = said.stream()
                .filter(span -> text.units().get(text.touched(span)[0]).row() >= 0
                        ? inRow(span, parts)
                        : above(span, said).stream()
                                .anyMatch(near -> parts.stream().allMatch(near::contains)))
                .toList();
        return in.size() == 1 ? Optional.of(in.getFirst()) : Optional.empty();
    }

    /** Whether a row holds these words; the head of a column tells the cells below it alone. */
    private boolean inRow(TextIndex.Span span, List<String> parts) {
        int[] touched = text.touched(span);
        int start = text.rowStart(touched[0]);
        int end = text.rowEnd(touched[0]);
        String row = small(text.key(start, end));
        Set<String> heads = heads(start, end);
        Set<String> own = heads(touched[0], touched[1]);
        return parts.stream().allMatch(part -> heads.contains(part) ? own.contains(part) : row.contains(part));
    }

    private Set<String> heads(int first, int end) {
        return IntStream.range(first, end).mapToObj(i -> small(text.head(i))).collect(Collectors.toSet());
    }

    /** What stands above a place and may tell it from others: its heading, and the lines before it. */
    private List<String> above(TextIndex.Span span, List<TextIndex.Span> all) {
        int first = text.touched(span)[0];
        // back to the place before it where the words stand too: what is above that tells nothing apart
        int above = all.stream()
                .mapToInt(other -> text.touched(other)[1])
                .filter(end -> end <= first)
                .max()
                .orElse(0);
        return IntStream.range(Math.max(above, first - FAR), first)
                .mapToObj(i -> small(text.key(i, i + 1)))
                .toList();
    }

    private static String small(String words) {
        return words.toLowerCase(Locale.ROOT);
    }
}
