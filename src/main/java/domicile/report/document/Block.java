package domicile.report.document;

import domicile.report.model.ReportModel.Mark;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A part of a document. A renderer shows all of them; none knows what a document is about. Anchors are unique in a
 * document, and blank where nothing leads there.
 */
public sealed interface Block {

    /** The document's own heading; there is one. */
    record Title(String text, Size size) implements Block {
        /** How large it is set: long ones have less. */
        public enum Size {
            LARGE,
            LONG,
            LONGER
        }
    }

    /**
     * A heading.
     *
     * @param level 2 for a section's, more below it
     */
    record Heading(int level, String text, String anchor) implements Block {
        public Heading(int level, String text) {
            this(level, text, "");
        }
    }

    /** Words in a row. */
    record Paragraph(Style style, List<Inline> words) implements Block {
        public Paragraph {
            words = List.copyOf(words);
        }

        /** A paragraph of one sentence. */
        public static Paragraph of(String text) {
            return Line.of(text).plain();
        }

        /** A paragraph of one sentence, in a style. */
        public static Paragraph of(Style style, String text) {
            return Line.of(text).as(style);
        }
    }

    /** What a paragraph is in its document. */
    enum Style {
        PLAIN,
        /** What stands over the title. */
        KICKER,
        /** What limits what stands beside it. */
        NOTE,
        /** What adds to the paragraph before. */
        DETAIL,
        /** A detail that says what would help. */
        REMEDY,
        /** Where the sentence before rests. */
        CITED,
        /** Who a candidate is. */
        LANE,
        /** Why it has its verdict. */
        REASON,
        TALLY,
        /** What has to be seen before anything else. */
        BANNER,
        ADDRESSEE,
        DAY,
        REGARDS;

        /** Its class in a stylesheet. */
        public String css() {
            return switch (this) {
                case PLAIN -> "";
                case REMEDY -> "detail remedy";
                case KICKER, NOTE, DETAIL, CITED, LANE, REASON, TALLY, BANNER, ADDRESSEE, DAY, REGARDS ->
                    name().toLowerCase(Locale.ROOT);
            };
        }
    }

    /** A list; an item is one paragraph or several. */
    record Listing(boolean numbered, List<List<Paragraph>> items) implements Block {
        public Listing {
            items = items.stream().map(List::copyOf).toList();
        }
    }

    /** Labels and what they say, where no head over them is needed; {@code columns} pairs in a row, the last alone. */
    record Facts(String caption, String label, String says, int columns, List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /** A label and what it says. */
    record Fact(String label, Inline says) {}

    /** A table; the first cell of a row is its head. */
    record Table(Look look, String caption, List<Column> columns, List<Row> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /** How a table is set. */
    enum Look {
        LIST,
        FINDINGS,
        PAIRS,
        LEGEND,
        /** A cell is a mark. */
        GRID,
        /** Rows to sign in. */
        SIGNATURES,
        FRONT,
        FRONT_ROOMY,
        FRONT_NORMAL,
        FRONT_DENSE,
        FRONT_BOARD,
        FRONT_BOARD_ROOMY,
        FRONT_BOARD_NORMAL,
        FRONT_BOARD_DENSE;

        /** Its classes in a stylesheet. */
        public String css() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * A column.
     *
     * @param share of the table's width, beside the other columns' shares
     * @param anchor where its head leads; blank for nowhere
     * @param title the head in full
     * @param group of {@link Filters} that shows it; blank for always
     */
    record Column(String head, int share, String anchor, String title, String group) {
        public Column(String head, int share) {
            this(head, share, "", "", "");
        }

        /** Columns of a table by their shares and heads. */
        public static List<Column> of(List<Integer> shares, List<String> heads) {
            return IntStream.range(0, heads.size())
                    .mapToObj(i -> new Column(heads.get(i), shares.get(i)))
                    .toList();
        }
    }

    /**
     * A row.
     *
     * @param group of {@link Filters} that shows it; blank for always
     */
    record Row(String anchor, String group, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        /** A row that nothing leads to and nothing hides. */
        public static Row of(Cell... cells) {
            return new Row("", "", List.of(cells));
        }

        /** The same of texts. */
        public static Row of(String... cells) {
            return new Row("", "", Stream.of(cells).map(Cell::of).toList());
        }
    }

    /**
     * A cell.
     *
     * @param ground the mark whose colour fills it
     * @param group of {@link Filters} that shows it; blank for always
     */
    record Cell(List<Paragraph> lines, Optional<Mark> ground, String group) {
        /** A cell to be filled in. */
        public static final Cell EMPTY = of(List.of());

        public Cell {
            lines = List.copyOf(lines);
        }

        /** A cell of a text. */
        public static Cell of(String text) {
            return of(Paragraph.of(text));
        }

        /** A cell of paragraphs. */
        public static Cell of(Paragraph... lines) {
            return of(List.of(lines));
        }

        /** A cell of paragraphs. */
        public static Cell of(List<Paragraph> lines) {
            return new Cell(lines, Optional.empty(), "");
        }
    }

    /**
     * A part that contents and bookmarks name.
     *
     * @param group of {@link Filters} that shows it; blank for always
     */
    record Section(String anchor, String title, Flow flow, String group, List<Block> blocks) implements Block {
        public Section {
            blocks = List.copyOf(blocks);
        }

        /** A section under its title. */
        public static Section of(String anchor, String title, Flow flow, List<? extends Block> blocks) {
            return new Section(
                    anchor,
                    title,
                    flow,
                    "",
                    Stream.concat(Stream.of(new Heading(2, title)), blocks.stream())
                            .toList());
        }
    }

    /** Where on the pages a section stands. */
    enum Flow {
        /** Where the one before ends. */
        FREE,
        /** On one page. */
        TOGETHER,
        NEW_PAGE,
        /** On a new page, which lies on its side. */
        WIDE_PAGE;

        /** Its class in a stylesheet. */
        public String css() {
            return this == FREE ? "" : name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The document's {@link Document#outline}. */
    record Contents(String heading, Flow flow) implements Block {}

    /** What stands on a ground of its own. */
    record Box(List<Block> blocks) implements Block {
        public Box {
            blocks = List.copyOf(blocks);
        }
    }

    /** Room to write in. */
    record Room(String words) implements Block {}

    /** Boxes that show and hide what belongs to a group; only a screen has them. */
    record Filters(List<Choice> choices, String hidden, String reset) implements Block {
        public Filters {
            choices = List.copyOf(choices);
        }
    }

    /** The boxes of one line. */
    record Choice(String legend, List<Option> options) {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /** A box and the group that it shows. */
    record Option(String group, Mark mark) {}
}
