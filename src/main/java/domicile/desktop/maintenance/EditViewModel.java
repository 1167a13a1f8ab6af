package domicile.desktop.maintenance;

import domicile.desktop.kit.PageRequests;
import domicile.register.Edit;
import domicile.register.RegisterKey;
import domicile.register.RegisterProblem;
import domicile.residency.Citation;
import domicile.residency.FactKinds;
import domicile.residency.Offering;
import domicile.residency.Placement;
import domicile.residency.Quote;
import domicile.residency.Register;
import domicile.residency.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Adding and changing by hand: facts, offerings, sources and providers, each with the page that it rests on. */
public final class EditViewModel {
    private final MaintenanceContext keeper;

    /**
     * What a form starts with.
     *
     * @param draft how it stands in the register
     * @param first what the form proposes
     * @param with a source that is added with it, and not without; the register has it already
     */
    record Opened(Draft draft, Register register, Draft first, Optional<Source> with) {
        Opened(Draft draft, Register register) {
            this(draft, register, draft);
        }

        Opened(Draft draft, Register register, Draft first) {
            this(draft, register, first, Optional.empty());
        }
    }

    public EditViewModel(MaintenanceContext keeper) {
        this.keeper = keeper;
    }

    /** The kinds of facts that can be added. */
    FactKinds kinds() {
        return keeper.store().kinds();
    }

    LocalDate today() {
        return keeper.today();
    }

    /** Opens a part to be changed. */
    void change(RegisterKey part, Consumer<Opened> then) {
        keeper.background()
                .run(
                        () -> {
                            // first: what comes after it may not be in what is read
                            long seen = keeper.store().lastChange().number();
                            return new Opened(
                                    keeper.store()
                                            .find(part, today())
                                            .map(json -> Draft.of(part, json, today(), kinds()))
                                            .orElseThrow(() -> RegisterProblem.NOT_IN_FORCE.at(part.text()))
                                            .seen(seen),
                                    keeper.store().asOf(today()));
                        },
                        then);
    }

    /** As {@link #change}, with a page read anew, for a reason. */
    void change(RegisterKey part, Citation citation, String because, Consumer<Opened> then) {
        change(
                part,
                opened -> then.accept(new Opened(
                        opened.draft(), opened.register(), opened.draft().citing(citation, because))));
    }

    /**
     * Opens another value of what a fact is about, which a page now gives: what is written differs by its variant, and
     * both stay until the conflict is settled.
     */
    void conflict(RegisterKey part, Citation citation, String because, Consumer<Opened> then) {
        change(part, opened -> {
            Draft said = opened.draft();
            Map<String, String> fields = new LinkedHashMap<>(said.fields());
            fields.put("variant", "page-" + citation.source() + "-" + citation.read());
            fields.put("text", citation.quote().map(Quote::exact).orElse(""));
            Draft empty = Draft.fresh(said.shape(), said.offering(), fields, today());
            then.accept(new Opened(empty, opened.register(), empty.citing(citation, because)));
        });
    }

    /** Opens a new fact that a page says, with the words of the page. */
    void add(String offering, Citation citation, String because, Consumer<Opened> then) {
        add(EditableKind.of(Placement.FACT_KIND), offering, opened -> {
            Map<String, String> fields = new LinkedHashMap<>(opened.draft().fields());
            fields.put("text", citation.quote().map(Quote::exact).orElse(""));
            Draft empty = Draft.fresh(opened.draft().shape(), offering, fields, today());
            then.accept(new Opened(empty, opened.register(), empty.citing(citation, because)));
        });
    }

    /**
     * Opens something new; a fact belongs to an offering, whose operator holds what is attested unless said otherwise.
     */
    void add(EditableKind shape, String offering, Consumer<Opened> then) {
        keeper.background()
                .run(
                        () -> {
                            Register register = keeper.store().asOf(today());
                            return new Opened(
                                    Draft.fresh(shape, offering, first(shape, offering, register), today()), register);
                        },
                        then);
    }

