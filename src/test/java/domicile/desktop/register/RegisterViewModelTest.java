package domicile.desktop.register;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.Doubts;
import domicile.desktop.kit.AtOnce;
import domicile.desktop.kit.Background;
import domicile.desktop.kit.ByHand;
import domicile.desktop.kit.FactTexts;
import domicile.desktop.kit.Settings;
import domicile.desktop.kit.Texts;
import domicile.register.Pack;
import domicile.residency.Attestation;
import domicile.residency.Layer;
import domicile.residency.Offering;
import domicile.residency.Place;
import domicile.residency.Register;
import domicile.search.Facet;
import domicile.search.FacetIndex;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The register screen without its window. */
class RegisterViewModelTest {
    private static final Register REGISTER = Pack.shipped().register(LocalDate.parse("2026-06-30"));
    private static final FacetIndex INDEX = new FacetIndex(REGISTER);
    private static final Facet EU = new Facet.Inside(Layer.INFERENCE, new Place.Bloc("EU"));
    private static final Facet INDIA = new Facet.Inside(Layer.STORAGE, new Place.Country("IN"));
    private static final Facet ISO = new Facet.Certification(Attestation.Kind.ISO_27001);

    private static final Background BACKGROUND = new AtOnce(e -> {
        throw new AssertionError(e);
    });

    @TempDir
    private Path folder;

    private RegisterViewModel model = opened();

    @BeforeEach
    void open() {
        model = opened();
    }

    private RegisterViewModel opened() {
        Path file = folder == null ? Path.of("absent") : folder.resolve("desktop.properties");
        RegisterViewModel made = RegisterViewModel.of(new Settings(file), new Texts(Locale.ENGLISH), BACKGROUND);
        made.show(INDEX);
        return made;
    }

    @Test
    void tickingFiltersCountsAndKeepsTheSelection() {
        assertThat(model.shown()).hasSize(14);
        model.selectedProperty().set(REGISTER.offering("groq"));
        model.tick(EU, true);
        model.tick(ISO, true);
        assertThat(model.shown())
                .extracting(Offering::id)
                .containsExactly(
                        "anthropic-bedrock",
                        "anthropic-vertex",
                        "aws-bedrock",
                        "google-vertex",
                        "mistral-la-plateforme",
                        "openai-azure");
        assertThat(model.countsProperty().get()).containsEntry(ISO, 6);
        assertThat(model.selectedProperty().get().map(Offering::id)).contains("groq");
        model.tick(ISO, false);
        assertThat(model.shown())
                .hasSizeGreaterThan(6)
                .extracting(Offering::id)
                .contains("together-ai")
                .doesNotContain("openai-direct");
        model.clear();
        assertThat(model.shown()).hasSize(14);
    }

    @Test
    void anEmptyResultNamesTheWayOut() {
        model.tick(INDIA, true);
        model.tick(new Facet.Contract(Attestation.Kind.BAA, Facet.Said.NOT_PUBLISHED), true);
        assertThat(model.shown()).isEmpty();
        assertThat(model.wayOut().values()).containsExactly(2, 3);
    }

    @Test
    void aStorageFilterNamesTheRowsThatRunInferenceElsewhereAndThoseOfWhichItIsNotPublished() {
        assertThat(lines()).isEmpty();
        model.tick(INDIA, true);
        assertThat(lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("Storage is not inference: 1 of the 3 offerings that pass runs")
                                .contains("inference outside India: OpenAI"),
                        line -> assertThat(line).contains("of 2 of the 3 offerings", "not published", "Bedrock"));
        Offering openai = REGISTER.offering("openai-direct").orElseThrow();
        String words = row("openai-direct");
        assertThat(words)
                .isEqualTo(
                        "Data can be kept at rest in India, but inference runs elsewhere (the United States): storage"
                                + " residency is not inference residency. [4][5]");
        ColumnValues.Cell cell = model.cells().cell(Column.OFFERING, openai, REGISTER);
        ColumnValues.Cell hinted = model.cells().hinted(cell, words);
        assertThat(hinted.text()).isEqualTo("⚑ " + openai.name());
        assertThat(hinted.said()).isEqualTo(openai.name() + ": " + words);
        assertThat(model.cells().hinted(cell, "")).isEqualTo(cell);
        model.clear();
        assertThat(lines()).isEmpty();
        assertThat(row("openai-direct")).isEmpty();
    }

