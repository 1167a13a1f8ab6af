package domicile.desktop.assessment.documents;

import domicile.assessment.EvidenceFit;
import domicile.assessment.Finding;
import domicile.assessment.Freshness;
import domicile.assessment.OfferingAssessment;
import domicile.assessment.Requirement;
import domicile.assessment.Settling;
import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.assessment.common.Locker;
import domicile.desktop.assessment.common.ReadDocument;
import domicile.desktop.kit.Texts;
import domicile.document.ClauseCheck;
import domicile.document.ClauseReader;
import domicile.document.Clauses;
import domicile.document.DocumentFile;
import domicile.document.Passage;
import domicile.page.PageReader;
import domicile.problem.FileProblem;
import domicile.problem.ProblemException;
import domicile.register.EvidenceLocker;
import domicile.register.Progress;
import domicile.residency.Evidence;
import domicile.residency.Register;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * The documents in hand as they are read: which files there are, what the one in front says for each open requirement,
 * what of it was confirmed and what somebody has put off. Nothing is confirmed here by itself.
 */
public final class DocumentsViewModel {
    private static final int STEPS = 3;

    private final AssessmentViewModel model;
    private final Texts texts;
    private final Locker locker;
    private final ReadOnlyObjectWrapper<List<HeldDocument>> files = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(new Shown.Nothing());
    private final ReadOnlyObjectWrapper<List<ClauseLine>> lines = new ReadOnlyObjectWrapper<>(List.of());
    private final Set<PutOff> putOff = new HashSet<>();
    private final Map<String, String> passwords = new HashMap<>();
    private int asked;

    /** What is in front. */
    sealed interface Shown {
        /** No document is. */
        record Nothing() implements Shown {}

        /** It is being read. */
        record Reading(HeldDocument document) implements Shown {}

        /** Somebody has stopped the reading. */
        record Stopped(HeldDocument document) implements Shown {}

        /**
         * It asks for a password.
         *
         * @param wrong whether one was given that does not open it
         */
        record Locked(HeldDocument document, boolean wrong) implements Shown {}

        /** It cannot be read. */
        record Refused(HeldDocument document, Exception why) implements Shown {}

        /** It has been read. */
        record Read(HeldDocument document, ReadDocument pages, ClauseReader clauses) implements Shown {}
    }

    /** A passage that somebody does not want to see again while the assessment is open. */
    private record PutOff(String sha256, Evidence.Kind kind, String quote) {}

    public DocumentsViewModel(AssessmentViewModel model, Texts texts, Locker locker) {
        this.model = model;
        this.texts = texts;
        this.locker = locker;
        model.assessmentProperty().subscribe(a -> relist());
        model.answersProperty().subscribe(a -> relist());
        shown.subscribe(s -> relist());
    }

