package domicile.page;

/** What a saved page can be. */
public enum PageFormat {
    HTML("text/html"),
    MHTML("multipart/related"),
    PDF("application/pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    MARKDOWN("text/markdown"),
    TEXT("text/plain");

    private final String mediaType;

    PageFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Its media type, without a charset. */
    public String mediaType() {
        return mediaType;
    }
}
