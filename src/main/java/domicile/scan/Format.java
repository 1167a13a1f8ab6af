package domicile.scan;

import domicile.scan.code.Language;
import java.util.Locale;
import java.util.Optional;

/** How a file is read, by its name. */
enum Format {
    YAML,
    HCL,
    JSON,
    BICEP,
    DOTENV,
    PROPERTIES,
    TOML,
    SOURCE;

    /** As outputs name it. */
    String reader() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format of a file by its name; empty for one that is not read. */
    static Optional<Format> of(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        if (small.equals(".env") || small.startsWith(".env.") || small.endsWith(".env")) {
            return Optional.of(DOTENV);
        }
        return switch (small.substring(small.lastIndexOf('.') + 1)) {
            case "yml", "yaml" -> Optional.of(YAML);
            case "tf", "tfvars" -> Optional.of(HCL);
            case "json", "jsonc" -> Optional.of(JSON);
            case "bicep" -> Optional.of(BICEP);
            case "properties" -> Optional.of(PROPERTIES);
            case "toml" -> Optional.of(TOML);
            default -> Language.of(name).map(language -> SOURCE);
        };
    }
}
