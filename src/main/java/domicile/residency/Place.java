package domicile.residency;

/** Somewhere that data can be: a country, a named bloc of countries, a cloud region inside one country, or anywhere. */
public sealed interface Place {

    /**
     * The code that packs, workloads and the command line use: {@code DE}, {@code EU}, {@code eu-central-1},
     * {@code WORLD}.
     */
    String code();

    /** An ISO 3166-1 alpha-2 country. */
    record Country(String code) implements Place {}

    /** A named set of countries, such as the EU; its members are in {@link Areas}. */
    record Bloc(String code) implements Place {}

    /**
     * A cloud provider's region.
     *
     * @param country ISO 3166-1 alpha-2 code of the one country that it lies in
     */
    record CloudRegion(String code, String country) implements Place {}

    /** Anywhere: no geographic limit is stated. */
    record World() implements Place {
        /** The code of {@link World}. */
        public static final String CODE = "WORLD";

        @Override
        public String code() {
            return CODE;
        }
    }
}
