package domicile;

import java.nio.file.Path;
import java.util.List;

/** What the program's Java is started with, as {@code packaging/package} and {@code packaging/domicile} do. */
public final class ProgramFlags {
    public static final String COLLECTOR = "-XX:+UseSerialGC";
    public static final String COMPILER = "-XX:TieredStopAtLevel=1";
    public static final String THRESHOLD = "-XX:CompileThresholdScaling=0.5";

    /** The program that {@code packaging/package} builds. */
    public static final Path PACKAGED =
            Path.of("target", "package", "image", "domicile", "bin", "domicile").toAbsolutePath();

    /** All of them, for a process of its own. */
    public static final List<String> ALL = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            COLLECTOR,
            COMPILER,
            THRESHOLD);

    private ProgramFlags() {}
}
