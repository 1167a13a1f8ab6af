package domicile.report;

import static domicile.Patience.PATIENCE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A headless Chromium with one open page, driven by the DevTools protocol; nothing of it is left when it is closed. */
public final class Chromium implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LISTENING = "DevTools listening on ";
    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Process process;
    private final Path profile;
    private final WebSocket socket;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> awaited = new ConcurrentHashMap<>();
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final String session;

    private Chromium(Process process, Path profile, String address) throws InterruptedException {
        this.process = process;
        this.profile = profile;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address), new Listener())
                .join();
        String target = send("", "Target.createTarget", Map.of("url", "about:blank"))
                .get("targetId")
                .asText();
        this.session = send("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .get("sessionId")
                .asText();
        call("Page.enable", Map.of());
        // scripts that look at a page are ours; the page's own policy lets none in
        call("Page.setBypassCSP", Map.of("enabled", true));
    }

    /**
     * Where Chromium is: the system property {@code domicile.chromium}, or the first of its usual names on the path.
     */
    public static Optional<Path> find() {
        return Optional.ofNullable(System.getProperty("domicile.chromium"))
                .map(Path::of)
                .or(() -> Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome", "chrome")
                                .map(name -> Path.of(folder, name)))
                        .filter(Files::isExecutable)
                        .findFirst());
    }

    /** What a whole process is called with; for one that prints a page and ends. */
    public static List<String> command(Path program, Path profile, String... more) {
        List<String> command = new ArrayList<>();
        command.add(program.toString());
        command.addAll(FLAGS);
        command.add("--user-data-dir=" + profile);
        command.addAll(List.of(more));
        return command;
    }

    /** Starts it and opens an empty page. */
    public static Chromium start(Path program) throws IOException, InterruptedException {
        Path profile = Files.createTempDirectory("domicile-chromium");
        Process process = new ProcessBuilder(command(program, profile, "--remote-debugging-port=0", "about:blank"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader said = process.errorReader(StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(LISTENING)) {
                // what it says from now on nobody reads, but it must not wait for a reader
                Thread.ofVirtual().start(() -> said.lines().forEach(l -> {}));
                return new Chromium(process, profile, line.substring(LISTENING.length()));
            }
            lines.add(line);
        }
        throw new IOException("Chromium ended before it listened: " + lines);
    }

    /** Opens a file as it looks on a screen or on paper, in a light or in a dark room. */
    public void open(Path page, String media, String scheme) throws InterruptedException {
        call(
                "Emulation.setEmulatedMedia",
                Map.of("media", media, "features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        events.clear();
        call("Page.navigate", Map.of("url", page.toUri().toString()));
        while (true) {
            String event = events.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (event == null) {
                throw new IllegalStateException("the page does not load: " + page);
            }
            if (event.equals("Page.loadEventFired")) {
                return;
            }
        }
    }

    /** Runs a script in the page and gives its value; waits for a promise. */
    public String run(String script) throws InterruptedException {
        JsonNode result =
                call("Runtime.evaluate", Map.of("expression", script, "awaitPromise", true, "returnByValue", true));
        if (result.has("exceptionDetails")) {
            throw new IllegalStateException(result.get("exceptionDetails").toString());
        }
        return result.path("result").path("value").asText();
    }

    /** Calls a method of the protocol on the page. */
    public JsonNode call(String method, Map<String, ?> params) throws InterruptedException {
        return send(session, method, params);
    }

    private JsonNode send(String to, String method, Map<String, ?> params) throws InterruptedException {
        int id = ids.incrementAndGet();
        ObjectNode message = JSON.createObjectNode();
        message.put("id", id).put("method", method).set("params", JSON.valueToTree(params));
        if (!to.isEmpty()) {
            message.put("sessionId", to);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        awaited.put(id, answer);
        try {
            socket.sendText(message.toString(), true).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            JsonNode said = answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (said.has("error")) {
                throw new IllegalStateException(method + ": " + said.get("error"));
            }
            return said.get("result");
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(method + " has no answer", e);
        }
    }

    @Override
    public void close() {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        delete(profile);
    }

    /** Removes a profile; what a process that is just ending still writes there is no one's loss. */
    public static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(f -> {
                if (!f.delete()) {
                    f.deleteOnExit();
                }
            });
        } catch (IOException | UncheckedIOException e) {
            folder.toFile().deleteOnExit();
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                take(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void take(String message) {
            try {
                JsonNode said = JSON.readTree(message);
                if (said.has("id")) {
                    Optional.ofNullable(awaited.remove(said.get("id").asInt())).ifPresent(a -> a.complete(said));
                } else {
                    events.add(said.path("method").asText());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
