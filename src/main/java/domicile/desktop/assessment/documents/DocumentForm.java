package domicile.desktop.assessment.documents;

import domicile.assessment.EvidenceFit;
import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.assessment.common.Drafts;
import domicile.desktop.assessment.common.EvidenceWords;
import domicile.desktop.assessment.common.Words;
import domicile.desktop.kit.ChoiceWords;
import domicile.desktop.kit.DayConverter;
import domicile.desktop.kit.FilePicker;
import domicile.desktop.kit.Names;
import domicile.desktop.kit.ScrollTo;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.document.ClauseFields;
import domicile.document.DocumentFile;
import domicile.document.Passage;
import domicile.residency.Attestation;
import domicile.residency.Evidence;
import domicile.residency.Offering;
import domicile.residency.Place;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Adds a document in hand: typed, or by a clause that fills the fields in. It asks for what a document of its kind can
 * say, and tells what that shows and what does not fit.
 */
final class DocumentForm {
    private static final int MOST_DAYS = 36_500;

    private final AssessmentViewModel model;
    private final Texts texts;
    private final FilePicker picker;
    private final TextField document;
    private final ComboBox<Offering> offering = new ComboBox<>();
    private final ComboBox<Evidence.Kind> kind =
            new ComboBox<>(FXCollections.observableArrayList(Evidence.Kind.values()));
    private final DatePicker date = new DatePicker();
    private final DatePicker from = new DatePicker();
    private final TextField regions;
    private final TextField product;
    private final ComboBox<Attestation.Kind> certification =
            new ComboBox<>(FXCollections.observableArrayList(Arrays.stream(Attestation.Kind.values())
                    .filter(Attestation.Kind::certification)
                    .toList()));
    private final ComboBox<Attestation.FedRampLevel> level =
            new ComboBox<>(FXCollections.observableArrayList(Arrays.stream(Attestation.FedRampLevel.values())
                    .filter(Attestation.FedRampLevel::revision5)
                    .toList()));
    private final TextField days;
    private final TextField models;
    private final TextField services;
    private final Label wrong = Ui.text("", "mark-bad");
    private final Label misfits = Ui.text("", "mark-open");
    private final Optional<Clause> clause;
    private final Predicate<Evidence> add;
    private final Function<Evidence, EvidenceFit> fit;
    private final VBox root;
    private final Button confirm = new Button();

    /** The clause that a form is filled from, and what happens when somebody thinks better of it. */
    record Clause(
            DocumentFile file,
            Passage passage,
            ClauseFields fields,
            Evidence.Kind kind,
            String offering,
            Runnable back) {}

    /** What not every kind of document says. */
    private enum Field {
        REGIONS,
        CERTIFICATION,
        LEVEL,
        DAYS
    }

    /** What cannot be added as it stands, and where. */
    private record Problem(String says, Node at) {}

    /**
     * @param clause that it is filled from; empty for a document that is typed in
     * @param fit tells what of a document does not fit what is asked
     * @param add takes the document; whether the form is emptied for another one
     */
    DocumentForm(
            AssessmentViewModel model,
            Texts texts,
            FilePicker picker,
            Optional<Clause> clause,
            Function<Evidence, EvidenceFit> fit,
            Predicate<Evidence> add) {
        this.model = model;
        this.texts = texts;
        this.picker = picker;
        this.clause = clause;
        this.fit = fit;
        this.add = add;
        this.document = unprompted("document-file", "documents.file");
        this.regions = Ui.field("document-regions", texts.get("documents.regions.prompt"));
        this.product = unprompted("document-product", "documents.product");
        this.days = unprompted("document-days", "documents.days");
        this.models = Ui.field("document-models", texts.get("documents.words.prompt"));
        this.services = Ui.field("document-services", texts.get("documents.words.prompt"));
        this.root = build();
        clause.ifPresent(this::fill);
        looks();
    }

