package domicile.desktop.assessment.common;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextInputControl;

/**
 * Keeps what stands in the fields of a form that is not added yet with the assessment, at every key: who closes the
 * window, or comes back another day, finds it where it was. Emptying the fields, as adding does, ends it.
 */
public final class Drafts {
    private final AssessmentViewModel model;
    private final String form;
    private final List<String> fields = new ArrayList<>();

    /** @param form which one it is among all forms of the assessment */
    public Drafts(AssessmentViewModel model, String form) {
        this.model = model;
        this.form = form;
    }

    /** Keeps a field's text by its id. */
    public void keep(TextInputControl field) {
        keep(field, String.valueOf(field.getId()));
    }

    /** Keeps what is typed as a day, before it is one. */
    public void keep(DatePicker picker) {
        // the picker writes its day only once it is on a screen
        picker.getEditor().setText(picker.getConverter().toString(picker.getValue()));
        keep(picker.getEditor(), String.valueOf(picker.getId()));
    }

    /**
     * Keeps what is chosen.
     *
     * @param id a value's name that stays
     */
    public <T> void keep(ComboBox<T> box, Function<T, String> id) {
        String field = named(String.valueOf(box.getId()));
        String kept = model.dossierProperty().get().draft(field);
        box.getItems().stream()
                .filter(v -> id.apply(v).equals(kept))
                .findFirst()
                .ifPresent(box::setValue);
        box.valueProperty().subscribe((was, now) -> put(field, now == null ? "" : id.apply(now)));
    }

    private void keep(TextInputControl field, String id) {
        String name = named(id);
        String usual = field.getText();
        String kept = model.dossierProperty().get().draft(name);
        if (!kept.isEmpty()) {
            field.setText(kept);
        }
        field.textProperty().subscribe((was, now) -> put(name, now.equals(usual) ? "" : now));
    }

    private String named(String id) {
        String name = form + "/" + id;
        fields.add(name);
        return name;
    }

    private void put(String field, String typed) {
        model.keep(d -> d.draft(field, typed));
    }

    /** Whether anything is kept. */
    public boolean any() {
        return fields.stream()
                .anyMatch(f -> !model.dossierProperty().get().draft(f).isEmpty());
    }

    /** Forgets what is kept: it was added. */
    public void clear() {
        fields.forEach(f -> put(f, ""));
    }
}
