package domicile.residency;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A document that the buyer holds for one offering.
 *
 * @param date the paper's own day; evidence dated after the assessment does not count
 * @param from the day from which it holds; empty: from its date
 * @param regions the places that it commits to; of an ownership declaration: headquarters, law and owners
 * @param product the products that it names, as a list in words; empty when it names none
 * @param certification the certification that a certificate or report is about
 * @param level the FedRAMP level (Revision 5) that an authorization is of
 * @param days the days of retention that a zero-retention addendum leaves
 * @param models the models that it names
 * @param services the services that it names
 * @param document the file's name; empty when none is given
 * @param passage the words that it was read from
 */
public record Evidence(
        String offering,
        Kind kind,
        LocalDate date,
        Optional<LocalDate> from,
        List<Place> regions,
        String product,
        Optional<Attestation.Kind> certification,
        Optional<Attestation.FedRampLevel> level,
        OptionalInt days,
        List<String> models,
        List<String> services,
        String document,
        Passage passage) {

    /**
     * The words of a document that carry it.
     *
     * @param sha256 the file's hash, 64 hexadecimal digits; empty when the document is typed in and no file is in hand
     * @param page the page, counted from 1
     * @param quote the clause; empty when no clause is shown
     * @param hedges what limits the clause
     */
    public record Passage(String sha256, OptionalInt page, String quote, List<Hedge> hedges) {
        /** No words: the document was typed in. */
        public static final Passage NONE = new Passage("", OptionalInt.empty(), "", List.of());

        public Passage {
            hedges = List.copyOf(hedges);
        }
    }

    /** Words that limit a clause, and the page that they stand on. */
    public record Hedge(String quote, OptionalInt page) {}

    public Evidence {
        regions = List.copyOf(regions);
        models = List.copyOf(models);
        services = List.copyOf(services);
    }

    /** A document of which only this is known. */
    public Evidence(String offering, Kind kind, LocalDate date, List<Place> regions, String product, String document) {
        this(
                offering,
                kind,
                date,
                Optional.empty(),
                regions,
                product,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                List.of(),
                List.of(),
                document,
                Passage.NONE);
    }

    /** Whether somebody typed it: no clause is shown that says so. */
    public boolean typed() {
        return passage.quote().isBlank();
    }

    /** Whether it is the same clause of the same file for the same offering: kept once. What is typed is no clause. */
    public boolean sameClause(Evidence other) {
        return !typed()
                && offering.equals(other.offering)
                && kind == other.kind
                && passage.sha256().equals(other.passage.sha256())
                && passage.quote().equals(other.passage.quote());
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
        STORAGE_RESIDENCY_CLAIM,
        CERTIFICATE,
        FEDRAMP_AUTHORIZATION,
        OWNERSHIP_DECLARATION;

        /** The layer whose place it commits to; empty for every other document. */
        public Optional<Layer> commitsTo() {
            return switch (this) {
                case ORDER_FORM_INFERENCE_REGION -> Optional.of(Layer.INFERENCE);
                case ORDER_FORM_STORAGE_REGION -> Optional.of(Layer.STORAGE);
                case ENDPOINT_SERVICES_REGION -> Optional.of(Layer.ENDPOINT_SERVICES);
                case ZDR_ADDENDUM,
                        BAA_PRODUCT_SCHEDULE,
                        VENDOR_BAA,
                        SOC2_REPORT,
                        ORDER_FORM_NO_TRAINING,
                        DPA_SIGNED,
                        STORAGE_RESIDENCY_CLAIM,
                        CERTIFICATE,
                        FEDRAMP_AUTHORIZATION,
                        OWNERSHIP_DECLARATION -> Optional.empty();
            };
        }
    }
}
