package domicile.desktop.assessment.common;

import domicile.desktop.kit.Texts;
import domicile.residency.Offering;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/** Whose a document is: it is one offering's, so it is asked for where there are several candidates. */
public final class OfferingChoice {
    private final AssessmentViewModel model;
    private final Texts texts;

    public OfferingChoice(AssessmentViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** The candidates; all offerings while none is named. */
    public List<Offering> candidates() {
        List<String> named = model.assessmentProperty().get().workload().candidates();
        return model.register().offerings().stream()
                .filter(o -> named.isEmpty() || named.contains(o.id()))
                .toList();
    }

    /** An item of a menu for each. */
    public List<MenuItem> items(Consumer<Offering> does) {
        return candidates().stream()
                .map(o -> {
                    MenuItem item = new MenuItem(texts.get("attach.of", o.name()));
                    item.setId("attach-" + o.id());
                    item.setOnAction(e -> does.accept(o));
                    return item;
                })
                .toList();
    }

    /** Asks at a node, or not at all where there is one candidate. */
    public void ask(Node at, Consumer<Offering> does) {
        List<Offering> candidates = candidates();
        if (candidates.size() == 1) {
            does.accept(candidates.getFirst());
        } else {
            new ContextMenu(items(does).toArray(MenuItem[]::new)).show(at, Side.BOTTOM, 0, 0);
        }
    }
}
