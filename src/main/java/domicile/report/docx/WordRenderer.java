package domicile.report.docx;

import domicile.report.document.Block;
import domicile.report.document.Block.Cell;
import domicile.report.document.Block.Fact;
import domicile.report.document.Block.Flow;
import domicile.report.document.Block.Look;
import domicile.report.document.Block.Paragraph;
import domicile.report.document.Block.Style;
import domicile.report.document.Document;
import domicile.report.document.Inline;
import domicile.report.docx.WordPaper.Words;
import domicile.report.model.Letterhead;
import domicile.report.model.ReportModel.Mark;
import java.util.List;
import java.util.Optional;

/** A document for Word, to be commented on and signed: real headings, tables, lists and page numbers. */
public final class WordRenderer {
    private final Document document;
    private final WordPaper paper;

    private WordRenderer(Document document, WordPaper paper) {
        this.document = document;
        this.paper = paper;
    }

    /** Renders a document; the same document gives the same bytes. */
    public static byte[] render(Document document) {
        try (WordPaper paper = new WordPaper(document.lang())) {
            paper.properties(document.title(), document.subject());
            paper.running(document.running());
            new WordRenderer(document, paper).fill();
            return paper.bytes(document.date());
        }
    }

    private void fill() {
        Letterhead head = document.letterhead();
        head.logo().ifPresent(logo -> paper.picture(logo, document.logoWords()));
        if (!head.name().isEmpty()) {
            paper.paragraph("Normal", List.of(new Words(head.name(), "Strong")));
        }
        blocks(document.blocks());
    }

    private void blocks(List<Block> blocks) {
        blocks.forEach(this::block);
    }

    private void block(Block block) {
        switch (block) {
            case Block.Title t -> paper.paragraph("Title", List.of(new Words(t.text(), "")));
            case Block.Heading h -> {
                paper.mark(h.anchor());
                paper.paragraph("Heading" + (h.level() - 1), List.of(new Words(h.text(), "")));
            }
            case Paragraph p -> paper.paragraph(style(p.style()), words(p, Optional.empty()));
            case Block.Listing l ->
                paper.listing(
                        l.numbered(),
                        l.items().stream()
                                .map(item -> item.stream()
                                        .map(p -> words(p, Optional.empty()))
                                        .toList())
                                .toList());
            case Block.Facts f ->
                paper.table(
                        List.of(f.label(), f.says()),
                        List.of(4, 9),
                        f.facts().stream().map(WordRenderer::row).toList(),
                        false);
            case Block.Table t ->
                paper.table(
                        t.columns().stream().map(Block.Column::head).toList(),
                        t.columns().stream().map(Block.Column::share).toList(),
                        t.rows().stream().map(WordRenderer::row).toList(),
                        t.look() == Look.SIGNATURES);
            case Block.Section s -> {
                paper.mark(s.anchor());
                if (s.flow() == Flow.NEW_PAGE || s.flow() == Flow.WIDE_PAGE) {
                    paper.newPage();
                }
                paper.together(s.flow() == Flow.TOGETHER, () -> blocks(s.blocks()));
            }
            case Block.Contents c -> {
                paper.paragraph("Subtitle", List.of(new Words(c.heading(), "")));
                paper.contents(document.outline());
            }
            case Block.Box b -> blocks(b.blocks());
            case Block.Room room -> paper.room(new Words(room.words(), "Strong"));
            case Block.Filters f -> {
                // nothing is hidden on paper
            }
        }
    }

    private static WordPaper.Row row(Fact fact) {
        return new WordPaper.Row(
                "",
                List.of(List.of(List.of(new Words(fact.label(), "Strong"))), List.of(List.of(words(fact.says(), "")))));
    }

    /** The first cell of a row is its head. */
    private static WordPaper.Row row(Block.Row row) {
        return new WordPaper.Row(
                row.anchor(),
                row.cells().stream()
                        .map(cell -> lines(cell, cell.equals(row.cells().getFirst())))
                        .toList());
    }

    private static List<List<Words>> lines(Cell cell, boolean head) {
        return cell.lines().stream()
                .filter(p -> !p.words().isEmpty())
                .map(p -> words(p, head ? Optional.of("Strong") : Optional.empty()))
                .toList();
    }

    private static String style(Style style) {
        return switch (style) {
            case KICKER -> "Subtitle";
            case DETAIL, REMEDY, CITED -> "Cell";
            case PLAIN, NOTE, LANE, REASON, TALLY, BANNER, ADDRESSEE, DAY, REGARDS -> "Normal";
        };
    }

    private static List<Words> words(Paragraph p, Optional<String> plain) {
        String style = plain.orElse(
                switch (p.style()) {
                    case NOTE, DETAIL, REMEDY, CITED, LANE -> "Soft";
                    case REASON, ADDRESSEE -> "Strong";
                    case BANNER -> "Unverified";
                    case PLAIN, KICKER, TALLY, DAY, REGARDS -> "";
                });
        return p.words().stream().map(w -> words(w, style)).toList();
    }

    private static Words words(Inline inline, String plain) {
        return switch (inline) {
            case Inline.Text t -> new Words(t.text(), plain);
            case Inline.Strong s -> new Words(s.text(), plain.equals("Unverified") ? plain : "Strong");
            case Inline.Soft s -> new Words(s.text(), "Soft");
            case Inline.Code c -> new Words(c.text(), "Code");
            case Inline.Lack l -> new Words(l.text(), "Missing");
            case Inline.Badge b -> mark("", b.mark());
            case Inline.Count c -> mark(c.count() + " ", c.mark());
            case Inline.Result r -> mark("", r.mark());
            case Inline.Link l -> new Words(l.text(), "", "#" + l.anchor());
            case Inline.Cite c -> new Words(c.label(), "", "#" + c.anchor());
            case Inline.OnPage o -> new Words(o.text() + ".", plain);
            case Inline.Web w -> new Words(w.url(), "", w.url());
            case Inline.Break b -> new Words("\n", plain);
        };
    }

    private static Words mark(String before, Mark mark) {
        return new Words((before + mark.symbol() + " " + mark.word()).strip(), style(mark));
    }

    private static String style(Mark mark) {
        return switch (mark.tone()) {
            case GOOD -> "Met";
            case PART -> "Conditional";
            case OPEN -> "Unverified";
            case BAD -> "NotMet";
            case NONE -> "Soft";
        };
    }
}
