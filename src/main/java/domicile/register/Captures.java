package domicile.register;

import domicile.problem.Message;
import domicile.problem.ProblemException;
import domicile.problem.SafeText;
import domicile.problem.Sha256;
import domicile.residency.Capture;
import domicile.residency.Citation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pages that were taken in: the bytes beside a register in a file, or in the database of one on a server, each
 * under the SHA-256 of its bytes; what is known of them in the register itself, as a part that is never changed. Taking
 * one in and withdrawing one are changes like all others: chained, with who and why.
 */
public final class Captures {
    /** The largest page, in bytes. */
    public static final int MOST_BYTES = 20 * 1024 * 1024;

    static final int LONGEST_NAME = 255;
    private static final Logger LOG = LoggerFactory.getLogger(Captures.class);

    private final RegisterStore store;
    private final Documents documents;
    private final Clock clock;

    /**
     * A page that is not taken in yet.
     *
     * @param mediaType what the bytes are, such as {@code text/html; charset=utf-8}
     * @param name of the file, or the last part of the address
     * @param address where it came from; empty when nobody said
     */
    public record Page(byte[] bytes, String mediaType, String name, String address, Capture.How how) {}

    Captures(RegisterStore store, Documents documents, Clock clock) {
        this.store = store;
        this.documents = documents;
        this.clock = clock;
    }

    /** The captures of a register in a file. */
    static DocumentFolder documents(Path register) {
        return new DocumentFolder(folder(register), register);
    }

    /** The folder of the captures of a register in a file. */
    static Path folder(Path register) {
        return Database.beside(register, "captures");
    }

