package domicile.cli;

import domicile.assessment.Traps;
import domicile.report.data.Csv;
import domicile.residency.Area;
import domicile.residency.Attestation;
import domicile.residency.Layer;
import domicile.residency.LayerPlacements;
import domicile.residency.Offering;
import domicile.residency.OfferingFilter;
import domicile.residency.Place;
import domicile.residency.Register;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code domicile list}: the offerings that pass a filter. */
@Command(name = "list", description = "Lists offerings. What is unknown does not pass a filter.")
final class ListCommand implements Runnable {
    @Option(
            names = "--inference",
            paramLabel = "AREA",
            split = ",",
            description = "Inference can be kept inside: a country, bloc or cloud region.")
    private List<String> inference = new ArrayList<>();

    @Option(
            names = "--storage",
            paramLabel = "AREA",
            split = ",",
            description = "Data at rest can be kept inside, or nothing is stored.")
    private List<String> storage = new ArrayList<>();

    @Option(names = "--cert", paramLabel = "ID", split = ",", description = "Held: ${COMPLETION-CANDIDATES}.")
    private List<Attestation.Kind> certifications = new ArrayList<>();

    @Option(
            names = "--fedramp",
            paramLabel = "LEVEL",
            converter = Revision5.class,
            completionCandidates = Revision5.class,
            description =
                    "Authorized at least at: ${COMPLETION-CANDIDATES} (FedRAMP Revision 5; 20x does not count for it).")
    private Attestation.@Nullable FedRampLevel fedRamp;

    @Option(names = "--baa", description = "A BAA is held.")
    private boolean baa;

    @Option(names = "--zdr", description = "Zero data retention can be had.")
    private boolean zdr;

    @Mixin
    private AsOf asOf = new AsOf();

    @Mixin
    private CsvSeparator separator = new CsvSeparator();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}.",
            defaultValue = "table")
    private Format format = Format.table;

    private final Common options;

    /** How a list is written. */
    enum Format {
        table,
        json,
        csv
    }

    /** The levels that can be asked for: a 20x authorization is published, never asked for. */
    static final class Revision5 implements ITypeConverter<Attestation.FedRampLevel>, Iterable<String> {
        private static List<Attestation.FedRampLevel> levels() {
            return Arrays.stream(Attestation.FedRampLevel.values())
                    .filter(Attestation.FedRampLevel::revision5)
                    .toList();
        }

        @Override
        public Attestation.FedRampLevel convert(String value) {
            return levels().stream()
                    .filter(l -> l.name().equalsIgnoreCase(value))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "expected one of [" + String.join(", ", this) + "] but was '" + value + "'"));
        }

        @Override
        public Iterator<String> iterator() {
            return levels().stream().map(Enum::name).iterator();
        }
    }

    ListCommand(Common options) {
        this.options = options;
    }

    @Override
    public void run() {
        Csv csv = separator.csv(format == Format.csv, "add --format csv");
        Register register = asOf.register(options, options.console().today());
        Set<Attestation.Kind> kinds = new HashSet<>(certifications);
        OfferingFilter filter = new OfferingFilter(
                area(register, "--inference", inference),
                area(register, "--storage", storage),
                kinds,
                Optional.ofNullable(fedRamp),
                baa,
                zdr,
                false,
                Set.of(),
                "");
        List<Offering> offerings = filter.apply(register);
        OfferingTexts texts = new OfferingTexts(register);
        PrintWriter out = options.console().out();
        switch (format) {
            case table -> {
                texts.table(offerings, out);
                texts.traps(offerings, asked(filter), out);
            }
            case json -> texts.json(offerings, out);
            case csv -> texts.csv(offerings, csv, out);
        }
        if (format != Format.json && offerings.stream().anyMatch(ListCommand::marked)) {
            options.note(
                    "domicile: !PLACE: sources disagree; ?PLACE: a data centre is named, whether it can be pinned is not"
                            + " published; neither passes a filter");
        }
        if (offerings.isEmpty()) {
            options.note("domicile: no offering passes; what is unknown does not pass a filter");
        }
    }

    private static Traps.Asked asked(OfferingFilter filter) {
        boolean inference = filter.inference().isPresent();
        return new Traps.Asked(
                filter.storage(),
                inference,
                inference || filter.storage().isPresent(),
                filter.certifications().stream().anyMatch(Traps::soc2),
                filter.baa() || filter.certifications().contains(Attestation.Kind.BAA));
    }

    private static boolean marked(Offering offering) {
        return Arrays.stream(Layer.values())
                .map(layer -> LayerPlacements.of(offering, layer))
                .anyMatch(p -> !p.disputed().isEmpty() || !p.unstated().isEmpty());
    }

    private static Optional<Area> area(Register register, String option, List<String> codes) {
        if (codes.isEmpty()) {
            return Optional.empty();
        }
        List<Place> places = codes.stream()
                .map(code -> register.areas()
                        .place(code)
                        .orElseThrow(() -> register.areas().unknown(code, option)))
                .toList();
        return Optional.of(new Area(places));
    }
}
