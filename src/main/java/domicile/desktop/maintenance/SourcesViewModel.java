package domicile.desktop.maintenance;

import domicile.register.RegisterKey;
import domicile.register.Version;
import domicile.residency.Citation;
import domicile.residency.Register;
import domicile.residency.Source;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The pages that facts are read from, and every version of each. */
final class SourcesViewModel {
    private final MaintenanceContext keeper;

    /**
     * The pages of today.
     *
     * @param cited how often each is cited, by its number
     */
    record Shown(List<Source> sources, Map<Integer, Long> cited) {
        static Shown of(Register register) {
            return new Shown(
                    register.sources(),
                    register.offerings().stream()
                            .flatMap(o -> o.facts().stream())
                            .flatMap(f -> f.citations().stream())
                            .map(Citation::source)
                            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
        }

        long cited(Source source) {
            return cited.getOrDefault(source.number(), 0L);
        }
    }

    SourcesViewModel(MaintenanceContext keeper) {
        this.keeper = keeper;
    }

    /** Looks again. */
    void load(Consumer<Shown> then) {
        keeper.background().run(() -> Shown.of(keeper.store().asOf(keeper.today())), then);
    }

    /** The versions of a page, the oldest first. */
    void versions(Source source, Consumer<List<Version>> then) {
        keeper.background().run(() -> keeper.store().history(RegisterKey.source(source.number())), then);
    }
}
