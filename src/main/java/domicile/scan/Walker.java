package domicile.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Walks a tree once and decides by names alone what is read. Links are not followed. */
final class Walker extends SimpleFileVisitor<Path> {
    static final int MOST_FILES = 200_000;
    private static final int MOST_LEVELS = 200;
    static final long MOST_BYTES = 2L * 1024 * 1024;
    /** Of all files that say what is left out: every name is held against all of their rules. */
    private static final int MOST_BYTES_OF_RULES = 64 * 1024;

    private static final String IGNORE_FILE = ".domicileignore";
    private static final Set<String> FOLDERS = Set.of(
            ".git",
            ".hg",
            ".svn",
            "node_modules",
            "bower_components",
            "vendor",
            "third_party",
            "target",
            "build",
            "dist",
            "out",
            ".gradle",
            ".venv",
            "venv",
            "__pycache__",
            ".terraform",
            ".next",
            "coverage");
    private static final Set<String> LOCKS = Set.of(
            "package-lock.json",
            "npm-shrinkwrap.json",
            "yarn.lock",
            "pnpm-lock.yaml",
            "bun.lock",
            "poetry.lock",
            "uv.lock",
            "pdm.lock",
            "pipfile.lock",
            "cargo.lock",
            "go.sum",
            ".terraform.lock.hcl",
            "composer.lock",
            "gemfile.lock",
            "packages.lock.json",
            "gradle.lockfile",
            "chart.lock",
            "flake.lock",
            "deno.lock");

    /** A file that is read. */
    record Entry(SourceFile file, Path path) {}

    private final ScanTree tree;
    private final ScanProgress progress;
    private final Path root;
    private final IgnoreRules ignore = new IgnoreRules();
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> charts = new ArrayList<>();
    private final Map<Skipped, Integer> skipped = new EnumMap<>(Skipped.class);
    private int seen;
    private int rules;

    private Walker(ScanTree tree, ScanProgress progress) {
        this.tree = tree;
        this.progress = progress;
        this.root = tree.root();
    }

    /** The files of a tree, in the order of their paths. */
    static Walker walk(ScanTree tree, ScanProgress progress) {
        Walker walker = new Walker(tree, progress);
        Path root = tree.root();
        try {
            Files.walkFileTree(root, EnumSet.noneOf(java.nio.file.FileVisitOption.class), MOST_LEVELS, walker);
        } catch (IOException e) {
            throw ScanProblem.NO_FOLDER_TO_SCAN.because(e, walker.tree.named());
        }
        walker.entries.sort(Comparator.comparing((Entry e) -> e.file().path(), CodePoints.ORDER));
        return walker;
    }

    List<Entry> entries() {
        return entries;
    }

    /** The folders with a Helm chart. */
    List<String> charts() {
        return charts;
    }

    Map<Skipped, Integer> skipped() {
        return skipped;
    }

    private void skip(Skipped why) {
        skipped.merge(why, 1, Integer::sum);
    }

    private String relative(Path path) {
        StringBuilder names = new StringBuilder();
        for (Path part : root.relativize(path)) {
            names.append(names.isEmpty() ? "" : "/").append(part);
        }
        return names.toString();
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        if (!folder.equals(root)) {
            String name = String.valueOf(folder.getFileName());
            if (FOLDERS.contains(name.toLowerCase(Locale.ROOT)) || ignore.ignores(relative(folder), true)) {
                skip(Skipped.IGNORED_FOLDER);
                return FileVisitResult.SKIP_SUBTREE;
            }
        }
        Path file = folder.resolve(IGNORE_FILE);
        if (Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(MOST_BYTES_OF_RULES + 1);
                rules += bytes.length;
                if (rules > MOST_BYTES_OF_RULES) {
                    throw ScanProblem.IGNORE_FILES_TOO_LONG.at(file.toString(), MOST_BYTES_OF_RULES / 1024);
                }
                ignore.add(folder.equals(root) ? "" : relative(folder), new String(bytes, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw ScanProblem.IGNORE_FILE_UNREADABLE.because(e, file.toString());
            }
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
        progress.at(0, 0);
        if (++seen > MOST_FILES) {
            throw ScanProblem.TOO_MANY_FILES_TO_SCAN.at(tree.named(), MOST_FILES);
        }
        String relative = relative(path);
        String name = String.valueOf(path.getFileName());
        if (attributes.isSymbolicLink() || tree.link(path)) {
            skip(Skipped.LINK);
        } else if (attributes.isRegularFile()) {
            file(path, relative, name, attributes.size());
        }
        return FileVisitResult.CONTINUE;
    }

    private void file(Path path, String relative, String name, long size) {
        if (LOCKS.contains(name.toLowerCase(Locale.ROOT))) {
            skip(Skipped.LOCK_FILE);
            return;
        }
        var format = Format.of(name);
        if (format.isEmpty()) {
            return;
        }
        if (ignore.ignores(relative, false)) {
            skip(Skipped.IGNORED_FILE);
        } else if (size > MOST_BYTES) {
            skip(Skipped.TOO_LARGE);
        } else {
            SourceFile file = new SourceFile(relative, format.get());
            if (name.equals("Chart.yaml")) {
                charts.add(file.folder());
            }
            entries.add(new Entry(file, path));
        }
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException e) {
        if (path.equals(root)) {
            throw ScanProblem.NO_FOLDER_TO_SCAN.because(e, tree.named());
        }
        return Format.of(String.valueOf(path.getFileName()))
                .map(format -> {
                    entries.add(new Entry(new SourceFile(relative(path), format), path));
                    return FileVisitResult.CONTINUE;
                })
                .orElse(FileVisitResult.CONTINUE);
    }
}
