package domicile.source;

import domicile.page.PageReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks an address for its page, when a person asks for that and never else: https alone, one page without what it
 * embeds, no cookies, no scripts, at most {@value PageReader#MAX_BYTES} bytes and 30 seconds. Where the address sends
 * on to others they are named; a page of the open net cannot send on into the own network.
 */
public final class PageFetch {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_ADDRESSES = 6;
    private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([^\\s;\"]+)");

    private final HttpClient client;
    private final Duration patience;

    /**
     * @param client follows no redirect and keeps no cookie
     * @param patience for all of it together
     */
    PageFetch(HttpClient client, Duration patience) {
        this.client = client;
        this.patience = patience;
    }

    /** Fetches from the net, through the proxy that the machine has set. */
    public static PageFetch overTheNet() {
        return new PageFetch(
                HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(PATIENCE)
                        .build(),
                PATIENCE);
    }

    /** The page of an address; refused where it is no page that can be had. */
    public FetchedPage fetch(String address) {
        long deadline = System.nanoTime() + patience.toNanos();
        URI first = https(address, address);
        List<URI> addresses = new ArrayList<>(List.of(first));
        while (true) {
            URI now = addresses.getLast();
            HttpResponse<byte[]> answer = answer(now, address, deadline);
            int status = answer.statusCode();
            Optional<String> further = answer.headers().firstValue("location");
            if (status >= 300 && status < 400 && status != 304 && further.isPresent()) {
                addresses.add(further(first, now, further.get(), addresses.size()));
            } else if (status == 200) {
                return page(answer, addresses);
            } else {
                throw SourceProblem.FETCH_REFUSED.at(address, String.valueOf(status));
            }
        }
    }

    private static URI https(String text, String where) {
        try {
            URI address = new URI(text.strip());
            if ("https".equalsIgnoreCase(address.getScheme())
                    && address.getHost() != null
                    && address.getUserInfo() == null) {
                return address;
            }
            throw SourceProblem.FETCH_ADDRESS.at(where, text);
        } catch (URISyntaxException e) {
            throw SourceProblem.FETCH_ADDRESS.because(e, where, text);
        }
    }

    private static URI further(URI first, URI now, String location, int so) {
        URI next;
        try {
            next = https(now.resolve(new URI(location)).toString(), first.toString());
        } catch (URISyntaxException e) {
            throw SourceProblem.FETCH_ADDRESS.because(e, first.toString(), location);
        }
        if (so >= MOST_ADDRESSES) {
            throw SourceProblem.FETCH_SENT_ON.at(first.toString(), so, next.toString());
        }
        if (inside(next) && !inside(first)) {
            throw SourceProblem.FETCH_SENT_INSIDE.at(first.toString(), next.toString());
        }
        return next;
    }

    /** Whether a host is this machine or lies in the own network. */
    private static boolean inside(URI address) {
        try {
            for (InetAddress one : InetAddress.getAllByName(address.getHost())) {
                if (one.isLoopbackAddress()
                        || one.isSiteLocalAddress()
                        || one.isLinkLocalAddress()
                        || one.isAnyLocalAddress()
                        // unique local addresses of IPv6, fc00::/7
                        || one.getAddress().length == 16 && (one.getAddress()[0] & 0xFE) == 0xFC) {
                    return true;
                }
            }
            return false;
        } catch (UnknownHostException e) {
            // whoever asks it next is told that there is no such host
            return false;
        }
    }

    private HttpResponse<byte[]> answer(URI address, String asked, long deadline) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header(
                        "Accept",
                        "text/html,application/xhtml+xml,application/pdf,text/markdown,text/plain;q=0.9,*/*;q=0.5")
                .header("User-Agent", "Domicile")
                .GET()
                .build();
        CompletableFuture<HttpResponse<byte[]>> asking =
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), PageReader.MAX_BYTES));
        try {
            return asking.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            asking.cancel(true);
            throw SourceProblem.FETCH_SLOW.because(e, asked, patience.toSeconds());
        } catch (InterruptedException e) {
            asking.cancel(true);
            Thread.currentThread().interrupt();
            throw SourceProblem.FETCH_FAILED.because(e, asked, address.getHost(), "interrupted");
        } catch (ExecutionException e) {
            throw failed(e, asked, address);
        }
    }

    private static RuntimeException failed(ExecutionException e, String asked, URI address) {
        Throwable cause = Optional.ofNullable(e.getCause()).orElse(e);
        if (cause instanceof IOException io && String.valueOf(io.getMessage()).contains("exceeds capacity")) {
            return SourceProblem.FETCH_TOO_LARGE.because(e, asked, PageReader.MAX_BYTES / 1024 / 1024);
        }
        String why = Optional.ofNullable(cause.getMessage())
                .filter(said -> !said.isBlank())
                .orElse(cause.getClass().getSimpleName());
        return SourceProblem.FETCH_FAILED.because(e, asked, address.getHost(), why);
    }

    private static FetchedPage page(HttpResponse<byte[]> answer, List<URI> addresses) {
        String type = answer.headers().firstValue("content-type").orElse("").toLowerCase(Locale.ROOT);
        return new FetchedPage(answer.body(), addresses, name(addresses.getLast(), type), charset(type));
    }

    /** The last part of an address, with the ending that its type says. */
    private static String name(URI address, String type) {
        String path = Optional.ofNullable(address.getPath()).orElse("");
        String last = path.replaceFirst("/+$", "").replaceFirst("^.*/", "").replaceAll("[^\\p{L}\\p{N}._-]", "_");
        String name = last.isEmpty() ? address.getHost() : last;
        String plain = name.length() > 100 ? name.substring(0, 100) : name;
        if (type.startsWith("text/html") && !plain.matches("(?i).*\\.x?html?")) {
            return plain + ".html";
        }
        return type.startsWith("text/markdown") && !plain.endsWith(".md") ? plain + ".md" : plain;
    }

    private static Optional<Charset> charset(String type) {
        Matcher named = CHARSET.matcher(type);
        try {
            return named.find() ? Optional.of(Charset.forName(named.group(1))) : Optional.empty();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            // the page's own words say it, or it reads as UTF-8
            return Optional.empty();
        }
    }
}