    @Test
    void aStorageFilterBesideAnInferenceFilterOrWithAllRowsInsideSaysNothing() {
        model.tick(EU, true);
        assertThat(lines()).isEmpty();
        model.tick(INDIA, true);
        assertThat(lines()).isEmpty();
        model.clear();
        model.tick(new Facet.Inside(Layer.STORAGE, new Place.Country("US")), true);
        assertThat(model.shown()).isNotEmpty();
        assertThat(lines()).isEmpty();
        assertThat(row("openai-direct")).isEmpty();
    }

    @Test
    void aSoc2FilterBesideAPlaceSaysThatItProvesNone() {
        Facet soc2 = new Facet.Certification(Attestation.Kind.SOC2_TYPE_II);
        model.tick(soc2, true);
        assertThat(lines()).isEmpty();
        model.tick(EU, true);
        assertThat(lines())
                .containsExactly("A SOC 2 report proves no place: the region has to stand in the order form.");
        assertThat(model.shown())
                .isNotEmpty()
                .allSatisfy(o -> assertThat(row(o.id())).contains("proves no place. ["));
        model.tick(soc2, false);
        model.tick(ISO, true);
        assertThat(lines()).isEmpty();
    }

    @Test
    void aBaaFilterSaysOfEveryRowFromWhichDayAndForWhat() {
        model.show(new FacetIndex(Doubts.register()));
        model.tick(new Facet.Contract(Attestation.Kind.BAA, Facet.Said.NOT_PUBLISHED), true);
        assertThat(lines()).isEmpty();
        model.clear();
        model.tick(new Facet.Contract(Attestation.Kind.BAA, Facet.Said.SCOPED), true);
        assertThat(lines()).hasSize(1);
        assertThat(row(Doubts.ID))
                .startsWith("The BAA covers this product from 10 February 2026; ")
                .contains(
                        "the schedule has to name the product, such as Doubtful Cloud",
                        "the page does not name them. [");
        model.show(INDEX);
        model.tick(new Facet.Contract(Attestation.Kind.BAA, Facet.Said.HELD), true);
        assertThat(model.shown())
                .isNotEmpty()
                .allSatisfy(o -> assertThat(row(o.id())).contains("BAA", "["));
        assertThat(row("aws-bedrock")).contains("from 10 February 2026");
    }

    private List<String> lines() {
        return model.hintsProperty().get().map(FilterHints::lines).orElseThrow();
    }

    private String row(String id) {
        Register shown = model.registerProperty().get().orElseThrow();
        return model.hintsProperty().get().orElseThrow().row(shown.offering(id).orElseThrow());
    }

    @Test
    void sortsByWhatACellMeansGoodFirst() {
        model.sortProperty()
                .set(List.of(
                        new ColumnValues.Sort(Column.FEDRAMP, false), new ColumnValues.Sort(Column.OFFERING, true)));
        List<String> marks = model.shown().stream()
                .map(o -> model.cells().cell(Column.FEDRAMP, o, REGISTER).text().substring(0, 1))
                .distinct()
                .toList();
        assertThat(marks).startsWith("✓").endsWith("✗").doesNotHaveDuplicates();
        model.sortProperty().set(List.of(new ColumnValues.Sort(Column.RETENTION, true)));
        assertThat(model.shown().getLast().retentionOn(REGISTER.asOf()).agreed().map(r -> r.days()))
                .contains(0);
        model.sortProperty().set(List.of());
        assertThat(model.shown()).isEqualTo(REGISTER.offerings());
    }

    @Test
    void aSavedViewWithoutAFieldTakesNoOtherWithIt() {
        Settings settings = new Settings(folder.resolve("views.properties"));
        settings.put("views", "[{\"name\":\"Bare\"},{\"name\":\"Paris\",\"search\":\"paris\"}]");
        assertThat(SavedView.read(settings, "views"))
                .containsExactly(
                        new SavedView("Bare", List.of(), "", List.of(), List.of()),
                        new SavedView("Paris", List.of(), "paris", List.of(), List.of()));
    }

    @Test
    void aSavedViewOutlivesTheWindowAndCanBeBroughtBack() {
        model.tick(EU, true);
        model.searchProperty().set("paris");
        model.columnsProperty().set(List.of(Column.OFFERING, Column.MODELS));
        model.sortProperty().set(List.of(new ColumnValues.Sort(Column.MODELS, true)));
        List<Offering> then = List.copyOf(model.shown());
        model.save("Paris");
        model.clear();
        model.save("All");

        RegisterViewModel next = opened();
        assertThat(next.views()).extracting(SavedView::name).containsExactly("Paris", "All");
        SavedView paris = next.views().getFirst();
        next.apply(paris);
        assertThat(next.shown()).isEqualTo(then);
        assertThat(next.ticked()).containsExactly(EU);
        assertThat(next.columnsProperty().get()).containsExactly(Column.OFFERING, Column.MODELS);
        next.forget(paris);
        assertThat(next.views()).hasSize(1);
        next.restore(paris);
        assertThat(opened().views()).extracting(SavedView::name).containsExactly("All", "Paris");
    }