    private void fill(Clause of) {
        document.setText(of.file().name());
        document.setEditable(false);
        offering.getItems().stream()
                .filter(o -> o.id().equals(of.offering()))
                .findFirst()
                .ifPresent(offering::setValue);
        kind.setValue(of.kind());
        ClauseFields fields = of.fields();
        fields.date().ifPresent(day -> set(date, day));
        fields.from().ifPresent(day -> set(from, day));
        regions.setText(fields.regions().stream().map(Place::code).collect(Collectors.joining(", ")));
        product.setText(fields.product());
        fields.certification().ifPresent(certification::setValue);
        fields.level().ifPresent(level::setValue);
        fields.days().ifPresent(n -> days.setText(String.valueOf(n)));
    }

    private static void set(DatePicker picker, LocalDate day) {
        picker.setValue(day);
        // the picker writes its day only once it is on a screen
        picker.getEditor().setText(picker.getConverter().toString(day));
    }

    /** What does not fit is told while the fields are filled in, before anything is kept. */
    private void looks() {
        Stream.of(date.getEditor(), from.getEditor(), regions, product, days, models, services)
                .forEach(field -> field.textProperty().subscribe((was, is) -> look()));
        Stream.of(offering, kind, certification, level)
                .forEach(box -> box.valueProperty().subscribe((was, is) -> look()));
        model.assessmentProperty().subscribe(a -> look());
        look();
    }

    private void look() {
        boolean whole = offering.getValue() != null && kind.getValue() != null;
        misfits.setText(
                whole && problem().isEmpty()
                        ? Ui.day(date)
                                .map(day -> EvidenceWords.misfits(fit.apply(made(day)), texts).stream()
                                        .map(m -> "! " + m)
                                        .collect(Collectors.joining("\n")))
                                .orElse("")
                        : "");
    }

    /** The first field that nothing has filled in, or the button that keeps it. */
    void focus() {
        Node first = Ui.day(date).isEmpty()
                ? date.getEditor()
                : asks(Field.REGIONS) && regions.getText().isBlank() ? regions : confirm;
        ScrollTo.focus(first);
    }

    Node node() {
        return root;
    }

    /** What is last on the form. */
    Label last() {
        return wrong;
    }

    /** A file was dropped or chosen. */
    void name(java.nio.file.Path file) {
        document.setText(String.valueOf(file.getFileName()));
    }

    private static Optional<Field> field(Evidence.Kind kind) {
        return switch (kind) {
            case ORDER_FORM_INFERENCE_REGION,
                    ORDER_FORM_STORAGE_REGION,
                    ENDPOINT_SERVICES_REGION,
                    STORAGE_RESIDENCY_CLAIM,
                    OWNERSHIP_DECLARATION -> Optional.of(Field.REGIONS);
            case SOC2_REPORT, CERTIFICATE -> Optional.of(Field.CERTIFICATION);
            case FEDRAMP_AUTHORIZATION -> Optional.of(Field.LEVEL);
            case ZDR_ADDENDUM -> Optional.of(Field.DAYS);
            case BAA_PRODUCT_SCHEDULE, VENDOR_BAA, ORDER_FORM_NO_TRAINING, DPA_SIGNED -> Optional.empty();
        };
    }

    private boolean asks(Field field) {
        return Optional.ofNullable(kind.getValue())
                .flatMap(DocumentForm::field)
                .filter(field::equals)
                .isPresent();
    }

