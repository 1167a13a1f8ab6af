package domicile.desktop.register;

import domicile.search.Facet;
import domicile.search.FacetIndex;
import domicile.ProgramFlags;
import domicile.desktop.kit.Jobs;
import domicile.desktop.kit.Notices;
import domicile.desktop.kit.Settings;
import domicile.desktop.kit.Styles;
import domicile.desktop.kit.Texts;
import domicile.register.Pack;
import domicile.residency.Attestation;
import domicile.residency.Layer;
import domicile.residency.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A walk through the register screen in a window: typing, ticking, sorting and scrolling. Timed is what the FX thread does between
 * the event and a frame that is laid out and ready to be drawn. The baseline is a frame in which one word in the bar above the
 * table changes. Run it on a display, with {@code -Dheadless.flags=-Dx}: without one JavaFX copies every picture in Java, which takes
 * longer than all the rest.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = {"-Xmx3g", ProgramFlags.COLLECTOR, ProgramFlags.COMPILER, ProgramFlags.THRESHOLD})
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 4)
@State(Scope.Benchmark)
public class WalkBenchmark {
    private static final List<String> TYPED =
            List.of("f", "fr", "fra", "fran", "frank", "frankfurt", "frank", "fran", "fra", "fr", "f", "");
    private static final List<Facet> TICKED = List.of(
            new Facet.Inside(Layer.INFERENCE, new Place.Bloc("EU")),
            new Facet.Certification(Attestation.Kind.ISO_27001),
            new Facet.Inside(Layer.STORAGE, new Place.Country("GB")));

    @Param({"50", "100000"})
    int offerings;

    private Optional<Walk> walk = Optional.empty();

    /** The window, and where the walk has come to. */
    private static final class Walk {
        private final RegisterViewModel model;
        private final Parent root;
        private final Label word;
        private int step;

        Walk(RegisterViewModel model, Parent root, Label word) {
            this.model = model;
            this.root = root;
            this.word = word;
        }

        private int next() {
            return step++;
        }

        private TableView<?> table() {
            return (TableView<?>) root.lookup("#offerings");
        }
    }

    /** Opens the window on a register of that many offerings. */
    @Setup
    public void open() throws IOException, InterruptedException {
        Settings settings =
                new Settings(Files.createTempDirectory("domicile-walk").resolve("desktop.properties"));
        Texts texts = new Texts(Locale.ENGLISH);
        FacetIndex index = new FacetIndex(
                Synthetic.register(Pack.shipped().register(LocalDate.parse("2026-06-30")), offerings, 7));
        index.readWords();
        CountDownLatch started = new CountDownLatch(1);
        Platform.setImplicitExit(false);
        Platform.startup(started::countDown);
        started.await();
        onFx(() -> {
            Application.setUserAgentStylesheet(new atlantafx.base.theme.PrimerLight().getUserAgentStylesheet());
            RegisterViewModel model = RegisterViewModel.of(settings, texts, new Jobs(texts, e -> {}));
            StackPane root = new StackPane();
            RegisterView view = new RegisterView(
                    model,
                    texts,
                    settings,
                    url -> {},
                    citation -> {},
                    (offering, then) -> {},
                    day -> {},
                    ZoneOffset.UTC,
                    new Notices(root, texts),
                    compared -> {});
            Label word = new Label();
            root.getChildren().add(new BorderPane(view.node(), word, null, null, null));
            root.getStyleClass().add("shell");
            Scene scene = new Scene(root, 1280, 760);
            scene.getStylesheets().add(Styles.address("shell.css"));
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            model.show(index);
            walk = Optional.of(new Walk(model, root, word));
        });
    }

    /** Closes it. */
    @TearDown
    public void close() {
        Platform.exit();
    }

    /** The baseline. */
    @Benchmark
    public void aWordChanges() {
        frame(w -> w.word.setText(String.valueOf(w.next())));
    }

    /** The filter itself, on the FX thread, while a letter more or less is searched for and two facets are ticked. */
    @Benchmark
    public void filterAlone() {
        onFx(() -> {
            Walk w = walk.orElseThrow();
            w.model.indexProperty().get().orElseThrow().filter(TICKED.subList(0, 2), TYPED.get(w.next() % TYPED.size()));
        });
    }

    /** A letter more or less in the search field. */
    @Benchmark
    public void type() {
        frame(w -> ((TextField) w.root.lookup("#search")).setText(TYPED.get(w.next() % TYPED.size())));
    }

    /** A tick in a facet, or one taken away. */
    @Benchmark
    public void tick() {
        frame(w -> {
            Facet facet = TICKED.get(w.step % TICKED.size());
            w.model.tick(facet, w.next() / TICKED.size() % 2 == 0);
        });
    }

    /** A page further down the table. */
    @Benchmark
    public void scroll() {
        frame(w -> w.table().scrollTo(w.next() * 20 % w.model.shown().size()));
    }

    /** Another column to sort by. */
    @Benchmark
    public void sort() {
        frame(w -> w.model
                .sortProperty()
                .set(List.of(new ColumnValues.Sort(
                        List.of(Column.OFFERING, Column.RETENTION, Column.INFERENCE).get(w.next() % 3),
                        w.step % 2 == 0))));
    }

    private interface Step {
        void take(Walk walk);
    }

    private void frame(Step step) {
        onFx(() -> {
            Walk w = walk.orElseThrow();
            step.take(w);
            w.root.applyCss();
            w.root.layout();
        });
    }

    private static void onFx(Runnable run) {
        FutureTask<Boolean> task = new FutureTask<>(run, true);
        Platform.runLater(task);
        try {
            task.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
