package domicile.register;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Documents as files in a folder beside a register that is a file. */
record DocumentFolder(Path folder, Optional<Sealing> sealing) implements Documents {

    /** Those of a pack, which are as they are. */
    DocumentFolder(Path folder) {
        this(folder, Optional.empty());
    }

    /** Those beside a register. */
    DocumentFolder(Path folder, Path register) {
        this(folder, Optional.of(new Sealing(register)));
    }

    @Override
    public boolean has(String sha256) {
        return Files.isRegularFile(folder.resolve(sha256));
    }

    @Override
    public void keep(String sha256, InputStream bytes) throws IOException {
        OwnFiles.folder(folder);
        AtomicFile.Content content = bytes::transferTo;
        AtomicFile.writeOwn(
                folder.resolve(sha256), sealing.map(s -> s.sealed(content)).orElse(content));
    }

    @Override
    public void drop(String sha256) throws IOException {
        Files.deleteIfExists(folder.resolve(sha256));
    }

    @Override
    public Optional<InputStream> open(String sha256) throws IOException {
        if (!has(sha256)) {
            return Optional.empty();
        }
        Path file = folder.resolve(sha256);
        return Optional.of(sealing.isPresent() ? sealing.get().open(file) : Files.newInputStream(file));
    }

    @Override
    public String where(String sha256) {
        return folder.resolve(sha256).toString();
    }
}
