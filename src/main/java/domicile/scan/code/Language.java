package domicile.scan.code;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A family of languages, by what begins a comment and what a string. */
public enum Language {
    PYTHON("python", List.of("#"), false, "'\"", true),
    JS("js", List.of("//"), true, "'\"`", false),
    JVM("jvm", List.of("//"), true, "'\"", true),
    GO("go", List.of("//"), true, "'\"`", false),
    CSHARP("csharp", List.of("//"), true, "'\"", true),
    FSHARP("fsharp", List.of("//"), true, "\"", true),
    RUBY("ruby", List.of("#"), false, "'\"", false),
    PHP("php", List.of("//", "#"), true, "'\"", false),
    RUST("rust", List.of("//"), true, "\"", false),
    SHELL("shell", List.of("#"), false, "'\"", false),
    POWERSHELL("powershell", List.of("#"), false, "'\"", false),
    TEMPLATE("template", List.of("#"), false, "'\"", false);

    private final String word;
    private final List<String> comments;
    private final boolean blockComments;
    private final String quotes;
    private final boolean triples;

    Language(String word, List<String> comments, boolean blockComments, String quotes, boolean triples) {
        this.word = word;
        this.comments = comments;
        this.blockComments = blockComments;
        this.quotes = quotes;
        this.triples = triples;
    }

    /** The language of a file by its name; empty for one that is no source. */
    public static Optional<Language> of(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        if (small.equals("dockerfile") || small.startsWith("dockerfile.") || small.endsWith(".dockerfile")) {
            return Optional.of(SHELL);
        }
        return switch (small.substring(small.lastIndexOf('.') + 1)) {
            case "py", "ipynb" -> Optional.of(PYTHON);
            case "js", "mjs", "cjs", "jsx", "ts", "tsx" -> Optional.of(JS);
            case "java", "kt", "scala" -> Optional.of(JVM);
            case "go" -> Optional.of(GO);
            case "cs" -> Optional.of(CSHARP);
            case "fs" -> Optional.of(FSHARP);
            case "rb" -> Optional.of(RUBY);
            case "php" -> Optional.of(PHP);
            case "rs" -> Optional.of(RUST);
            case "sh" -> Optional.of(SHELL);
            case "ps1" -> Optional.of(POWERSHELL);
            case "j2", "tpl" -> Optional.of(TEMPLATE);
            default -> Optional.empty();
        };
    }

    /** As signatures name it. */
    public String word() {
        return word;
    }

    List<String> comments() {
        return comments;
    }

    boolean blockComments() {
        return blockComments;
    }

    boolean quote(char c) {
        return quotes.indexOf(c) >= 0;
    }

    boolean triples() {
        return triples;
    }

    /** Whether values stand there without quotes. */
    public boolean bareValues() {
        return this == SHELL || this == TEMPLATE || this == POWERSHELL;
    }

    /** Whether a comment's sign counts only after a blank. */
    boolean commentAfterBlank() {
        return this == SHELL || this == TEMPLATE;
    }
}
