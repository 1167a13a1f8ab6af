package domicile.register;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where a user's register lies when nothing else is said. */
public final class Locations {

    private Locations() {}

    /** The folder of the user's own data, by the platform's convention. */
    public static Path dataFolder() {
        return dataFolder(
                System.getenv(), System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")));
    }

    static Path dataFolder(Map<String, String> environment, String os, Path home) {
        String name = os.toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            String appData = environment.getOrDefault("APPDATA", "");
            return (appData.isBlank() ? home.resolve("AppData").resolve("Roaming") : Path.of(appData))
                    .resolve("Domicile");
        }
        if (name.contains("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Domicile");
        }
        String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
        // The specification says to ignore a relative path.
        boolean usable = !xdg.isBlank() && Path.of(xdg).isAbsolute();
        return (usable ? Path.of(xdg) : home.resolve(".local").resolve("share")).resolve("domicile");
    }

    /** The register's location: {@code DOMICILE_REGISTER}, or the data folder. */
    public static String defaultRegister() {
        String set = System.getenv().getOrDefault("DOMICILE_REGISTER", "");
        return set.isBlank() ? dataFolder().toString() : set;
    }
}
