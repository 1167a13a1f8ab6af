package domicile.register;

import domicile.problem.Message;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The chain over all that a register keeps: a link for each change, each document that was attached and each state of
 * an assessment that was put into the database. A link holds the digest of what was written and the hash of the link
 * before it, so that whoever alters or takes out a row has to rewrite every later link, and a head that was noted
 * elsewhere no longer occurs. The links without their rows, or rows without a link, tell what was done to them.
 */
final class Links {
    /** What {@code chain_end} says. */
    private record End(String head, long links) {}

    private Links() {}

    /** Adds the link of a change. */
    static void change(Handle handle, long number, String hash, Instant knownAt) {
        append(handle, Link.Kind.CHANGE, String.valueOf(number), hash, knownAt, account(handle));
    }

    /** Adds the link of a document. */
    static void document(Handle handle, EvidenceLocker.Kept kept) {
        append(handle, Link.Kind.DOCUMENT, kept.sha256(), digest(kept), kept.addedAt(), account(handle));
    }

    /** Adds the link of an assessment's new state, unless its last one says the same. */
    static void assessment(Handle handle, SavedAssessments.Saved saved) {
        String digest = digest(saved);
        String subject = saved.id().toString();
        Optional<String> last = handle.createQuery("""
                        SELECT digest FROM chain_link WHERE kind = :kind AND subject = :subject
                        ORDER BY id DESC LIMIT 1
                        """)
                .bind("kind", Link.Kind.ASSESSMENT.name())
                .bind("subject", subject)
                .mapTo(String.class)
                .findOne();
        if (!last.equals(Optional.of(digest))) {
            append(handle, Link.Kind.ASSESSMENT, subject, digest, saved.updatedAt(), account(handle));
        }
    }

    private static String digest(EvidenceLocker.Kept kept) {
        return Canonical.sha256(EvidenceLocker.form(kept));
    }

    private static String digest(SavedAssessments.Saved saved) {
        return Canonical.sha256(SavedAssessments.form(saved));
    }

    /** Who the database says writes: its login, whatever role that has taken on; none in a file, where all are one. */
    static Optional<String> account(Handle handle) {
        return handle.queryMetadata(DatabaseMetaData::getDatabaseProductName).equals("H2")
                ? Optional.empty()
                : handle.createQuery("SELECT SESSION_USER").mapTo(String.class).findOne();
    }

    private static void append(
            Handle handle, Link.Kind kind, String subject, String digest, Instant madeAt, Optional<String> account) {
        End end = end(handle, " FOR UPDATE").orElseThrow(() -> new IllegalStateException("no row in chain_end"));
        add(
                handle,
                new Link(
                                end.links() + 1,
                                kind,
                                subject,
                                digest,
                                madeAt.truncatedTo(ChronoUnit.MICROS),
                                account,
                                AuditTrail.START)
                        .after(end.head()));
    }

    /** Writes a link as it is. */
    static void add(Handle handle, Link link) {
        handle.createUpdate("""
                        INSERT INTO chain_link (id, kind, subject, digest, made_at, account, hash)
                        VALUES (:id, :kind, :subject, :digest, :madeAt, :account, :hash)
                        """)
                .bind("id", link.number())
                .bind("kind", link.kind().name())
                .bind("subject", link.subject())
                .bind("digest", link.digest())
                .bind("madeAt", Rows.utc(link.madeAt()))
                .bind("account", link.account())
                .bind("hash", link.hash())
                .execute();
        handle.createUpdate("UPDATE chain_end SET head = :head, links = :links WHERE id = 1")
                .bind("head", link.hash())
                .bind("links", link.number())
                .execute();
    }

    /** Links all that is there, where there are no links yet. */
    static void linkAll(Handle handle) {
        Optional<String> nobody = Optional.empty();
        Entries.changes(handle)
                .forEach(c ->
                        append(handle, Link.Kind.CHANGE, String.valueOf(c.number()), c.hash(), c.knownAt(), nobody));
        EvidenceLocker.all(handle)
                .forEach(k -> append(handle, Link.Kind.DOCUMENT, k.sha256(), digest(k), k.addedAt(), nobody));
        SavedAssessments.all(handle).stream()
                .sorted(Comparator.comparing(s -> s.id().toString()))
                .forEach(
                        s -> append(handle, Link.Kind.ASSESSMENT, s.id().toString(), digest(s), s.updatedAt(), nobody));
    }

    /** All links, oldest first. */
    static List<Link> all(Handle handle) {
        return handle.createQuery("SELECT * FROM chain_link ORDER BY id")
                .map((row, context) -> read(row))
                .list();
    }

    /** Where the chain ends; empty for a register in which nothing was written yet. */
    static Optional<Head> head(Handle handle) {
        return handle.createQuery("SELECT * FROM chain_link ORDER BY id DESC LIMIT 1")
                .map((row, context) -> read(row).head())
                .findOne();
    }

    /** The link of the last change that was known at a time. */
    static Optional<Head> head(Handle handle, Instant known) {
        return handle.createQuery("""
                        SELECT * FROM chain_link WHERE kind = :kind AND made_at <= :known ORDER BY id DESC LIMIT 1
                        """)
                .bind("kind", Link.Kind.CHANGE.name())
                .bind("known", Rows.utc(known))
                .map((row, context) -> read(row).head())
                .findOne();
    }

