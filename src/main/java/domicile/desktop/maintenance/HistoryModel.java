package domicile.desktop.maintenance;

import domicile.register.Attribution;
import domicile.register.Edit;
import domicile.register.Part;
import domicile.register.PartFields;
import domicile.register.Version;
import domicile.residency.Citation;
import domicile.residency.Fact;
import domicile.residency.InputException;
import domicile.residency.Offering;
import domicile.residency.Register;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One offering through time: its facts as of a day and as they were known on a day, their versions, and changes by hand. */
public final class HistoryModel {
    private final Keeper keeper;
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<String> offering = Optional.empty();
    private LocalDate validOn;
    private Optional<LocalDate> knownOn = Optional.empty();

    /**
     * What is shown.
     *
     * @param offering empty when the register did not hold it on that day
     * @param versions all versions of all its facts, whatever the day
     */
    public record Shown(String id, Register register, Optional<Offering> offering, List<Version> versions) {

        /** The versions of one fact. */
        List<Version> of(Fact<?> fact) {
            return versions.stream()
                    .filter(v -> v.part().equals(Part.fact(id, fact.id())))
                    .toList();
        }
    }

    /**
     * A fact as it is being changed.
     *
     * @param fields its fields as text, without its citation
     */
    public record Draft(
            Part part,
            Map<String, String> fields,
            Optional<Integer> source,
            Optional<LocalDate> read,
            LocalDate validFrom,
            String why) {}

    public HistoryModel(Keeper keeper) {
        this.keeper = keeper;
        this.validOn = keeper.today();
    }

    /** The ids of the offerings of today. */
    public void offerings(java.util.function.Consumer<List<Offering>> then) {
        keeper.background().run(() -> keeper.store().asOf(keeper.today()).offerings(), then, keeper.failed());
    }

    public void show(String id) {
        offering = Optional.of(id);
        refresh();
    }

    /**
     * Chooses the state.
     *
     * @param known what was learned after this day does not count; empty: everything counts
     */
    public void at(LocalDate valid, Optional<LocalDate> known) {
        validOn = valid;
        knownOn = known;
        refresh();
    }

    public LocalDate validOn() {
        return validOn;
    }

    /** Looks again. */
    public void refresh() {
        offering.ifPresent(id -> {
            LocalDate day = validOn;
            Optional<Instant> known = knownOn.map(
                    d -> d.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1_000));
            keeper.background()
                    .run(
                            () -> {
                                Register register = known.map(
                                                k -> keeper.store().asOf(day, k))
                                        .orElseGet(() -> keeper.store().asOf(day));
                                return new Shown(
                                        id,
                                        register,
                                        register.offering(id),
                                        keeper.store().history(id));
                            },
                            found -> shown.set(Optional.of(found)),
                            keeper.failed());
        });
    }

    /** The fields of a fact as they can be changed; {@code then} is called with them. */
    public void draft(Fact<?> fact, java.util.function.Consumer<Draft> then) {
        offering.ifPresent(id -> {
            Part part = Part.fact(id, fact.id());
            keeper.background()
                    .run(
                            () -> keeper.store()
                                    .find(part, keeper.today())
                                    .map(json -> new Draft(
                                            part,
                                            PartFields.of(json),
                                            Optional.of(
                                                    fact.citations().getFirst().source()),
                                            Optional.empty(),
                                            keeper.today(),
                                            ""))
                                    .orElseThrow(() -> new InputException(
                                            "the fact is not in force today",
                                            part.text(),
                                            "choose today under \"as of\" and look again")),
                            then,
                            keeper.failed());
        });
    }

    /** What stands against saving a draft, as a key of the bundle; empty when nothing does. */
    static Optional<String> problem(Draft before, Draft after) {
        if (after.source().isEmpty()) {
            return Optional.of("edit.needs.source");
        }
        if (after.read().isEmpty()) {
            return Optional.of("edit.needs.read");
        }
        if (after.why().isBlank()) {
            return Optional.of("edit.needs.why");
        }
        String text = after.fields().getOrDefault("text", "");
        boolean sameText = text.equals(before.fields().getOrDefault("text", ""));
        return !after.source().equals(before.source()) && sameText && !text.isEmpty()
                ? Optional.of("edit.needs.text")
                : Optional.empty();
    }

    /** Saves a draft as a new version; {@code then} is called when it is in the register. */
    public void save(Draft draft, Runnable then) {
        Citation cited = new Citation(draft.source().orElseThrow(), draft.read().orElseThrow());
        write(
                new Edit.Put(draft.part(), PartFields.cited(draft.fields(), List.of(cited))),
                new Attribution(draft.validFrom(), keeper.who(), draft.why(), Optional.of(cited)),
                then);
    }

    /** Takes a fact out: the page no longer says so. */
    public void remove(Draft draft, Runnable then) {
        Citation cited = new Citation(draft.source().orElseThrow(), draft.read().orElseThrow());
        write(
                new Edit.Remove(draft.part()),
                new Attribution(draft.validFrom(), keeper.who(), draft.why(), Optional.of(cited)),
                then);
    }

    private void write(Edit edit, Attribution by, Runnable then) {
        keeper.background()
                .run(
                        () -> {
                            keeper.store().edit(List.of(edit), by);
                            return edit;
                        },
                        done -> {
                            keeper.changed().run();
                            refresh();
                            then.run();
                        },
                        keeper.failed());
    }

    public ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
        return shown.getReadOnlyProperty();
    }
}
