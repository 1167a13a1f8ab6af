package domicile.register;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Documents as files in a folder beside a register that is a file. */
record DocumentFolder(Path folder) implements Documents {

    @Override
    public boolean has(String sha256) {
        return Files.isRegularFile(folder.resolve(sha256));
    }

    @Override
    public void keep(String sha256, InputStream bytes) throws IOException {
        OwnFiles.folder(folder);
        AtomicFile.writeOwn(folder.resolve(sha256), bytes::transferTo);
    }

    @Override
    public void drop(String sha256) throws IOException {
        Files.deleteIfExists(folder.resolve(sha256));
    }

    @Override
    public Optional<InputStream> open(String sha256) throws IOException {
        return has(sha256) ? Optional.of(Files.newInputStream(folder.resolve(sha256))) : Optional.empty();
    }

    @Override
    public String where(String sha256) {
        return folder.resolve(sha256).toString();
    }
}
