package domicile.cli;

import domicile.problem.DiskError;
import domicile.problem.FileProblem;
import domicile.problem.ProblemException;
import domicile.register.AtomicFile;
import domicile.vault.RecoveryKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where a recovery key is told, once: in a file of its owner's alone, or on standard output. */
record RecoveryFile(Common options, Optional<Path> file) {

    RecoveryFile {
        // before anything is changed
        file.ifPresent(path -> {
            OutputFile.check(path, "--recovery-file", List.of());
            if (Files.exists(path)) {
                throw new ProblemException("the file exists", path.toString(), "name one that does not exist yet");
            }
            Path folder = path.toAbsolutePath().getParent();
            if (folder == null || !Files.isDirectory(folder)) {
                throw new ProblemException(
                        "there is no such folder", path.toString(), "name a file in a folder that exists");
            }
        });
    }

    void tell(RecoveryKey key) {
        if (file.isEmpty()) {
            options.console().out().println("recovery key: " + key.shown());
            options.note("domicile: write the recovery key down and keep it elsewhere; it is shown only now");
            return;
        }
        try {
            AtomicFile.writeOwn(file.get(), out -> out.write((key.shown() + "\n").getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            // the register is encrypted: the key must not be lost with the file
            options.console().out().println("recovery key: " + key.shown());
            throw FileProblem.FILE_UNWRITTEN.because(e, file.get().toString(), DiskError.said(e));
        }
    }
}
