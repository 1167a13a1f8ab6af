package domicile.register;

import domicile.json.JsonValue;
import domicile.json.StrictJson;
import domicile.problem.DiskError;
import domicile.residency.Areas;
import domicile.residency.Capture;
import domicile.residency.Fact;
import domicile.residency.FrameworkControl;
import domicile.residency.Offering;
import domicile.residency.Provider;
import domicile.residency.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes a pack as files that a person can review: one fact a line. */
final class PackWriter {
    /** The folder of the captures' bytes in a pack. */
    static final String CAPTURES = "captures";

    /** How an export was made; no part of the pack, and read by whoever asks what it was made from. */
    static final String EXPORT = "export.json";

    private static final String SCHEMA = "domicile.export/1";

    private final Pack pack;
    private final Map<String, String> files = new LinkedHashMap<>();

    private PackWriter(Pack pack) {
        this.pack = pack;
    }

    /** Writes into a folder that is empty or does not exist yet. */
    static void write(Pack pack, Path folder, Optional<Head> chain, Progress progress) {
        PackWriter writer = new PackWriter(pack);
        writer.build();
        chain.ifPresent(head -> writer.files.put(
                EXPORT, "{\n  \"schema\": \"" + SCHEMA + "\",\n  \"chain\": " + head.json() + "\n}\n"));
        List<Path> written = new ArrayList<>();
        boolean whole = false;
        try {
            AtomicFile.folder(folder);
            try (var there = Files.list(folder)) {
                if (there.findAny().isPresent()) {
                    throw RegisterProblem.FOLDER_NOT_EMPTY.at(folder.toString());
                }
            }
            for (Map.Entry<String, String> file : writer.files.entrySet()) {
                progress.at(written.size(), writer.files.size());
                Path path = folder.resolve(file.getKey());
                AtomicFile.folder(path.resolveSibling("."));
                written.add(path);
                AtomicFile.writeNew(path, out -> out.write(file.getValue().getBytes(StandardCharsets.UTF_8)));
            }
            for (Capture capture : pack.captures()) {
                progress.at(
                        written.size(), writer.files.size() + pack.captures().size());
                Path path = folder.resolve(CAPTURES).resolve(capture.sha256());
                if (!written.contains(path)) {
                    AtomicFile.folder(path.resolveSibling("."));
                    written.add(path);
                    AtomicFile.writeNew(path, out -> out.write(Captures.bytes(capture, pack.pages())));
                }
            }
            progress.at(written.size(), written.size());
            whole = true;
        } catch (IOException e) {
            throw RegisterProblem.PACK_UNWRITTEN.because(e, folder.toString(), DiskError.said(e));
        } finally {
            // Half a pack would read as one that lacks what is missing.
            if (!whole) {
                written.forEach(Upkeep::deleteQuietly);
                written.stream()
                        .map(path -> path.resolveSibling(".").normalize())
                        .filter(inside -> !inside.equals(folder.normalize()))
                        .distinct()
                        .forEach(Upkeep::deleteQuietly);
            }
        }
    }

    /** What {@link #EXPORT} notes. */
    static Head noted(byte[] export) {
        JsonValue root = StrictJson.read(EXPORT, export).only("schema", "chain");
        PackReader.schema(root, SCHEMA);
        return Head.read(root.get("chain"));
    }

    private void build() {
        files.put("sources.json", sources());
        files.put("areas.json", areas());
        for (Provider provider : pack.providers()) {
            files.put(provider.id() + ".json", provider(provider));
        }
        Map<String, List<FrameworkControl>> frameworks = new LinkedHashMap<>();
        for (FrameworkControl control : pack.controls()) {
            frameworks
                    .computeIfAbsent(control.framework() + " " + control.version(), f -> new ArrayList<>())
                    .add(control);
        }
        frameworks
                .values()
                .forEach(controls ->
                        files.put("frameworks/" + fileName(controls.getFirst()) + ".json", framework(controls)));
        if (!pack.captures().isEmpty()) {
            files.put("captures.json", CaptureFile.text(pack.captures()));
        }
        List<String> names = List.copyOf(files.keySet());
        files.put(
                PackReader.MANIFEST,
                "{\n  \"schema\": \"domicile.pack/1\",\n  \"id\": " + text(pack.id()) + ",\n  \"name\": "
                        + text(pack.name())
                        + ",\n  \"published\": " + text(pack.published().toString()) + ",\n  \"files\": [\n"
                        + lines(names, PackWriter::text, 4) + "\n  ]\n}\n");
    }

