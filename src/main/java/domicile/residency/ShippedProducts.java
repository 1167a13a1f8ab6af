package domicile.residency;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/** What contracts call the shipped offerings: what counts for an offering of a register that lists no products yet. */
public final class ShippedProducts {
    private static final Properties NAMES = names();

    private ShippedProducts() {}

    private static Properties names() {
        Properties names = new Properties();
        try (InputStream in = ShippedProducts.class.getResourceAsStream("products.properties")) {
            if (in == null) {
                throw new IllegalStateException("products.properties is not in the program");
            }
            names.load(in);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The product names of an offering, in the pack's order; empty for one that is not shipped. */
    public static List<String> of(String offeringId) {
        return Arrays.stream(NAMES.getProperty(offeringId, "").split(";"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
