package domicile.report.document;

/** What a document is read on. Most sections are the same on all of them. */
public enum Medium {
    /** A page that scrolls, and on which rows can be hidden. */
    SCREEN,
    /** Pages of a known size, with numbers to point to. */
    PAPER,
    /** Pages that somebody else sets: nobody knows where one ends. */
    WORD
}
