package domicile.cli;

import domicile.problem.Message;
import domicile.problem.ProblemException;
import domicile.register.Head;
import domicile.register.Pack;
import domicile.register.RegisterStore;
import domicile.report.Verification;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** What somebody has of a register's chain: a hash, or a file that notes where the chain ended when it was made. */
record NotedChain(String by, String hash, Optional<Head> head) {

    /** Reads a hash, a report, the archive of a report, a backup, or the folder of an export. */
    static NotedChain read(String text) {
        String hash = text.matches("[0-9a-f]{64}") ? "sha256:" + text : text;
        if (Head.isHash(hash)) {
            return new NotedChain(hash, hash, Optional.empty());
        }
        Path file = path(text);
        if (!Files.exists(file)) {
            throw new ProblemException(
                    "\"" + text + "\" is no hash, and there is no such file",
                    "--contains",
                    "give sha256: and 64 hexadecimal digits, a report, a backup or the folder of an export");
        }
        Optional<Head> exported = Files.isDirectory(file) ? Pack.noted(file) : Optional.empty();
        if (exported.isPresent()) {
            return of(text, exported.get());
        }
        if (text.toLowerCase(Locale.ROOT).endsWith(".zip") && RegisterStore.isBackup(file)) {
            RegisterStore.Noted noted = RegisterStore.noted(file);
            return new NotedChain(text, noted.hash(), noted.head());
        }
        return of(
                text,
                Verification.open(file)
                        .chain()
                        .orElseThrow(() -> new ProblemException(
                                "it notes no chain: an earlier version made it, or no register stood behind it",
                                text,
                                "give a report, a backup or an export that this version made")));
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new ProblemException("'" + text + "' " + Cli.NO_PATH, "--contains", "or name another", e);
        }
    }

    private static NotedChain of(String by, Head head) {
        return new NotedChain(by, head.hash(), Optional.of(head));
    }

    /** That a register's chain does not hold it. */
    Optional<Message> lackedBy(RegisterStore store) {
        return head.isPresent() ? store.lacks(head.get(), by) : store.lacks(hash);
    }
}