    /** Opens a new fact that a source says, which is added with it where the register has not got it yet. */
    void begin(PageRequests.Begun begun, Consumer<Opened> then) {
        keeper.background()
                .run(
                        () -> {
                            Register register = keeper.store().asOf(today());
                            Optional<Source> there = register.sources().stream()
                                    .filter(s -> same(s, begun.source()))
                                    .findFirst();
                            Source source = there.orElseGet(() -> numbered(begun.source(), next(register)));
                            EditableKind shape = EditableKind.of(begun.kind());
                            Map<String, String> fields = new LinkedHashMap<>(first(shape, begun.offering(), register));
                            fields.put("text", begun.words());
                            Draft empty = Draft.fresh(shape, begun.offering(), fields, today());
                            return new Opened(
                                    empty,
                                    there.isPresent() ? register : with(source, register),
                                    empty.citing(new Citation(source.number(), begun.read()), begun.because()),
                                    there.isPresent() ? Optional.empty() : Optional.of(source));
                        },
                        then);
    }

    private static boolean same(Source one, Source other) {
        return numbered(one, other.number()).equals(other);
    }

    private static Source numbered(Source source, int number) {
        return new Source(number, source.kind(), source.publisher(), source.title(), source.url(), source.states());
    }

    private static Register with(Source source, Register register) {
        List<Source> sources = new ArrayList<>(register.sources());
        sources.add(source);
        return new Register(
                register.asOf(),
                made -> register.hash(),
                register.providers(),
                register.offerings(),
                sources,
                register.areas(),
                register.controls(),
                register.captures());
    }

    private static int next(Register register) {
        return 1 + register.sources().stream().mapToInt(Source::number).max().orElse(0);
    }

    private static Map<String, String> first(EditableKind shape, String offering, Register register) {
        if (shape.equals(EditableKind.SOURCE)) {
            return Map.of("number", String.valueOf(next(register)));
        }
        return register.offering(offering)
                .map(Offering::operator)
                .map(holder -> Map.of("holder", holder))
                .orElse(Map.of());
    }

    /** The pages that there are now: another form may have added one. */
    void sources(Consumer<List<Source>> then) {
        keeper.background().run(() -> keeper.store().asOf(today()).sources(), then);
    }

    /** Saves a draft that {@link DraftCheck} lets pass as a new version; nothing is changed when it is refused. */
    void save(Draft before, Draft after, Runnable then, Consumer<Exception> refused) {
        save(Optional.empty(), before, after, then, refused);
    }

    /** As {@link #save}, with a source that is added first, as long as the draft cites it. */
    void save(Optional<Source> with, Draft before, Draft after, Runnable then, Consumer<Exception> refused) {
        List<Edit> edits = new ArrayList<>(with.stream()
                .filter(s -> after.citations().stream().anyMatch(c -> c.source() == s.number()))
                .map(s -> source(s).edit())
                .toList());
        edits.add(after.edit());
        write(edits, before, after, then, refused);
    }

    private Draft source(Source source) {
        return Draft.fresh(
                EditableKind.SOURCE,
                "",
                Map.of(
                        "number",
                        String.valueOf(source.number()),
                        "kind",
                        source.kind().name(),
                        "publisher",
                        source.publisher(),
                        "title",
                        source.title(),
                        "url",
                        source.url(),
                        "states",
                        source.states()),
                today());
    }

    /** Takes a part out: the page no longer says so. */
    void remove(Draft before, Draft after, Runnable then, Consumer<Exception> refused) {
        write(List.of(new Edit.Remove(after.part().orElseThrow())), before, after, then, refused);
    }

    /** The newest change: whoever was told of it may save upon it. */
    void seen(LongConsumer then) {
        keeper.background().run(() -> keeper.store().lastChange().number(), then::accept);
    }

    private void write(List<Edit> edits, Draft before, Draft after, Runnable then, Consumer<Exception> refused) {
        Citation restsOn = after.restsOn(before, today()).orElseThrow();
        keeper.background()
                .run(
                        () -> {
                            keeper.store().edit(edits, after.by(keeper.who(), restsOn), before.seen());
                            return edits;
                        },
                        done -> {
                            then.run();
                            keeper.changed().run();
                        },
                        refused);
    }
}
