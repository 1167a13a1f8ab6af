package domicile.source;

import java.net.URI;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/**
 * A page as an address gave it.
 *
 * @param addresses the address that was asked, and each that it sent on to; the last one gave the page
 * @param name the last part of the last address
 * @param charset that the answer named
 */
public record FetchedPage(byte[] bytes, List<URI> addresses, String name, Optional<Charset> charset) {
    public FetchedPage {
        addresses = List.copyOf(addresses);
    }
}
