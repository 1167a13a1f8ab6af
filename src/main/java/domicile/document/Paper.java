package domicile.document;

/** What a document is as a whole: a page for everybody promises nothing. */
enum Paper {
    CONTRACT,
    PAGE,
    REPORT,
    LIST
}