    /**
     * Takes a page in, for today. The same bytes of the same source on the same day are one capture.
     *
     * @param source the number of a source of the register
     * @throws ProblemException when the source is not there, the page too large, or its name not fit to be shown
     */
    public Capture take(int source, Page page, String who) {
        if (page.bytes().length > MOST_BYTES) {
            throw RegisterProblem.CAPTURE_TOO_LARGE.at(page.name(), MOST_BYTES / 1024 / 1024);
        }
        if (page.name().length() > LONGEST_NAME
                || SafeText.firstUnsafe(page.name()).isPresent()) {
            throw RegisterProblem.BAD_FILE_NAME.at(SafeText.shown(page.name()));
        }
        LocalDate today = LocalDate.now(clock);
        String sha256 = Sha256.hex(page.bytes());
        Capture capture = new Capture(
                source,
                today,
                sha256,
                page.bytes().length,
                page.mediaType(),
                page.name(),
                page.address(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                who.strip(),
                page.how(),
                Optional.empty());
        RegisterKey part = RegisterKey.capture(capture);
        boolean there = documents.has(sha256);
        boolean whole = false;
        try {
            Capture taken = store.write(changes -> {
                List<RegisterRecord> now = changes.asOf(today);
                if (now.stream().noneMatch(e -> e.part().equals(RegisterKey.source(source)))) {
                    throw RegisterProblem.SOURCE_NOT_THERE.at(store.where(), source);
                }
                Optional<Capture> known = now.stream()
                        .filter(e -> e.part().equals(part))
                        .map(e -> PackReader.capture(e.node()))
                        .filter(Capture::inHand)
                        .findFirst();
                keep(sha256, page.bytes());
                if (known.isEmpty()) {
                    Capture later = after(capture, now);
                    changes.write(
                            new Attribution(
                                    today,
                                    who,
                                    "Page taken in: " + page.name(),
                                    Optional.of(new Citation(source, today))),
                            "",
                            List.of(stored(later)));
                    return later;
                }
                return known.get();
            });
            whole = true;
            return taken;
        } finally {
            if (!whole && !there) {
                drop(sha256);
            }
        }
    }

    /**
     * The capture, taken in after all others of its source: a clock that was set back must not make it an older one.
     */
    private static Capture after(Capture capture, List<RegisterRecord> now) {
        return now.stream()
                .filter(e -> e.kind() == RegisterKey.Kind.CAPTURE)
                .map(e -> PackReader.capture(e.node()))
                .filter(c -> c.source() == capture.source())
                .map(Capture::taken)
                .max(Comparator.naturalOrder())
                .filter(last -> !last.isBefore(capture.taken()))
                .map(last -> capture.takenAt(last.plus(1, ChronoUnit.MICROS)))
                .orElse(capture);
    }

    private static StoredEntry stored(Capture capture) {
        return new StoredEntry(
                RegisterKey.capture(capture), 0, Optional.of(RegisterJson.text(RegisterJson.capture(capture))));
    }

    private void keep(String sha256, byte[] bytes) {
        try {
            documents.keep(sha256, new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw StorageErrors.unwrittenFile(documents.where(sha256), e);
        }
    }

    /** Keeps the bytes of what a pack carries; those that were not there yet are handed back. */
    Set<String> keepAll(List<StoredEntry> entries, Documents from) {
        Set<String> kept = new HashSet<>();
        for (StoredEntry entry : entries) {
            Optional<Capture> capture = entry.entry()
                    .filter(e -> e.kind() == RegisterKey.Kind.CAPTURE)
                    .map(e -> PackReader.capture(e.node()))
                    .filter(Capture::inHand);
            if (capture.isPresent() && !documents.has(capture.get().sha256())) {
                kept.add(capture.get().sha256());
                keep(capture.get().sha256(), bytes(capture.get(), from));
            }
        }
        return kept;
    }

    void drop(String sha256) {
        try {
            documents.drop(sha256);
        } catch (IOException e) {
            LOG.warn("left behind: {}", documents.where(sha256), e);
        }
    }

    /**
     * The bytes of a capture.
     *
     * @throws ProblemException when they are missing, withdrawn, or not what was taken in
     */
    public byte[] bytes(Capture capture) {
        return bytes(capture, documents);
    }

    static byte[] bytes(Capture capture, Documents documents) {
        String where = documents.where(capture.sha256());
        try (InputStream in = documents
                .open(capture.sha256())
                .orElseThrow(() -> RegisterProblem.CAPTURE_MISSING.at(where, capture.name(), capture.source()))) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (!Sha256.hex(bytes).equals(capture.sha256())) {
                throw RegisterProblem.CAPTURE_ALTERED.at(where, capture.name(), capture.source());
            }
            return bytes;
        } catch (IOException e) {
            throw StorageErrors.unreadable(where, e);
        }
    }

    /** Whether the bytes of a capture are kept here. */
    public boolean has(Capture capture) {
        return capture.inHand() && documents.has(capture.sha256());
    }

    /**
     * Withdraws the captures of a source that have these bytes: the bytes go, and what is known of them stays. The
     * quotes that stand on them count no more; that is part of the same change.
     */
    public void withdraw(Capture capture, String who, String why) {
        LocalDate today = LocalDate.now(clock);
        Capture.Withdrawal withdrawal =
                new Capture.Withdrawal(clock.instant().truncatedTo(ChronoUnit.MICROS), who.strip(), why.strip());
        boolean usedElsewhere = store.write(changes -> {
            List<StoredEntry> written = new ArrayList<>();
            boolean used = false;
            for (RegisterRecord entry : changes.asOf(today)) {
                if (entry.kind() == RegisterKey.Kind.CAPTURE) {
                    Capture other = PackReader.capture(entry.node());
                    boolean same = other.sha256().equals(capture.sha256()) && other.inHand();
                    if (same && other.source() == capture.source()) {
                        written.add(stored(other.withdraw(withdrawal)));
                    } else {
                        used |= same;
                    }
                } else if (entry.kind() == RegisterKey.Kind.FACT) {
                    withoutQuotes(entry, capture).ifPresent(e -> written.add(e.stored()));
                }
            }
            changes.write(
                    new Attribution(today, who, why, Optional.of(new Citation(capture.source(), capture.day()))),
                    "",
                    written);
            return used;
        });
        if (!usedElsewhere && !attached(capture.sha256())) {
            drop(capture.sha256());
        }
    }

    /** Whether a document of the buyer has the same bytes: a register on a server keeps both in one table. */
    private boolean attached(String sha256) {
        return documents instanceof DocumentRows
                && store.evidence().all().stream().anyMatch(k -> k.sha256().equals(sha256));
    }

    private static Optional<RegisterRecord> withoutQuotes(RegisterRecord fact, Capture capture) {
        List<Citation> cited = PartFields.citations(fact.payload());
        if (cited.stream().noneMatch(c -> rests(c, capture))) {
            return Optional.empty();
        }
        SortedMap<Integer, RegisterJson.Cited> now = RegisterJson.cited(cited.stream()
                .map(c -> rests(c, capture) ? c.quoting(c.quote().orElseThrow().withdraw()) : c)
                .toList());
        return Optional.of(fact.with(
                RegisterJson.cite(RegisterJson.fields(fact.payload()), now).toString()));
    }

    private static boolean rests(Citation citation, Capture capture) {
        return citation.source() == capture.source()
                && citation.quoted()
                && citation.quote()
                        .filter(q -> q.capture().equals(capture.sha256()))
                        .isPresent();
    }

    /** What is missing or not what was taken in, one message each. Reads every capture. */
    List<Message> check(List<Capture> captures, Progress progress) {
        List<Message> problems = new ArrayList<>();
        for (Capture capture : captures) {
            progress.at(captures.indexOf(capture), captures.size());
            if (capture.inHand()) {
                Optional<Boolean> sound = sound(capture);
                if (!sound.equals(Optional.of(true))) {
                    problems.add(Message.of(
                            sound.isEmpty() ? "damage.pagemissing" : "damage.pagealtered",
                            capture.name(),
                            capture.source(),
                            documents.where(capture.sha256())));
                }
            }
        }
        return problems;
    }

    private Optional<Boolean> sound(Capture capture) {
        try {
            Optional<InputStream> bytes = documents.open(capture.sha256());
            if (bytes.isEmpty()) {
                return Optional.empty();
            }
            try (InputStream in = bytes.get()) {
                return Optional.of(Sha256.hex(in).equals(capture.sha256()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
