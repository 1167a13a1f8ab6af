package domicile.cli;

import domicile.problem.ProblemException;
import domicile.register.Change;
import domicile.register.Edit;
import domicile.register.PartFields;
import domicile.register.RegisterKey;
import domicile.register.RegisterStore;
import domicile.register.Version;
import domicile.residency.Citation;
import domicile.residency.FactKind;
import domicile.residency.FactKinds;
import domicile.residency.Quote;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code domicile register edit}: one part, changed by hand. */
@Command(
        name = "edit",
        description =
                "Changes a fact, an offering, a source or a provider by hand: a new version; nothing is overwritten.")
final class RegisterEditCommand implements Runnable {
    @Parameters(
            paramLabel = "ID",
            description = "What is changed, as 'history' and 'diff' print it: groq:attestation/BAA, groq, source:25.")
    private String id = "";

    @ArgGroup(exclusive = true, multiplicity = "1")
    private How how = new How();

    /** What is done to it. */
    static final class How {
        @Option(
                names = "--set",
                paramLabel = "FIELD=VALUE",
                description =
                        "A field's new value, as JSON or as plain text; an empty one takes the field out. A fact whose"
                                + " value another source gives loses its text unless you give the new one.")
        private Map<String, String> set = new LinkedHashMap<>();

        @Option(names = "--json", paramLabel = "LINE", description = "The whole part, as a line of a pack.")
        private @Nullable String json;

        @Option(names = "--remove", description = "The page no longer says so.")
        private boolean remove;
    }

    @Option(
            names = "--source",
            paramLabel = "N",
            required = true,
            description =
                    "The source that the change rests on. The other pages that a fact cites stay while its value does.")
    private int source;

    @Option(names = "--read", paramLabel = "DATE", required = true, description = "The day that it was read.")
    private LocalDate read = LocalDate.MIN;

    @Option(names = "--why", paramLabel = "TEXT", required = true, description = "Why.")
    private String why = "";

    @Option(
            names = "--seen",
            paramLabel = "CHANGE",
            description =
                    "The number of the register's last change when you read what you change, as 'show' and 'history'"
                            + " print it: refused when somebody else has changed the same part since. Without it, what the"
                            + " register says when the command begins counts as read, and what is replaced is told.")
    private Optional<Long> seen = Optional.empty();

    @Mixin
    private By by = new By();

    private final Common options;

    RegisterEditCommand(Common options) {
        this.options = options;
    }

    @Override
    public void run() {
        RegisterKey part = RegisterKey.parse(id, FactKinds.SHIPPED);
        LocalDate today = options.console().today();
        try (RegisterStore store = options.open()) {
            Change last = store.lastChange();
            if (seen.isPresent() && (seen.get() < 1 || seen.get() > last.number())) {
                throw new ProblemException(
                        "the register has no change " + seen.get(),
                        "--seen",
                        "its last one is " + last.number() + ", as 'domicile register history' prints it");
            }
            Optional<Version> before =
                    seen.isPresent() || !how.set.isEmpty() ? Optional.empty() : lastOf(store.history(part));
            store.edit(
                    List.of(edit(part, store, by.day(today))),
                    by.because(today, why, Optional.of(new Citation(source, read))),
                    seen.orElse(last.number()));
            before.map(Version::change)
                    .ifPresent(was -> options.note("domicile: replaced what change " + was.number() + " wrote ("
                            + was.who() + ", " + was.knownAt() + "); to be refused when somebody else"
                            + " writes between, name the change that you have seen with --seen"));
            options.note("domicile: in force from " + by.day(today) + ", "
                    + store.asOf(by.day(today)).hash());
        }
    }

    private static Optional<Version> lastOf(List<Version> versions) {
        return versions.stream()
                .max(Comparator.comparingLong(v -> v.change().number()))
                .filter(v -> v.json().isPresent());
    }

    private Edit edit(RegisterKey part, RegisterStore store, LocalDate day) {
        if (how.remove) {
            return new Edit.Remove(part);
        }
        if (how.json != null) {
            return new Edit.Put(part, how.json);
        }
        String json = store.find(part, day)
                .orElseThrow(() -> new ProblemException(
                        "the register has no " + part.text() + " on " + day,
                        id,
                        "add it with --json and the whole line"));
        Optional<FactKind<?>> kind = store.kinds().ofFact(part.key()).filter(k -> part.kind() == RegisterKey.Kind.FACT);
        if (part.kind() != RegisterKey.Kind.FACT) {
            return new Edit.Put(part, PartFields.with(json, how.set, kind));
        }
        Map<String, String> fields = PartFields.of(PartFields.with(json, how.set, kind));
        List<Citation> citations = new ArrayList<>(PartFields.citations(json));
        Optional<Citation> before =
                citations.stream().filter(c -> c.source() == source).findFirst();
        before.ifPresent(citations::remove);
        Optional<Quote> words = before.flatMap(Citation::quote);
        if (!sameValue(PartFields.of(json), fields)) {
            // What another page said on an earlier day was not this.
            citations.clear();
            // and the words that carried the old value do not carry this one
            words = Optional.empty();
            // Nor may its words be put into this page's mouth.
            if (before.isEmpty() && !how.set.containsKey("text")) {
                fields.remove("text");
            }
        }
        citations.add(new Citation(source, read, words));
        return new Edit.Put(part, PartFields.cited(fields, citations, kind));
    }

    private static boolean sameValue(Map<String, String> before, Map<String, String> after) {
        Map<String, String> was = new LinkedHashMap<>(before);
        Map<String, String> is = new LinkedHashMap<>(after);
        was.remove("text");
        is.remove("text");
        return was.equals(is);
    }
}