    /** The files that are kept for the candidates. */
    ReadOnlyObjectProperty<List<HeldDocument>> filesProperty() {
        return files.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** What was found in the document in front, requirement by requirement. */
    ReadOnlyObjectProperty<List<ClauseLine>> linesProperty() {
        return lines.getReadOnlyProperty();
    }

    /** Looks which files there are, and then does something. */
    public void refresh(Runnable then) {
        Set<String> candidates = candidates();
        Set<String> cited = new HashSet<>();
        evidence().forEach(e -> cited.add(e.passage().sha256()));
        locker.background()
                .run(
                        () -> locker.documents().all().stream()
                                .filter(k -> candidates.isEmpty()
                                        || candidates.contains(k.offering())
                                        || cited.contains(k.sha256()))
                                .map(DocumentsViewModel::held)
                                .distinct()
                                .toList(),
                        found -> {
                            files.set(found);
                            then.run();
                        });
    }

    private Set<String> candidates() {
        return Set.copyOf(model.assessmentProperty().get().workload().candidates());
    }

    private List<Evidence> evidence() {
        return model.answersProperty().get().evidence();
    }

    private static HeldDocument held(EvidenceLocker.Kept kept) {
        return new HeldDocument(kept.sha256(), kept.name(), kept.offering());
    }

    /** Keeps files for an offering, and reads the first of them. */
    public void keep(List<Path> paths, String offering) {
        locker.keep(
                texts.get("attach.copying"),
                paths,
                offering,
                "",
                kept -> refresh(() ->
                        kept.stream().findFirst().map(DocumentsViewModel::held).ifPresent(this::open)));
    }

    /** Reads a document; the one that was asked for last is shown. */
    void open(HeldDocument document) {
        open(document, Optional.ofNullable(passwords.get(document.sha256())));
    }

    /** As {@link #open(HeldDocument)}, with what opens it. */
    void unlock(HeldDocument document, String password) {
        open(document, Optional.of(password));
    }

    private void open(HeldDocument document, Optional<String> password) {
        int request = ++asked;
        shown.set(new Shown.Reading(document));
        Register register = model.register();
        locker.background()
                .job(
                        texts.get("reader.reading", document.name()),
                        progress -> read(document, password, register, progress),
                        read -> {
                            if (read instanceof Shown.Read) {
                                password.ifPresent(p -> passwords.put(document.sha256(), p));
                            }
                            answer(request, read);
                        },
                        e -> answer(
                                request,
                                e instanceof CancellationException
                                        ? new Shown.Stopped(document)
                                        : new Shown.Refused(document, e)));
    }

    private void answer(int request, Shown answer) {
        if (request == asked) {
            shown.set(answer);
        }
    }

    private Shown read(HeldDocument document, Optional<String> password, Register register, Progress progress)
            throws IOException {
        progress.at(0, STEPS);
        byte[] bytes = bytes(document);
        progress.at(1, STEPS);
        try {
            DocumentFile file = DocumentFile.of(document.name(), bytes, password);
            progress.at(2, STEPS);
            ReadDocument pages = ReadDocument.of(file);
            ClauseReader clauses = new ClauseReader(file, register, Optional.of(document.offering()));
            progress.at(STEPS, STEPS);
            return new Shown.Read(document, pages, clauses);
        } catch (ProblemException e) {
            if (PageReader.locked(bytes) || e.getCause() instanceof InvalidPasswordException) {
                return new Shown.Locked(document, password.isPresent());
            }
            throw e;
        }
    }

    private byte[] bytes(HeldDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        EvidenceLocker.Kept kept = locker.documents().all().stream()
                .filter(k -> held(k).equals(document))
                .findFirst()
                .orElseThrow(() -> new CancellationException(document.name()));
        if (kept.bytes() > PageReader.MAX_BYTES) {
            throw FileProblem.FILE_TOO_LARGE.at(kept.name(), PageReader.MAX_BYTES / 1024 / 1024);
        }
        locker.documents().copy(kept, bytes);
        return bytes.toByteArray();
    }

    /** The file that a piece of evidence was read from, where it is kept. */
    Optional<HeldDocument> fileOf(Evidence evidence) {
        return files.get().stream()
                .filter(f -> !evidence.passage().sha256().isEmpty()
                        && f.sha256().equals(evidence.passage().sha256()))
                .min((a, b) -> Boolean.compare(
                        !a.offering().equals(evidence.offering()), !b.offering().equals(evidence.offering())));
    }

    /** The kept file of a hash. */
    Optional<HeldDocument> file(String sha256) {
        return files.get().stream().filter(f -> f.sha256().equals(sha256)).findFirst();
    }

    /** The files that are kept for an offering. */
    List<HeldDocument> files(String offering) {
        return files.get().stream().filter(f -> f.offering().equals(offering)).toList();
    }

    /** How many clauses of a file are evidence. */
    long confirmed(HeldDocument document) {
        return evidence().stream().filter(e -> of(e, document)).count();
    }

    private static boolean of(Evidence evidence, HeldDocument document) {
        return evidence.passage().sha256().equals(document.sha256())
                && evidence.offering().equals(document.offering())
                && !evidence.typed();
    }

    private void relist() {
        lines.set(
                shown.get() instanceof Shown.Read read
                                && read.pages().file().layout().hasText()
                        ? lines(read)
                        : List.of());
    }

    private List<ClauseLine> lines(Shown.Read read) {
        List<ClauseLine> all = new ArrayList<>();
        HeldDocument document = read.document();
        List<OfferingAssessment> assessed = model.assessmentProperty().get().offerings().stream()
                .filter(o -> o.offering().equals(document.offering()))
                .toList();
        assessed.stream()
                .flatMap(o -> Settling.of(model.assessmentProperty().get(), model.register(), o).stream())
                .filter(s -> !s.kinds().isEmpty())
                .forEach(s -> {
                    all.add(new ClauseLine.Asked(s.finding()));
                    s.kinds()
                            .forEach(kind -> read.clauses().clauses().kinds().stream()
                                    .filter(k -> k.kind() == kind)
                                    .forEach(k -> offered(document, s.finding().requirement(), k, all)));
                });
        assessed.stream()
                .flatMap(o -> o.requirements().stream())
                .filter(f -> all.stream()
                        .noneMatch(l ->
                                l instanceof ClauseLine.Asked a && a.finding().requirement() == f.requirement()))
                .toList()
                .forEach(f -> settled(read, f, all));
        return List.copyOf(all);
    }

    /** What was confirmed here settles a requirement, for better or for worse, and can still be seen. */
    private void settled(Shown.Read read, Finding finding, List<ClauseLine> into) {
        List<Evidence> by = evidence().stream()
                .filter(e -> of(e, read.document()) && finding.documents().contains(e.title()))
                .toList();
        List<ClauseLine> lines = new ArrayList<>();
        by.stream()
                .map(Evidence::kind)
                .distinct()
                .forEach(kind -> read.clauses().clauses().kinds().stream()
                        .filter(k -> k.kind() == kind)
                        .flatMap(k -> k.passages().stream())
                        .filter(p -> by.stream().anyMatch(e -> same(e, read.document(), kind, p.quote())))
                        .forEach(p -> lines.add(new ClauseLine.Offered(finding.requirement(), kind, p, true))));
        if (!lines.isEmpty()) {
            into.add(new ClauseLine.Asked(finding));
            into.addAll(lines);
        }
    }

    private void offered(HeldDocument document, Requirement requirement, Clauses.OfKind kind, List<ClauseLine> into) {
        List<Passage> left = kind.passages().stream()
                .filter(p -> !putOff.contains(new PutOff(document.sha256(), kind.kind(), p.quote())))
                .toList();
        into.add(
                new ClauseLine.OfKind(kind.kind(), kind.found(), kind.passages().size() - left.size()));
        left.forEach(p -> into.add(new ClauseLine.Offered(
                requirement,
                kind.kind(),
                p,
                evidence().stream().anyMatch(e -> same(e, document, kind.kind(), p.quote())))));
    }

    private static boolean same(Evidence evidence, HeldDocument document, Evidence.Kind kind, String quote) {
        return of(evidence, document)
                && evidence.kind() == kind
                && evidence.passage().quote().equals(quote);
    }

    /** Takes a passage out of the list while the assessment is open. */
    void putOff(ClauseLine.Offered passage) {
        if (shown.get() instanceof Shown.Read read) {
            putOff.add(new PutOff(
                    read.document().sha256(), passage.kind(), passage.passage().quote()));
            relist();
        }
    }

    /** Puts what was put off of a kind back into the list. */
    void takeBack(Evidence.Kind kind) {
        if (shown.get() instanceof Shown.Read read) {
            putOff.removeIf(p -> p.sha256().equals(read.document().sha256()) && p.kind() == kind);
            relist();
        }
    }

    /** What of a document does not fit what is asked, before it is kept. */
    EvidenceFit fit(Evidence document) {
        return EvidenceFit.of(
                document,
                model.assessmentProperty().get().workload(),
                model.register(),
                model.date(),
                Freshness.DEFAULT);
    }

    /** Keeps a piece of evidence; the same clause is kept once. What was kept before is handed back, to undo it. */
    List<Evidence> confirm(Evidence made) {
        List<Evidence> before = evidence();
        Stream<Evidence> others = before.stream().filter(e -> !made.sameClause(e));
        model.evidence(Stream.concat(others, Stream.of(made)).toList());
        return before;
    }

    /** Keeps a newer version of a document, and compares the clauses that were confirmed in the older one. */
    void newer(HeldDocument old, Path path, Consumer<NewerVersion> then, Consumer<Exception> refused) {
        List<Evidence> evidence = evidence();
        Register register = model.register();
        Optional<String> password = Optional.ofNullable(passwords.get(old.sha256()));
        locker.keep(
                texts.get("attach.copying"),
                List.of(path),
                old.offering(),
                "",
                kept -> refresh(() -> {
                    HeldDocument newer = held(kept.getFirst());
                    locker.background()
                            .job(
                                    texts.get("reader.reading", newer.name()),
                                    progress -> {
                                        ClauseReader before = clauses(old, password, register);
                                        progress.at(1, 2);
                                        // a newer version is mostly locked as the older one is
                                        ClauseReader after = clauses(newer, password, register);
                                        return new NewerVersion(
                                                old,
                                                newer,
                                                after.file(),
                                                ClauseCheck.newer(
                                                        evidence.stream()
                                                                .filter(e -> of(e, old))
                                                                .toList(),
                                                        before,
                                                        after));
                                    },
                                    then,
                                    refused);
                }));
    }

    private ClauseReader clauses(HeldDocument document, Optional<String> password, Register register)
            throws IOException {
        return new ClauseReader(
                DocumentFile.of(document.name(), bytes(document), password),
                register,
                Optional.of(document.offering()));
    }

    /** Carries the clauses that stand over to the newer version. What was kept before is handed back, to undo it. */
    List<Evidence> carry(NewerVersion version) {
        List<Evidence> before = evidence();
        model.evidence(version.carried(before));
        return before;
    }

    /** Sets the evidence back. */
    void undo(List<Evidence> before) {
        model.evidence(before);
    }
}
