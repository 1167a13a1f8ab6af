package domicile.page;

import java.util.Optional;

/**
 * Words of a page that somebody relies on.
 *
 * @param text as a reader sees them
 * @param row what tells them apart where they stand more than once: words of the table's row, or of the heading
 */
public record TextQuote(String id, String text, Optional<String> row) {}
