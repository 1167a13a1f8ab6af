package domicile.report.html;

/** Elements that are closed, and texts that are escaped: what comes out is well-formed XML and valid HTML. */
final class Markup {
    /** No attributes. */
    static final String PLAIN = "";

    private final StringBuilder out = new StringBuilder();

    /** Attributes by their names and values; one whose value is blank is left out. */
    static String attributes(String... namesAndValues) {
        Markup written = new Markup();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (!namesAndValues[i + 1].isEmpty()) {
                written.raw(" " + namesAndValues[i] + "=\"")
                        .text(namesAndValues[i + 1])
                        .raw("\"");
            }
        }
        return written.toString();
    }

    /** The attribute for a stylesheet. */
    static String css(String classes) {
        return attributes("class", classes);
    }

    /** An element with what it holds. */
    Markup element(String name, String attributes, Runnable content) {
        raw("<" + name + attributes + ">");
        content.run();
        return raw("</" + name + ">");
    }

    /** An element of a text. */
    Markup element(String name, String attributes, String text) {
        return element(name, attributes, () -> text(text));
    }

    /** An element that holds nothing. */
    Markup empty(String name, String attributes) {
        return raw("<" + name + attributes + "/>");
    }

    /** A text. */
    Markup text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(c);
            }
        }
        return this;
    }

    /** What is markup or a stylesheet already. */
    Markup raw(String markup) {
        out.append(markup);
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
