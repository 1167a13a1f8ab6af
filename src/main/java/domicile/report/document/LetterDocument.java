package domicile.report.document;

import domicile.report.document.Block.Flow;
import domicile.report.document.Block.Listing;
import domicile.report.document.Block.Paragraph;
import domicile.report.document.Block.Section;
import domicile.report.document.Block.Style;
import domicile.report.model.ReportModel;
import domicile.report.model.ReportModel.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A page for each candidate whose vendor has something to answer. It says nothing of any other. */
final class LetterDocument {
    private LetterDocument() {}

    static Document of(ReportModel r, Medium medium) {
        List<Candidate> asked = r.asked(r.candidates());
        String title = asked.isEmpty() ? r.t("kind.LETTER") : r.t("letter.title", r.addressee(asked.getFirst()));
        List<Block> blocks = new ArrayList<>(List.of(new Block.Title(title, Block.Title.Size.LARGE)));
        if (asked.isEmpty()) {
            blocks.add(Paragraph.of(r.t("letter.none")));
        }
        for (Candidate c : asked) {
            Flow flow = blocks.size() == 1 ? Flow.FREE : Flow.NEW_PAGE;
            blocks.add(new Section(c.anchor(), c.name(), flow, "", letter(r, c)));
        }
        return new FrontPage(r, PageOne.of(r, medium, false)).document(Kind.LETTER, title, blocks);
    }

    private static List<Block> letter(ReportModel r, Candidate c) {
        List<Block> blocks = new ArrayList<>(List.of(
                Paragraph.of(Style.ADDRESSEE, r.addressee(c)),
                Paragraph.of(Style.DAY, r.particulars().getFirst().value()),
                new Block.Heading(2, r.t("letter.subject", c.name())),
                Paragraph.of(r.t("letter.greeting")),
                Paragraph.of(r.t("letter.intro", c.name(), r.workload())),
                asks(r, c)));
        if (!c.clauses().isEmpty()) {
            blocks.add(Paragraph.of(r.t("letter.clauses")));
            blocks.add(CandidateSection.clauses(c));
        }
        blocks.add(Paragraph.of(r.t("letter.closing")));
        Line regards = Line.of(r.t("letter.regards"));
        String name = r.enclosed().letterhead().name();
        if (!name.isEmpty()) {
            regards.add(new Inline.Break()).text(name);
        }
        blocks.add(regards.as(Style.REGARDS));
        return blocks;
    }

    /** The questions, each with the document that proves the answer on a line of its own. */
    private static Listing asks(ReportModel r, Candidate c) {
        return new Listing(
                true,
                c.asks().stream()
                        .map(ask -> Stream.concat(
                                        Stream.of(
                                                Paragraph.of(ask.question()),
                                                Paragraph.of(Style.DETAIL, CandidateSection.proof(r, ask))),
                                        CandidateSection.inHand(ask))
                                .filter(p -> !p.words().isEmpty())
                                .toList())
                        .toList());
    }
}
