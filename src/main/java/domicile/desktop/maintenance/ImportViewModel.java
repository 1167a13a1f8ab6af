package domicile.desktop.maintenance;

import domicile.assessment.Impact;
import domicile.desktop.kit.Texts;
import domicile.register.Attribution;
import domicile.register.Difference;
import domicile.register.Difference.Choice;
import domicile.register.Head;
import domicile.register.Pack;
import domicile.register.RegisterKey;
import domicile.register.RegisterStore;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A pack being looked at before it is taken: its differences, what is chosen for each, and which assessments change.
 */
public final class ImportViewModel {
    private final MaintenanceContext keeper;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<Optional<Opened>> opened = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Effect>> effect = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Integer>> taken = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Path>> exported = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Map<RegisterKey, Choice> choices = new HashMap<>();
    private int asked;

    /** A pack beside the register. */
    public record Opened(Pack pack, List<Difference> differences, int unnamed) {}

    /**
     * What the choices come to.
     *
     * @param parts what would be taken, with what it cannot do without
     */
    public record Effect(Set<RegisterKey> parts, List<Impact> impacts) {}

    public ImportViewModel(MaintenanceContext keeper, Texts texts) {
        this.keeper = keeper;
        this.texts = texts;
    }

    /** Reads a pack and compares it; nothing is written. */
    public void open(Path folder) {
        taken.set(Optional.empty());
        keeper.background()
                .job(
                        texts.get("job.read"),
                        progress -> {
                            Pack pack = Pack.read(folder, keeper.today());
                            progress.at(1, 2);
                            RegisterStore.Comparison found = keeper.store().diff(pack, false, pack.published());
                            return new Opened(pack, found.differences(), found.unnamed());
                        },
                        this::show);
    }

    /**
     * The register may have changed: what a pack that is looked at would change is found anew, and the choices stay.
     */
    public void refresh() {
        opened.get()
                .ifPresent(pack -> keeper.background()
                        .run(
                                () -> {
                                    RegisterStore.Comparison found = keeper.store()
                                            .diff(
                                                    pack.pack(),
                                                    false,
                                                    pack.pack().published());
                                    return new Opened(pack.pack(), found.differences(), found.unnamed());
                                },
                                found -> {
                                    if (!found.differences().equals(pack.differences())) {
                                        found.differences().forEach(d -> choices.putIfAbsent(d.part(), first(d)));
                                        opened.set(Optional.of(found));
                                        weigh();
                                    }
                                }));
    }

    /** Writes the register of today as a pack into a folder that is empty or does not exist yet. */
    public void export(Path folder) {
        exported.set(Optional.empty());
        keeper.background()
                .job(
                        texts.get("job.export"),
                        progress -> {
                            Optional<Head> chain = keeper.store().lastChangeHead();
                            keeper.store().export(keeper.today()).write(folder, chain, progress);
                            return folder;
                        },
                        done -> exported.set(Optional.of(done)));
    }

    private void show(Opened pack) {
        choices.clear();
        pack.differences().forEach(d -> choices.put(d.part(), first(d)));
        effect.set(Optional.empty());
        opened.set(Optional.of(pack));
        weigh();
    }

    /**
     * What is proposed: the pack's word unless it was read earlier, both where pages disagree, and nothing is taken
     * out.
     */
    static Choice first(Difference difference) {
        if (difference.olderReading()) {
            return Choice.LEAVE;
        }
        return switch (difference.kind()) {
            case ADDED, CHANGED, CITATION_ONLY -> Choice.TAKE;
            case CONTRADICTS -> Choice.KEEP_BOTH;
            case REMOVED -> Choice.LEAVE;
        };
    }

    /** What can be chosen for a difference. */
    static List<Choice> possible(Difference difference) {
        boolean value = difference.part().kind() == RegisterKey.Kind.FACT
                && (difference.kind() == Difference.Kind.CONTRADICTS || difference.kind() == Difference.Kind.CHANGED);
        return value ? List.of(Choice.TAKE, Choice.KEEP_BOTH, Choice.LEAVE) : List.of(Choice.TAKE, Choice.LEAVE);
    }

    public Choice choice(Difference difference) {
        return choices.getOrDefault(difference.part(), Choice.LEAVE);
    }

    public void choose(Difference difference, Choice choice) {
        if (choices.put(difference.part(), choice) != choice) {
            weigh();
        }
    }

    /** What is proposed for all of them, or all left as they are. */
    public void chooseAll(boolean take) {
        opened.get()
                .ifPresent(o -> o.differences().forEach(d -> choices.put(d.part(), take ? first(d) : Choice.LEAVE)));
        opened.set(opened.get().map(o -> new Opened(o.pack(), List.copyOf(o.differences()), o.unnamed())));
        weigh();
    }

    /** Works out what the choices come to. An answer to an older question is dropped. */
    private void weigh() {
        if (opened.get().isEmpty()) {
            return;
        }
        Opened pack = opened.get().get();
        Map<RegisterKey, Choice> now = Map.copyOf(choices);
        int question = ++asked;
        keeper.background()
                .job(
                        texts.get("job.weigh"),
                        progress -> {
                            LocalDate stamp = pack.pack().published();
                            LocalDate day = stamp.isAfter(keeper.today()) ? stamp : keeper.today();
                            RegisterStore.Preview preview = keeper.store()
                                    .preview(
                                            pack.pack(),
                                            false,
                                            d -> now.getOrDefault(d.part(), Choice.LEAVE),
                                            stamp,
                                            day);
                            return new Effect(
                                    Set.copyOf(preview.taken().stream()
                                            .map(Difference::part)
                                            .toList()),
                                    keeper.impacts(preview, progress));
                        },
                        found -> {
                            if (question == asked) {
                                effect.set(Optional.of(found));
                            }
                        },
                        e -> {
                            // What it would do is not known: it cannot be taken.
                            if (e instanceof CancellationException && question == asked) {
                                opened.set(Optional.empty());
                            }
                            keeper.background().failed(e);
                        });
    }

    /** Takes what is chosen, in one transaction. */
    public void accept(String why) {
        if (opened.get().isEmpty()) {
            return;
        }
        Pack pack = opened.get().get().pack();
        Map<RegisterKey, Choice> now = Map.copyOf(choices);
        keeper.background()
                .job(
                        texts.get("job.import"),
                        progress -> keeper.store()
                                .importPack(
                                        pack,
                                        false,
                                        d -> now.getOrDefault(d.part(), Choice.LEAVE),
                                        new Attribution(
                                                pack.published(), keeper.who(), why.isBlank() ? pack.name() : why),
                                        progress)
                                .size(),
                        count -> {
                            opened.set(Optional.empty());
                            effect.set(Optional.empty());
                            taken.set(Optional.of(count));
                            keeper.changed().run();
                        });
    }

    public ReadOnlyObjectProperty<Optional<Opened>> openedProperty() {
        return opened.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Effect>> effectProperty() {
        return effect.getReadOnlyProperty();
    }

    /** The folder that the register was written into last. */
    public ReadOnlyObjectProperty<Optional<Path>> exportedProperty() {
        return exported.getReadOnlyProperty();
    }

    /** How many differences the last import took. */
    public ReadOnlyObjectProperty<Optional<Integer>> takenProperty() {
        return taken.getReadOnlyProperty();
    }
}
