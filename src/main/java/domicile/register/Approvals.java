package domicile.register;

import domicile.problem.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What waits for a second pair of eyes in a register that a team shares: imports, accepted risks and closed reviews.
 * The database notes them and their authors, and lets nobody but another login with the role approve them
 * ({@code packaging/postgresql/roles.sql}); a register in a file, or on a server without these roles, has none.
 */
public final class Approvals {
    /** What is approved. */
    public enum Kind {
        IMPORT,
        RISK,
        REVIEW
    }

    /**
     * One of them.
     *
     * @param subject the number of the change, or the assessment's id
     * @param about the pack, or the assessment's name
     * @param detail the number of the change; the offering and the requirement; or the day of the review
     * @param author the login that wrote it
     */
    public record Matter(
            long number,
            Kind kind,
            String subject,
            String about,
            String detail,
            String author,
            Instant writtenAt,
            Optional<Approval> approval) {}

    /** Who has approved it, and why. */
    public record Approval(String approver, Instant at, String why) {
        /** The day, by UTC. */
        public LocalDate day() {
            return LocalDate.ofInstant(at, ZoneOffset.UTC);
        }
    }

    /**
     * All that is to be known about them.
     *
     * @param login who asks, as the database knows them
     * @param approver whether they have the role
     * @param matters the newest first
     */
    public record Standing(String login, boolean approver, List<Matter> matters) {
        public Standing {
            matters = List.copyOf(matters);
        }

        /** Those that wait, the newest first. */
        public List<Matter> waiting() {
            return matters.stream().filter(m -> m.approval().isEmpty()).toList();
        }

        /** Whether whoever asks may approve one. */
        public boolean may(Matter matter) {
            return approver && matter.approval().isEmpty() && !matter.author().equals(login);
        }
    }

    private static final String MATTERS = """
            SELECT m.*, a.name, p.approver, p.approved_at, p.why
            FROM team.matter m
            LEFT JOIN assessment a ON a.id = m.subject
            LEFT JOIN team.approval p ON p.matter = m.id
            WHERE m.gone_at IS NULL ORDER BY m.id DESC
            """;

    private final Database database;

    Approvals(Database database) {
        this.database = database;
    }

    /** How they stand; empty for a register without roles. */
    public Optional<Standing> standing() {
        return database.file().isPresent() ? Optional.empty() : database.read(Approvals::standing);
    }

    /** What an assessment rests on of it: its accepted risks and closed review, and all imports. */
    public List<Matter> of(UUID assessment) {
        return standing().stream()
                .flatMap(s -> s.matters().stream())
                .filter(m -> m.kind() == Kind.IMPORT || m.subject().equals(assessment.toString()))
                .toList();
    }

    private static Optional<Standing> standing(Handle handle) {
        // a schema of this name that somebody else has made, or that this login may not look into, is none
        boolean held = handle.createQuery("""
                        SELECT has_table_privilege(c.oid, 'SELECT') AND has_schema_privilege(n.oid, 'USAGE')
                        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE n.nspname = 'team' AND c.relname = 'matter'
                        """).mapTo(Boolean.class).findOne().orElse(false);
        if (!held) {
            return Optional.empty();
        }
        return Optional.of(new Standing(
                handle.createQuery("SELECT SESSION_USER").mapTo(String.class).one(),
                handle.createQuery("SELECT pg_has_role(SESSION_USER, 'domicile_approver', 'USAGE')")
                        .mapTo(Boolean.class)
                        .one(),
                handle.createQuery(MATTERS).map((row, context) -> read(row)).list()));
    }

    private static Matter read(ResultSet row) throws SQLException {
        Kind kind = Rows.read(row, "kind", Kind::valueOf);
        String subject = Rows.text(row, "subject");
        String detail = Rows.text(row, "detail");
        return new Matter(
                row.getLong("id"),
                kind,
                subject,
                switch (kind) {
                    case IMPORT -> detail;
                    case RISK, REVIEW ->
                        Optional.ofNullable(row.getString("name")).orElse(subject);
                },
                switch (kind) {
                    case IMPORT -> subject;
                    case RISK, REVIEW -> detail;
                },
                Rows.text(row, "author"),
                Rows.time(row, "written_at"),
                Optional.ofNullable(row.getString("approver")).isPresent()
                        ? Optional.of(new Approval(
                                Rows.text(row, "approver"), Rows.time(row, "approved_at"), Rows.text(row, "why")))
                        : Optional.empty());
    }

    /**
     * Approves one, for good.
     *
     * @throws ProblemException when the register has no roles, nothing waits under the number, or the database does not
     *     let this login approve it
     */
    public void approve(long number, String why) {
        if (standing().isEmpty()) {
            throw RegisterProblem.NO_ROLES.at(database.where());
        }
        database.write(handle -> handle.createQuery("SELECT CAST(team.approve(:number, :why) AS VARCHAR)")
                .bind("number", number)
                .bind("why", why)
                .mapTo(String.class)
                .findOne());
    }
}
