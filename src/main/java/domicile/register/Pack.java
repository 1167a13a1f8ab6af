package domicile.register;

import domicile.problem.FileProblem;
import domicile.problem.InputFile;
import domicile.problem.ProblemException;
import domicile.residency.Areas;
import domicile.residency.Capture;
import domicile.residency.Citation;
import domicile.residency.FactKinds;
import domicile.residency.FrameworkControl;
import domicile.residency.Offering;
import domicile.residency.Provider;
import domicile.residency.Register;
import domicile.residency.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * A register as files: what one publication says, to be imported with a date.
 *
 * @param published the day as of which it speaks
 * @param offerings sorted by id
 * @param captures the pages that its quotes stand on, as far as it carries them
 * @param pages the bytes of the captures
 */
public record Pack(
        String id,
        String name,
        LocalDate published,
        List<Provider> providers,
        List<Offering> offerings,
        List<Source> sources,
        Areas areas,
        List<FrameworkControl> controls,
        List<Capture> captures,
        Documents pages) {

    /** Of one file: a provider's facts by the ten thousands. */
    static final int MOST_BYTES = 32 * 1024 * 1024;

    private static final int MOST_BYTES_TOGETHER = 128 * 1024 * 1024;

    public Pack {
        providers = List.copyOf(providers);
        offerings = List.copyOf(offerings);
        sources = List.copyOf(sources);
        controls = List.copyOf(controls);
        captures = List.copyOf(captures);
    }

    /** The pack that is shipped inside the application: the first content of every register. */
    public static Pack shipped() {
        // What is shipped was checked when it was built; a clock that is wrong must not keep it from opening.
        return new PackReader(Pack::shippedFile, LocalDate.MAX, FactKinds.SHIPPED).read();
    }

    private static byte[] shippedFile(String name) {
        try (InputStream in = Pack.class.getResourceAsStream("/domicile/data/" + name)) {
            if (in == null) {
                throw FileProblem.FILE_MISSING.at(name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a pack from a folder with a {@code pack.json}.
     *
     * @param today no page can have been read after it
     * @throws ProblemException when anything in it is wrong, with file, JSON pointer and line
     */
    public static Pack read(Path folder, LocalDate today) {
        return read(folder, today, FactKinds.SHIPPED);
    }

    /** As {@link #read(Path, LocalDate)}, with facts of these kinds. */
    public static Pack read(Path folder, LocalDate today, FactKinds kinds) {
        AtomicInteger together = new AtomicInteger();
        Pack pack = new PackReader(
                        name -> {
                            byte[] bytes = file(folder, name);
                            if (together.addAndGet(bytes.length) > MOST_BYTES_TOGETHER) {
                                throw RegisterProblem.PACK_TOO_LARGE.at(name, MOST_BYTES_TOGETHER / 1024 / 1024);
                            }
                            return bytes;
                        },
                        today,
                        kinds)
                .read();
        if (pack.captures().isEmpty()) {
            return pack;
        }
        Documents pages = new DocumentFolder(folder.resolve(PackWriter.CAPTURES));
        for (Capture capture : pack.captures()) {
            // compared with its name before anything is taken over
            Captures.bytes(capture, pages);
        }
        return pack.with(pack.captures(), pages);
    }

    private static byte[] file(Path folder, String name) {
        return InputFile.read(folder.resolve(name), MOST_BYTES, LinkOption.NOFOLLOW_LINKS);
    }

    /** Writes it as files, one fact a line, into a folder that is empty or does not exist yet. */
    public void write(Path folder) {
        write(folder, Optional.empty(), Progress.NONE);
    }

    /**
     * As {@link #write(Path)}, a step for each file; stopped, it leaves none.
     *
     * @param chain where the chain of the register ended that it was taken from; noted beside the pack
     */
    public void write(Path folder, Optional<Head> chain, Progress progress) {
        PackWriter.write(this, folder, chain, progress);
    }

    /** What an exported pack notes of the chain of its register; empty when it notes nothing. */
    public static Optional<Head> noted(Path folder) {
        return Files.exists(folder.resolve(PackWriter.EXPORT))
                ? Optional.of(PackWriter.noted(file(folder, PackWriter.EXPORT)))
                : Optional.empty();
    }

    /** The same pack with the captures in which its quotes stand, as far as they were not withdrawn. */
    Pack withCited(Documents bytes) {
        Set<String> quoted = offerings.stream()
                .flatMap(o -> o.facts().stream())
                .flatMap(f -> f.citations().stream())
                .filter(Citation::quoted)
                .flatMap(c -> c.quote().stream().map(q -> c.source() + " " + q.capture()))
                .collect(Collectors.toSet());
        return with(
                captures.stream()
                        .filter(c -> c.inHand() && quoted.contains(c.source() + " " + c.sha256()))
                        .toList(),
                bytes);
    }

    /** The same pack; its quotes stay. */
    Pack withoutCaptures() {
        return with(List.of(), Documents.NONE);
    }

    private Pack with(List<Capture> pagesOf, Documents bytes) {
        return new Pack(id, name, published, providers, offerings, sources, areas, controls, pagesOf, bytes);
    }

    /** The register that this pack makes by itself. */
    public Register register(LocalDate asOf) {
        return new Register(asOf, Canonical::hash, providers, offerings, sources, areas, controls, captures);
    }
}