    private VBox build() {
        choice(offering, "document-offering", Offering::name);
        offering.getItems().setAll(model.register().offerings());
        choice(kind, "document-kind", texts::of);
        choice(certification, "document-certification", c -> Names.attestation(c, texts.locale()));
        choice(level, "document-level", texts::of);
        date.setId("document-date");
        DayConverter.keep(date);
        from.setId("document-from");
        DayConverter.keep(from);
        days.getStyleClass().add("short");
        regions.accessibleTextProperty().bind(regionsName());
        Label shows = Ui.muted("");
        shows.setId("document-shows");
        shows.textProperty()
                .bind(kind.valueProperty()
                        .map(k -> texts.get("documents.shows." + k.name()))
                        .orElse(""));
        shows.managedProperty().bind(shows.textProperty().isNotEmpty());
        HBox.setHgrow(document, Priority.ALWAYS);
        HBox file = new HBox(document);
        if (clause.isEmpty()) {
            file.getChildren().add(Ui.button(texts.get("documents.choose"), "document-choose", this::choose));
        }
        file.getStyleClass().add("bar");
        misfits.setId("document-misfits");
        misfits.managedProperty().bind(misfits.textProperty().isNotEmpty());
        wrong.setId("document-wrong");
        wrong.managedProperty().bind(wrong.textProperty().isNotEmpty());
        VBox narrower = new VBox(
                Ui.labelled(texts.get("documents.models"), models),
                Ui.labelled(texts.get("documents.services"), services));
        narrower.getStyleClass().add("risk");
        boolean begun = clause.isEmpty() && keepDrafts();
        VBox form = new VBox(
                clause.<Node>map(c -> EvidenceWords.clause(c.file(), c.passage(), c.kind(), texts))
                        .orElseGet(() -> Ui.text(texts.get("documents.new"), "section-head")),
                Ui.labelled(texts.get(clause.isEmpty() ? "documents.file" : "documents.read"), document, file),
                Ui.labelled(texts.get("documents.offering"), offering),
                Ui.labelled(texts.get("documents.kind"), kind),
                shows,
                Ui.labelled(texts.get("documents.date"), date),
                Ui.labelled(texts.get("documents.from"), from),
                only(Field.REGIONS, Ui.labelled(regionsName(), regions)),
                only(Field.CERTIFICATION, Ui.labelled(texts.get("documents.certification"), certification)),
                only(Field.LEVEL, Ui.labelled(texts.get("documents.level"), level)),
                only(Field.DAYS, Ui.labelled(texts.get("documents.days"), days)),
                Ui.labelled(texts.get("documents.product"), product),
                Ui.disclosed(texts.get("documents.more"), "document-more", begun, narrower),
                misfits,
                wrong,
                buttons());
        form.getStyleClass().add("form");
        return form;
    }

    /** An ownership declaration names places that nothing is committed to. */
    private ObservableValue<String> regionsName() {
        return kind.valueProperty()
                .map(k ->
                        texts.get(k == Evidence.Kind.OWNERSHIP_DECLARATION ? "documents.owners" : "documents.regions"))
                .orElse(texts.get("documents.regions"));
    }

