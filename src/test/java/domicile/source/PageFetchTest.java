package domicile.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import domicile.Certificates;
import domicile.page.PageReader;
import domicile.problem.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page is fetched as it is served, redirects are named, and what is no page ends in one sentence. */
class PageFetchTest {
    private static final List<String> ASKED = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    private static Path folder;

    private static HttpsServer server;
    private static ExecutorService threads;
    private static SSLContext trusting;
    private static String root = "";

    @BeforeAll
    static void serve() throws Exception {
        trusting = Certificates.trusting(Certificates.localhost(folder.resolve("server.p12")));
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(trusting));
        threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        root = "https://localhost:" + server.getAddress().getPort();
        on("/terms", e -> {
            e.getResponseHeaders().add("Content-Type", "text/html; charset=ISO-8859-1");
            e.getResponseHeaders().add("Set-Cookie", "seen=1");
            send(e, 200, "<p>Daten bleiben in M\u00FCnchen.</p>".getBytes(StandardCharsets.ISO_8859_1));
        });
        on("/old", e -> sentOn(e, "/older"));
        on("/older", e -> sentOn(e, "/terms"));
        on("/circle", e -> sentOn(e, "/circle"));
        on("/plain", e -> sentOn(e, "http://localhost/terms"));
        on("/gone", e -> send(e, 404, new byte[0]));
        on("/slow", e -> {
            try {
                Thread.sleep(20_000);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        on("/large", e -> {
            e.sendResponseHeaders(200, 0);
            byte[] piece = new byte[1024 * 1024];
            try (OutputStream out = e.getResponseBody()) {
                for (int i = 0; i < PageReader.MAX_BYTES / piece.length + 2; i++) {
                    out.write(piece);
                }
            }
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private static void on(String path, Answer answer) {
        server.createContext(path, exchange -> {
            ASKED.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().containsKey("Cookie"));
            answer.to(exchange);
        });
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static void sentOn(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().add("Location", to);
        send(exchange, 302, new byte[0]);
    }

    private static PageFetch fetch(Duration patience) {
        return new PageFetch(
                HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .sslContext(trusting)
                        .build(),
                patience);
    }

    private static FetchedPage fetch(String path) {
        return fetch(Duration.ofSeconds(30)).fetch(root + path);
    }

    @Test
    void aPageComesAsItIsServedWithItsCharset() {
        FetchedPage page = fetch("/terms");
        assertThat(page.name()).isEqualTo("terms.html");
        assertThat(page.charset()).contains(StandardCharsets.ISO_8859_1);
        assertThat(PageReader.read(page.bytes(), page.name(), page.charset())
                        .units()
                        .getFirst()
                        .text())
                .isEqualTo("Daten bleiben in M\u00FCnchen.");
    }

    @Test
    void whereItSendsOnIsNamedAndNoCookieGoesAlong() {
        ASKED.clear();
        fetch("/terms");
        FetchedPage page = fetch("/old");
        assertThat(page.addresses()).extracting(a -> a.getPath()).containsExactly("/old", "/older", "/terms");
        assertThat(ASKED).containsExactly("/terms false", "/old false", "/older false", "/terms false");
    }

    private static void refused(String path, String saying) {
        assertThatThrownBy(() -> fetch(path))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(saying);
    }

    @Test
    void whatIsNoPageEndsInOneSentence() {
        refused("/gone", "answered 404");
        refused("/circle", "sent on 6 times");
        refused("/plain", "no https address");
        refused("/large", "larger than 20 MiB");
        assertThatThrownBy(() -> fetch(Duration.ofMillis(300)).fetch(root + "/slow"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("did not come");
        for (String address : List.of("http://localhost/", "file:///etc/passwd", "https://", "https://a b/", "")) {
            assertThatThrownBy(() -> fetch(Duration.ofSeconds(1)).fetch(address))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("no https address");
        }
    }

    @Test
    void aServerThatIsNotTheOneItClaimsToBeIsRefused() {
        PageFetch wary = PageFetch.overTheNet();
        assertThatThrownBy(() -> wary.fetch(root + "/terms"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("cannot be fetched from localhost");
    }
}
