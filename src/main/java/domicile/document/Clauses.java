package domicile.document;

import domicile.page.Layout;
import domicile.page.PageReader;
import domicile.problem.InputFile;
import domicile.problem.Sha256;
import domicile.residency.Evidence;
import domicile.residency.Register;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What was found in a document, kind by kind.
 *
 * @param sha256 {@code sha256:} and 64 hexadecimal digits
 * @param language of most of its words: {@code en}, {@code de} or {@code fr}; empty where there are none
 * @param textLayer false for a scan: nothing in it can be read
 * @param kinds every kind of evidence, in their order
 */
public record Clauses(
        String file,
        String sha256,
        Optional<String> language,
        OptionalInt pages,
        boolean textLayer,
        List<OfKind> kinds) {

    /**
     * The passages for one kind of evidence, best first.
     *
     * @param found false: not found in this document; the passages then say what stands there instead
     */
    public record OfKind(Evidence.Kind kind, boolean found, List<Passage> passages) {
        public OfKind {
            passages = List.copyOf(passages);
        }
    }

    public Clauses {
        kinds = List.copyOf(kinds);
    }

    /**
     * Reads a file and finds.
     *
     * @param register by whose names products and places are known
     * @param offering that the document is for, when that is known
     */
    public static Clauses read(Path file, Register register, Optional<String> offering) {
        byte[] bytes = InputFile.read(file, PageReader.MAX_BYTES);
        return of(file.getFileName().toString(), bytes, PageReader.layout(bytes, file.toString()), register, offering);
    }

    /** What is found in a file that has been read. */
    static Clauses of(String name, byte[] bytes, Layout layout, Register register, Optional<String> offering) {
        ClauseFinder finder = new ClauseFinder(layout, register, offering);
        return new Clauses(
                name, Sha256.named(bytes), finder.language(), layout.pages(), layout.hasText(), finder.kinds());
    }
}