    /** Whether a hash is that of a link, or of a change. */
    static boolean hold(Handle handle, String hash) {
        return handle.createQuery("""
                        SELECT COUNT(*) FROM chain_link WHERE hash = :hash OR (kind = :kind AND digest = :hash)
                        """)
                        .bind("hash", hash)
                        .bind("kind", Link.Kind.CHANGE.name())
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private static Link read(ResultSet row) throws SQLException {
        return new Link(
                row.getLong("id"),
                Rows.read(row, "kind", Link.Kind::valueOf),
                Rows.text(row, "subject"),
                Rows.text(row, "digest"),
                Rows.time(row, "made_at"),
                Optional.ofNullable(row.getString("account")),
                Rows.text(row, "hash"));
    }

    private static Optional<End> end(Handle handle, String locking) {
        return handle.createQuery("SELECT head, links FROM chain_end WHERE id = 1" + locking)
                .map((row, context) -> new End(Rows.text(row, "head"), row.getLong("links")))
                .findOne();
    }

    /** What does not hold in the chain, or between it and the rows, one message each; empty when it is whole. */
    static List<Message> broken(Handle handle) {
        List<Message> problems = new ArrayList<>();
        List<Link> links = all(handle);
        String previous = AuditTrail.START;
        long number = 0;
        for (Link link : links) {
            number++;
            if (link.number() != number || !link.after(previous).hash().equals(link.hash())) {
                problems.add(Message.of("damage.link", link.number(), link.madeAt()));
            }
            // goes on from what is stored: one altered link is one problem
            previous = link.hash();
            number = link.number();
        }
        if (!end(handle, "").equals(Optional.of(new End(previous, number)))) {
            problems.add(Message.of("damage.linkend"));
        }
        problems.addAll(changes(links, Entries.changes(handle)));
        problems.addAll(documents(links, EvidenceLocker.all(handle)));
        problems.addAll(assessments(links, SavedAssessments.all(handle)));
        return problems;
    }

    private static List<Link> of(List<Link> links, Link.Kind kind) {
        return links.stream().filter(l -> l.kind() == kind).toList();
    }

    private static List<Message> changes(List<Link> links, List<Change> changes) {
        List<Message> problems = new ArrayList<>();
        Map<String, Change> there = new LinkedHashMap<>();
        changes.forEach(c -> there.put(String.valueOf(c.number()), c));
        for (Link link : of(links, Link.Kind.CHANGE)) {
            Optional<Change> change = Optional.ofNullable(there.remove(link.subject()));
            if (change.isEmpty()) {
                problems.add(Message.of("damage.changegone", link.subject(), link.madeAt()));
            } else if (!change.get().hash().equals(link.digest())) {
                problems.add(Message.of(
                        "damage.change",
                        change.get().number(),
                        change.get().who(),
                        change.get().knownAt()));
            }
        }
        there.values().forEach(c -> problems.add(Message.of("damage.changeadded", c.number(), c.who(), c.knownAt())));
        return problems;
    }

    private static List<Message> documents(List<Link> links, List<EvidenceLocker.Kept> rows) {
        List<Message> problems = new ArrayList<>();
        // the same file may be attached twice, and then has two links that say the same
        Map<String, Deque<Link>> left = new LinkedHashMap<>();
        of(links, Link.Kind.DOCUMENT)
                .forEach(l -> left.computeIfAbsent(l.digest(), d -> new ArrayDeque<>())
                        .add(l));
        List<EvidenceLocker.Kept> unlinked = rows.stream()
                .filter(row -> Optional.ofNullable(left.get(digest(row)))
                        .map(Deque::poll)
                        .isEmpty())
                .toList();
        List<Link> gone =
                new ArrayList<>(left.values().stream().flatMap(Deque::stream).toList());
        for (EvidenceLocker.Kept row : unlinked) {
            Optional<Link> was =
                    gone.stream().filter(l -> l.subject().equals(row.sha256())).findFirst();
            was.ifPresent(gone::remove);
            problems.add(Message.of(
                    was.isPresent() ? "damage.documentrow" : "damage.documentadded", row.name(), row.offering()));
        }
        gone.forEach(l -> problems.add(Message.of("damage.documentgone", l.subject(), l.madeAt())));
        return problems;
    }

    private static List<Message> assessments(List<Link> links, List<SavedAssessments.Saved> rows) {
        List<Message> problems = new ArrayList<>();
        Map<String, Link> last = new HashMap<>();
        of(links, Link.Kind.ASSESSMENT).forEach(l -> last.put(l.subject(), l));
        for (SavedAssessments.Saved row : rows) {
            Optional<Link> link = Optional.ofNullable(last.remove(row.id().toString()));
            if (link.isEmpty()) {
                problems.add(Message.of("damage.assessmentadded", row.name(), row.id()));
            } else if (!link.get().digest().equals(digest(row))) {
                problems.add(Message.of(
                        "damage.assessment", row.name(), row.id(), link.get().madeAt()));
            }
        }
        last.values().stream()
                .sorted(Comparator.comparingLong(Link::number))
                .forEach(l -> problems.add(Message.of("damage.assessmentgone", l.subject(), l.madeAt())));
        return problems;
    }
}
