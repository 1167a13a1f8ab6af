package domicile;

import domicile.register.Pack;
import domicile.residency.AppliesTo;
import domicile.residency.FactKind;
import domicile.residency.FactKinds;
import domicile.residency.FactValue;
import domicile.residency.FieldType;
import domicile.residency.Place;
import domicile.residency.PublishedDate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A kind of fact that Domicile does not have, with a field of every type: how data is got back at the end. This file
 * and its three bundles are all that it needs.
 */
public record Exit(
        String topic,
        int notice,
        Format format,
        List<Place> places,
        List<String> tools,
        Optional<String> helper,
        String seat,
        Optional<PublishedDate> since,
        boolean charged,
        AppliesTo appliesTo)
        implements FactValue.Informative {

    /** What data comes in. */
    public enum Format {
        OPEN,
        CLOSED
    }

    public static final FactKind<Exit> FACT_KIND = FactKind.narrowable("exit", Exit.class, f -> {
                var topic = f.identity(f.needed("topic", FieldType.ID, Exit::topic));
                var notice = f.needed("notice", FieldType.whole(366), Exit::notice);
                var format = f.needed("format", FieldType.choice(Format.class), Exit::format);
                var places = f.needed("leavesTo", FieldType.PLACES, Exit::places);
                var tools = f.maybe("tools", FieldType.NAMES, List.of(), Exit::tools);
                var helper = f.maybe("helper", FieldType.PROVIDER, Exit::helper);
                var seat = f.maybe("seat", FieldType.COUNTRY, "", Exit::seat);
                var since = f.maybe("since", FieldType.PUBLISHED_DATE, Exit::since);
                var charged = f.maybe("charged", FieldType.FLAG, false, Exit::charged);
                return in -> new Exit(
                        in.get(topic),
                        in.get(notice),
                        in.get(format),
                        in.get(places),
                        in.get(tools),
                        in.get(helper),
                        in.get(seat),
                        in.get(since),
                        in.get(charged),
                        FactKind.appliesTo(in));
            })
            .wordedIn("domicile.Exit");

    /** Domicile's kinds and this one. */
    public static final FactKinds KINDS = FactKinds.SHIPPED.with(FACT_KIND);

    /** A line of a pack. */
    public static final String LINE =
            "{\"fact\":\"exit\",\"topic\":\"embeddings\",\"notice\":90,\"format\":\"OPEN\",\"leavesTo\":[\"EU\",\"CH\"],"
                    + "\"tools\":[\"S3, by hand\",\"rclone\"],\"helper\":\"groq\",\"seat\":\"CH\",\"since\":\"2025-07\","
                    + "\"charged\":true,\"services\":[\"batch\"],\"text\":\"We hand them over.\",\"source\":19,"
                    + "\"read\":\"2026-06-01\"}";

    @Override
    public FactKind<Exit> factKind() {
        return FACT_KIND;
    }

    @Override
    public Exit applyingTo(AppliesTo part) {
        return new Exit(topic, notice, format, places, tools, helper, seat, since, charged, part);
    }

    /** The shipped pack, with these lines more about Groq. */
    public static Pack pack(Path folder, String... lines) throws IOException {
        try (Stream<Path> files = Files.walk(Schemas.DATA)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve(Schemas.DATA.relativize(file).toString());
                Files.createDirectories(to.resolveSibling("."));
                Files.copy(file, to);
            }
        }
        Path groq = folder.resolve("groq.json");
        Files.writeString(
                groq,
                Files.readString(groq).replaceFirst("\"facts\": \\[", "\"facts\": [" + String.join(",", lines) + ","));
        return Pack.read(folder, LocalDate.of(2026, 11, 24), KINDS);
    }
}
