package domicile.page;

import domicile.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** A Word document that is locked with a password: it lies encrypted in a container of the older format. */
final class LockedOffice {

    private LockedOffice() {}

    /** Why a locked file stays so: no password is given, or another one than its own. */
    static PageProblem problem(Optional<String> password) {
        return password.isEmpty() ? PageProblem.PAGE_ENCRYPTED : PageProblem.PAGE_PASSWORD;
    }

    static boolean is(byte[] bytes) {
        if (FileMagic.valueOf(bytes) != FileMagic.OLE2) {
            return false;
        }
        try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            return container.getRoot().hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY);
        } catch (IOException | RuntimeException e) {
            // what is no container is told as a file of no known format
            return false;
        }
    }

    /**
     * The document's bytes.
     *
     * @throws ProblemException without its password, and when it is broken
     */
    static byte[] open(byte[] bytes, String name, Optional<String> password) {
        try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            Decryptor decryptor = new EncryptionInfo(container).getDecryptor();
            if (!decryptor.verifyPassword(password.orElse(Decryptor.DEFAULT_PASSWORD))) {
                throw problem(password).at(name);
            }
            try (InputStream open = decryptor.getDataStream(container)) {
                byte[] read = open.readNBytes(PageReader.MAX_BYTES + 1);
                if (read.length > PageReader.MAX_BYTES) {
                    throw PageProblem.PAGE_BROKEN.at(name);
                }
                return read;
            }
        } catch (ProblemException refused) {
            throw refused;
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw PageProblem.PAGE_BROKEN.because(e, name);
        }
    }
}
