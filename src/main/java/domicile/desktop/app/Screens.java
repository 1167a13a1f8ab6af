package domicile.desktop.app;

import domicile.desktop.assessment.AssessmentsScreen;
import domicile.desktop.compare.CompareScreen;
import domicile.desktop.help.HelpScreen;
import domicile.desktop.kit.Screen;
import domicile.desktop.kit.ScreenContext;
import domicile.desktop.kit.Texts;
import domicile.desktop.maintenance.MaintenanceScreen;
import domicile.desktop.register.RegisterScreen;
import java.util.List;
import java.util.function.Function;

/** The screens of the window, in the order of the navigation: a line each. */
final class Screens {
    // by lambdas and not by references to constructors, which would load every screen for its name
    private static final List<Entry> ALL = List.of(
            new Entry("register", c -> new RegisterScreen(c)),
            new Entry("assessment", c -> new AssessmentsScreen(c)),
            new Entry("maintenance", c -> new MaintenanceScreen(c)),
            new Entry("compare", c -> new CompareScreen(c)),
            new Entry("help", c -> new HelpScreen(c)));

    /** @param name the last part of its package, where its words lie */
    private record Entry(String name, Function<ScreenContext, Screen> make) {}

    private Screens() {}

    /** What they are called; none of them is made for that. */
    static List<String> names(Texts texts) {
        return ALL.stream().map(e -> texts.nameOf(e.name())).toList();
    }

    static List<Screen> of(ScreenContext context) {
        return ALL.stream().map(e -> e.make().apply(context)).toList();
    }
}
