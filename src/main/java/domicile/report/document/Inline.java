package domicile.report.document;

import domicile.report.model.ReportModel.Mark;

/** A piece of a paragraph. Texts are safe to show and not escaped: that is each renderer's part. */
public sealed interface Inline {

    record Text(String text) implements Inline {}

    record Strong(String text) implements Inline {}

    /** What stands back behind the rest. */
    record Soft(String text) implements Inline {}

    /** An id or a hash. */
    record Code(String text) implements Inline {}

    /**
     * That something is missing.
     *
     * @param title what it is; blank where the text says it
     */
    record Lack(String text, String title) implements Inline {}

    /** A status, verdict or state. */
    record Badge(Mark mark) implements Inline {}

    /** How often there is a status, verdict or state. */
    record Count(int count, Mark mark) implements Inline {}

    /** A badge that fills its cell and leads to the finding that it stands for. */
    record Result(Mark mark, String anchor, String title) implements Inline {}

    /** A place in the document. */
    record Link(String text, String anchor, String title) implements Inline {}

    /** A source, by its number. */
    record Cite(String label, String anchor, String title) implements Inline {}

    /** A place in the document by its page, where pages have numbers; the end of its sentence. */
    record OnPage(String text, String anchor) implements Inline {}

    /** An address; a person may follow it. */
    record Web(String url, String title) implements Inline {}

    /** The end of a line. */
    record Break() implements Inline {}
}