    @Test
    void theFilterIsThereAgainAfterARestart() {
        Settings settings = new Settings(folder.resolve("desktop.properties"));
        RegisterViewModel first = RegisterViewModel.of(settings, new Texts(Locale.ENGLISH), BACKGROUND);
        first.show(INDEX);
        first.tick(EU, true);
        first.searchProperty().set("paris");
        first.selectedProperty().set(REGISTER.offering("mistral-la-plateforme"));
        first.remember();
        settings.save();
        RegisterViewModel next = opened();
        assertThat(next.ticked()).containsExactly(EU);
        assertThat(next.searchProperty().get()).isEqualTo("paris");
        assertThat(next.selectedProperty().get().map(Offering::id)).contains("mistral-la-plateforme");
    }

    @Test
    void placesStandOnceUnderTheSmallestBloc() {
        List<FacetTree.Branch> inference = FacetTree.of(INDEX).getOrDefault(Facet.Group.INFERENCE, List.of());
        assertThat(under("EU", inference)).contains("DE", "FR", "IE");
        assertThat(under("EEA", inference)).doesNotContain("DE");
        List<FacetTree.Branch> countries = inference.stream()
                .filter(b -> b.facet().value().equals("EU"))
                .flatMap(b -> b.under().stream())
                .toList();
        assertThat(under("DE", countries)).contains("eu-central-1");
    }

    private static List<String> under(String place, List<FacetTree.Branch> branches) {
        return branches.stream()
                .filter(b -> b.facet().value().equals(place))
                .flatMap(b -> b.under().stream())
                .map(b -> b.facet().value())
                .toList();
    }

    @Test
    void hitsAreFoundWhereTheyStand() {
        assertThat(Highlight.pieces("Paris and PARIS", "paris"))
                .containsExactly(
                        new Highlight.Piece("Paris", true),
                        new Highlight.Piece(" and ", false),
                        new Highlight.Piece("PARIS", true));
        assertThat(Highlight.pieces("aaa", "aa")).containsExactly(new Highlight.Piece("aaa", true));
        assertThat(Highlight.any("Frankfurt", "paris")).isFalse();
        assertThat(Highlight.any("Frankfurt", " ")).isFalse();
    }

    @Test
    void aCopiedFactCarriesItsSourceTheDayAndTheRegister() {
        Offering groq = REGISTER.offering("groq").orElseThrow();
        FactTexts texts = new FactTexts(new Texts(Locale.ENGLISH), REGISTER);
        String copied = groq.facts().stream()
                .filter(f -> f.id().startsWith("corporateTie/SA/Saudi"))
                .map(f -> texts.copy(groq, f))
                .findFirst()
                .orElseThrow();
        assertThat(copied).contains("Groq", "HUMAIN", "[22]", "http", "read Jun 1, 2026", REGISTER.hash());
    }

    @Test
    void oneCountryWithManyDoesNotMakeTheOthersLookEmpty() {
        assertThat(MapLegend.level(0, 100)).isZero();
        assertThat(MapLegend.level(1, 1)).isEqualTo(4);
        assertThat(MapLegend.level(1, 1000)).isEqualTo(1);
        assertThat(MapLegend.level(1000, 1000)).isEqualTo(4);
        assertThat(MapLegend.level(60, 1000)).isBetween(2, 3);
    }

    /** A large register is sorted beside the window; what is done late must not cover what was asked for since. */
    @Test
    void anOrderThatIsReadyLateDoesNotCoverALaterOne() {
        ByHand background = new ByHand(e -> {
            throw new AssertionError(e);
        });
        RegisterViewModel many =
                RegisterViewModel.of(new Settings(folder.resolve("many")), new Texts(Locale.ENGLISH), background);
        many.show(new FacetIndex(Synthetic.register(REGISTER, 1_001, 3)));
        background.all();
        String first = many.shown().getFirst().id();
        many.sortProperty().set(List.of(new ColumnValues.Sort(Column.OFFERING, false)));
        many.sortProperty().set(List.of(new ColumnValues.Sort(Column.OFFERING, true)));
        assertThat(many.shown().getFirst().id()).as("until it is known").isEqualTo(first);
        background.last();
        while (background.waiting() > 0) {
            background.last();
        }
        List<String> names = many.shown().stream().map(Offering::name).toList();
        assertThat(names.indexOf("Offering 999")).as("as asked last").isLessThan(names.indexOf("Offering 1"));
    }
}
