package domicile.desktop.app;

import domicile.desktop.kit.Language;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * Walks through every screen of the real window for some minutes, again and again, a report each time and another
 * language every fifth time, and prints after each minute how much of the heap is live, how many windows are shown and
 * how many of the frames that were replaced are still alive. Ends with 1 when the live heap of the last quarter is more
 * than a fifth above that of the first.
 */
public final class WindowSoak {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final double GROWTH = 1.2;
    private static final int ROUNDS_A_LANGUAGE = 5;

    private final List<WeakReference<Parent>> replaced = new ArrayList<>();
    private final List<Long> heap = new ArrayList<>();
    private Optional<Stage> stage = Optional.empty();

    private WindowSoak() {}

    /** @param args the minutes that it takes */
    public static void main(String[] args) throws IOException, InterruptedException {
        boolean grows = new WindowSoak().walk(Duration.ofMinutes(Long.parseLong(args[0])));
        Platform.exit();
        System.exit(grows ? 1 : 0);
    }

    private boolean walk(Duration time) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("domicile-soak");
        Path file = Files.writeString(folder.resolve("w.workload.json"), """
                {"schema": "domicile.workload/1", "name": "Claims", "startsOn": "2026-07-01", "dataCategories": ["PERSONAL"],
                 "location": {"inference": ["EU"]}, "retention": {"maxDays": 30}}
                """);
        DesktopApp app = new DesktopApp(s -> TestWindow.ROOM);
        CountDownLatch started = new CountDownLatch(1);
        Platform.setImplicitExit(false);
        Platform.startup(() -> {
            Stage window = new Stage();
            stage = Optional.of(window);
            app.begin(window, TestDesk.in(folder, CLOCK).with(file).desk());
            started.countDown();
        });
        started.await();
        fire("#back-to-list");
        Instant begun = Instant.now();
        int round = 0;
        System.out.println("minute,rounds,live MB,windows,replaced frames alive");
        while (Duration.between(begun, Instant.now()).compareTo(time) < 0) {
            round();
            round++;
            if (round % ROUNDS_A_LANGUAGE == 0) {
                speak(Language.values()[round / ROUNDS_A_LANGUAGE % Language.values().length]);
            }
            if (Duration.between(begun, Instant.now()).toMinutes() >= heap.size()) {
                measure(round);
            }
        }
        onFx(app::stop);
        int quarter = Math.max(1, heap.size() / 4);
        double first = heap.stream().limit(quarter).mapToLong(h -> h).average().orElse(1);
        double last = heap.reversed().stream()
                .limit(quarter)
                .mapToLong(h -> h)
                .average()
                .orElse(1);
        System.out.printf(Locale.ROOT, "rounds %d, live heap of the last quarter / of the first: %.2f%n", round, last / first);
        return last > first * GROWTH;
    }

    private void round() throws InterruptedException {
        fire("#nav-register");
        type("#search", "frankfurt");
        type("#search", "");
        fire("#facet-inference-EU");
        fire("#facet-inference-EU");
        fire("#nav-compare");
        fire("#nav-assessments");
        fire(".saved .row");
        for (String section : List.of("S0", "S1", "S2", "S3")) {
            fire("#section-" + section);
        }
        for (String tab : List.of("findings", "documents", "meeting", "report")) {
            fire("#tab-" + tab);
        }
        found("#pages .page");
        fire("#back-to-list");
        fire("#nav-maintenance");
        for (String tab : List.of("due", "import", "history", "sources", "conflicts", "trail")) {
            fire("#tab-" + tab);
        }
        fire("#nav-help");
    }

    private void speak(Language language) throws InterruptedException {
        Node menu = found("#language");
        onFx(() -> {
            replaced.add(new WeakReference<>(scene().getRoot()));
            ((MenuButton) menu)
                    .getItems().stream()
                            .filter(i -> language.ownName().equals(i.getText()))
                            .findFirst()
                            .orElseThrow()
                            .fire();
        });
    }

    private void measure(int round) throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            onFx(() -> {});
        }
        Runtime runtime = Runtime.getRuntime();
        heap.add(runtime.totalMemory() - runtime.freeMemory());
        int[] windows = {0};
        onFx(() -> windows[0] = Window.getWindows().size());
        System.out.printf(
                Locale.ROOT,
                "%d,%d,%.1f,%d,%d%n",
                heap.size() - 1,
                round,
                heap.getLast() / 1048576.0,
                windows[0],
                replaced.stream().filter(r -> !r.refersTo(null)).count());
    }

    private Scene scene() {
        return stage.orElseThrow().getScene();
    }

    private void fire(String button) throws InterruptedException {
        Node node = found(button);
        onFx(() -> ((ButtonBase) node).fire());
    }

    private void type(String field, String text) throws InterruptedException {
        Node node = found(field);
        onFx(() -> ((TextInputControl) node).setText(text));
    }

    private Node found(String node) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            List<Node> there = new ArrayList<>();
            onFx(() -> Optional.ofNullable(scene().lookup(node)).ifPresent(there::add));
            if (!there.isEmpty()) {
                return there.getFirst();
            }
            Thread.sleep(10);
        }
        throw new IllegalStateException("not shown: " + node);
    }

    private static void onFx(Runnable work) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> {
            try {
                work.run();
            } finally {
                done.countDown();
            }
        });
        done.await();
    }
}
