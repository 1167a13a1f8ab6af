package domicile.residency;

import java.time.LocalDate;
import java.util.List;

/**
 * A document that the buyer holds for one offering.
 *
 * @param date the document's date; evidence dated after the assessment does not count
 * @param regions the places that it commits to; empty when it names none
 * @param product the product that it names; empty when it names none
 * @param document the file's name; empty when none is given
 */
public record Evidence(
        String offering, Kind kind, LocalDate date, List<Place> regions, String product, String document) {

    public Evidence {
        regions = List.copyOf(regions);
    }

    /** The file's name; its kind and date where it has none. */
    public String title() {
        return document.isBlank() ? kind + " " + date : document;
    }

    /** What kind of document it is. */
    public enum Kind {
        ORDER_FORM_INFERENCE_REGION,
        ORDER_FORM_STORAGE_REGION,
        ENDPOINT_SERVICES_REGION,
        ZDR_ADDENDUM,
        BAA_PRODUCT_SCHEDULE,
        VENDOR_BAA,
        SOC2_REPORT,
        ORDER_FORM_NO_TRAINING,
        DPA_SIGNED,
        STORAGE_RESIDENCY_CLAIM
    }
}