    private Node buttons() {
        confirm.setText(texts.get(clause.isEmpty() ? "documents.add" : "documents.confirm"));
        confirm.setId("document-add");
        confirm.getStyleClass().add("accent");
        confirm.setMinWidth(Region.USE_PREF_SIZE);
        confirm.setOnAction(e -> add());
        confirm.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> offering.getValue() == null
                                || kind.getValue() == null
                                || Ui.day(date).isEmpty(),
                        offering.valueProperty(),
                        kind.valueProperty(),
                        date.getEditor().textProperty()));
        FlowPane buttons = new FlowPane(confirm);
        buttons.getStyleClass().add("buttons");
        clause.ifPresent(c ->
                buttons.getChildren().add(Ui.button(texts.get("documents.back"), "document-back", c.back(), "flat")));
        return buttons;
    }

    /** What is there while a document of the chosen kind says it. */
    private Node only(Field field, Node labelled) {
        labelled.visibleProperty()
                .bind(kind.valueProperty().map(k -> asks(field)).orElse(false));
        labelled.managedProperty().bind(labelled.visibleProperty());
        return labelled;
    }

    private static <T> void choice(ComboBox<T> box, String id, Function<T, String> name) {
        box.setId(id);
        box.setConverter(new ChoiceWords<>(name));
        box.setMaxWidth(Double.MAX_VALUE);
    }

    /** Its label stands above it. */
    private TextField unprompted(String id, String key) {
        TextField field = Ui.field(id, texts.get(key));
        field.setPromptText("");
        return field;
    }

    /** Whether something stands in the fields that few documents need. */
    private boolean keepDrafts() {
        Drafts more = new Drafts(model, "document");
        more.keep(models);
        more.keep(services);
        Drafts drafts = new Drafts(model, "document");
        drafts.keep(document);
        drafts.keep(offering, Offering::id);
        drafts.keep(kind, Evidence.Kind::name);
        drafts.keep(date);
        drafts.keep(from);
        drafts.keep(regions);
        drafts.keep(product);
        drafts.keep(certification, Attestation.Kind::name);
        drafts.keep(level, Attestation.FedRampLevel::name);
        drafts.keep(days);
        return more.any();
    }

    private void add() {
        Optional<Problem> problem = problem();
        wrong.setText(problem.map(Problem::says).orElse(""));
        problem.ifPresent(p -> p.at().requestFocus());
        if (problem.isEmpty()) {
            Ui.day(date).ifPresent(day -> {
                if (add.test(made(day))) {
                    empty();
                }
            });
        }
    }

    private Evidence made(LocalDate day) {
        return new Evidence(
                offering.getValue().id(),
                kind.getValue(),
                day,
                Ui.day(from),
                asks(Field.REGIONS) ? places() : List.of(),
                product.getText().strip(),
                asks(Field.CERTIFICATION) ? Optional.ofNullable(certification.getValue()) : Optional.empty(),
                asks(Field.LEVEL) ? Optional.ofNullable(level.getValue()) : Optional.empty(),
                asks(Field.DAYS) && !days.getText().isBlank()
                        ? OptionalInt.of(Integer.parseInt(days.getText().strip()))
                        : OptionalInt.empty(),
                Words.read(models.getText()),
                Words.read(services.getText()),
                document.getText().isBlank()
                        ? texts.of(kind.getValue())
                        : document.getText().strip(),
                clause.map(c -> ClauseFields.words(c.file(), c.passage())).orElse(Evidence.Passage.NONE));
    }

    private List<Place> places() {
        return Words.split(regions.getText())
                .flatMap(c -> model.register().areas().place(c).stream())
                .distinct()
                .toList();
    }

    /** The first thing that cannot be read; what is not asked of this kind of document is not looked at. */
    private Optional<Problem> problem() {
        return Stream.of(
                        told(
                                from.getEditor().getText().isBlank()
                                                || Ui.day(from).isPresent()
                                        ? ""
                                        : texts.get("documents.noDay", texts.day(model.date())),
                                from),
                        told(asks(Field.REGIONS) ? unknownPlaces() : "", regions),
                        told(asks(Field.DAYS) && !wholeDays() ? texts.get("documents.noDays", MOST_DAYS) : "", days),
                        told(noWord(models.getText()), models),
                        told(Words.unlisted(Words.read(models.getText()), model.register(), texts), models),
                        told(noWord(services.getText()), services))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Problem> told(String says, Node at) {
        return says.isEmpty() ? Optional.empty() : Optional.of(new Problem(says, at));
    }

    private String unknownPlaces() {
        List<String> unknown = Words.split(regions.getText())
                .filter(c -> model.register().areas().place(c).isEmpty())
                .toList();
        return unknown.isEmpty() ? "" : texts.get("documents.unknownPlace", String.join(", ", unknown));
    }

    private boolean wholeDays() {
        String typed = days.getText().strip();
        return typed.isEmpty() || typed.matches("[0-9]{1,5}") && Integer.parseInt(typed) <= MOST_DAYS;
    }

    private String noWord(String typed) {
        List<String> none =
                Words.split(typed).filter(w -> Words.read(w).isEmpty()).toList();
        return none.isEmpty() ? "" : texts.get("documents.noWord", String.join(", ", none));
    }

    private void empty() {
        Stream.of(regions, product, document, days, models, services).forEach(TextField::clear);
        Stream.of(offering, kind, certification, level).forEach(box -> box.setValue(null));
        Stream.of(date, from).forEach(picker -> {
            picker.setValue(null);
            picker.getEditor().clear();
        });
        document.requestFocus();
    }

    private void choose() {
        picker.open(root).ifPresent(this::name);
    }
}