    private static String fileName(FrameworkControl control) {
        return (control.framework() + "-" + control.version())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9.]+", "-");
    }

    private String sources() {
        List<Source> numbered =
                pack.sources().stream().filter(s -> s.number() > 0).toList();
        String compiled = pack.sources().stream()
                .filter(s -> s.number() == 0)
                .findFirst()
                .map(s -> "  \"compiledFrom\":\n    " + text(RegisterJson.source(s)) + ",\n")
                .orElse("");
        return "{\n  \"schema\": \"domicile.sources/1\",\n" + compiled + "  \"sources\": [\n"
                + lines(numbered, s -> text(RegisterJson.source(s)), 4) + "\n  ]\n}\n";
    }

    private String areas() {
        Areas a = pack.areas();
        return "{\n  \"schema\": \"domicile.areas/1\",\n  \"countries\": [\n"
                + lines(a.countries(), c -> text(RegisterJson.country(c)), 4)
                + "\n  ],\n  \"blocs\": [\n"
                + lines(a.blocs(), b -> text(RegisterJson.bloc(b)), 4)
                + "\n  ],\n  \"regions\": [\n"
                + lines(a.regions(), r -> text(RegisterJson.region(r)), 4)
                + "\n  ],\n  \"adequacy\": [\n"
                + lines(a.adequacyDecisions(), d -> text(RegisterJson.adequacy(d)), 4)
                + "\n  ]\n}\n";
    }

    private String provider(Provider provider) {
        List<Offering> own = pack.offerings().stream()
                .filter(o -> o.provider().equals(provider.id()))
                .toList();
        return "{\n  \"schema\": \"domicile.provider/1\",\n  \"id\": " + text(provider.id()) + ",\n  \"name\": "
                + text(provider.name()) + ",\n  \"offerings\": [\n" + lines(own, PackWriter::offering, 4)
                + "\n  ]\n}\n";
    }

    private static String offering(Offering o) {
        return "{\n      \"id\": " + text(o.id()) + ",\n      \"name\": " + text(o.name()) + ",\n      \"operator\": "
                + text(o.operator()) + ","
                + (o.products().isEmpty() ? "" : "\n      \"products\": " + text(o.products()) + ",")
                + (o.models().isEmpty()
                        ? ""
                        : "\n      \"models\": [\n" + lines(o.models(), m -> text(RegisterJson.model(m)), 8)
                                + "\n      ],")
                + "\n      \"facts\": [\n"
                + lines(o.facts(), (Fact<?> f) -> text(RegisterJson.fact(f)), 8)
                + "\n      ]\n    }";
    }

    private static String framework(List<FrameworkControl> controls) {
        FrameworkControl first = controls.getFirst();
        return "{\n  \"schema\": \"domicile.framework/1\",\n  \"framework\": " + text(first.framework())
                + ",\n  \"version\": " + text(first.version()) + ",\n  \"name\": " + text(first.framework())
                + ",\n  \"controls\": [\n" + lines(controls, c -> text(RegisterJson.control(c)), 4) + "\n  ]\n}\n";
    }

    private static <T> String lines(Iterable<T> items, java.util.function.Function<T, String> line, int indent) {
        List<String> all = new ArrayList<>();
        items.forEach(i -> all.add(" ".repeat(indent) + line.apply(i)));
        return String.join(",\n", all);
    }

    private static String text(Object json) {
        return RegisterJson.text(json);
    }
}
