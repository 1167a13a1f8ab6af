package domicile.report;

import domicile.page.PageReader;
import domicile.problem.Sha256;
import domicile.register.EvidenceLocker;
import java.util.Optional;

/** Finds files by their hashes: in a report's archive, or in a register. */
final class HeldFiles {
    private final Optional<ArchiveFile> archive;
    private final Optional<EvidenceLocker> locker;

    HeldFiles(Optional<ArchiveFile> archive, Optional<EvidenceLocker> locker) {
        this.archive = archive;
        this.locker = locker;
    }

    /** What came of looking for a file. */
    sealed interface Looked {
        /** There is nothing to read: how what it is to bear out stands. */
        record Without(HeldClauses.State state) implements Looked {}

        /** Its name says how it is read. */
        @SuppressWarnings("ArrayRecordComponent") // bytes as they lie in the file; two of these are never compared
        record Found(String name, byte[] bytes) implements Looked {}
    }

    /** @param name of the file where nobody knows it better */
    Looked look(String sha256, String name) {
        Optional<ArchiveFile.Document> packed =
                archive.flatMap(a -> Optional.ofNullable(a.documents().get(sha256)));
        if (packed.isPresent()) {
            return packed.get().sound()
                    ? found(
                            archive.orElseThrow().bytes(packed.get()),
                            sha256,
                            packed.get().name())
                    : new Looked.Without(HeldClauses.State.ALTERED);
        }
        return locker.filter(l -> l.has(sha256))
                .map(l -> found(
                        l.bytes(sha256, PageReader.MAX_BYTES),
                        sha256,
                        kept(l, sha256).orElse(name)))
                .orElse(new Looked.Without(HeldClauses.State.NOT_IN_HAND));
    }

    /** The name under which a file is kept: its ending says how it is read, and evidence may call it otherwise. */
    private static Optional<String> kept(EvidenceLocker locker, String sha256) {
        return locker.all().stream()
                .filter(k -> k.sha256().equals(sha256))
                .map(EvidenceLocker.Kept::name)
                .findFirst();
    }

    private static Looked found(Optional<byte[]> bytes, String sha256, String name) {
        if (bytes.isEmpty()) {
            return new Looked.Without(HeldClauses.State.UNREADABLE);
        }
        return Sha256.hex(bytes.get()).equals(sha256)
                ? new Looked.Found(name, bytes.get())
                : new Looked.Without(HeldClauses.State.ALTERED);
    }
}
