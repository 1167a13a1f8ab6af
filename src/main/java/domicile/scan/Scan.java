package domicile.scan;

import domicile.problem.Sha256;
import domicile.residency.Register;
import domicile.scan.FileReader.Read;
import domicile.scan.Project.Document;
import domicile.scan.TerraformFinder.Account;
import domicile.scan.iac.HclText;
import domicile.scan.iac.Terraform;
import domicile.scan.signature.Locations;
import domicile.scan.signature.Recognizer;
import domicile.scan.signature.SignatureFile;
import domicile.scan.signature.Signatures;
import domicile.scan.tree.Field;
import domicile.scan.tree.Interpolation;
import domicile.scan.tree.Interpolation.Value;
import domicile.scan.tree.Resolved;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;

/** Scans a folder for what it uses. It opens no connection and runs nothing. */
public final class Scan {
    private final Register register;
    private final Signatures signatures;
    private final Recognizer recognizer;
    private final Project project;

    /** What one file uses; Terraform's files count as one. */
    private record Finds(List<Found> found, List<Account> accounts, List<Switches.Kept> kept) {
        static final Finds NONE = new Finds(List.of(), List.of(), List.of());
    }

    private Scan(Register register, Signatures signatures, Map<String, Value> values) {
        this.register = register;
        this.signatures = signatures;
        this.recognizer = new Recognizer(signatures, new Locations(signatures, register));
        this.project = new Project(values);
        SignatureFile.check(signatures, register.areas());
    }

    /** As {@link #of(Path, Register, Signatures, Map, ScanProgress)}, for whoever does not care how far it is. */
    public static ScanResult of(Path folder, Register register, Signatures signatures, Map<String, Value> values) {
        return of(folder, register, signatures, values, ScanProgress.NONE);
    }

    /**
     * What a folder uses, or a zip, of which nothing is unpacked.
     *
     * @param values of variables that are known elsewhere: they win over all
     * @throws domicile.problem.ProblemException when it is neither, or holds too much
     */
    public static ScanResult of(
            Path folder, Register register, Signatures signatures, Map<String, Value> values, ScanProgress progress) {
        try (ScanTree tree = ScanTree.open(folder)) {
            return new Scan(register, signatures, values).run(tree, progress);
        }
    }

    private ScanResult run(ScanTree tree, ScanProgress progress) {
        Walker walker = Walker.walk(tree, progress);
        FileReader reader = new FileReader(Needles.of(signatures), walker.charts(), tree);
        int all = walker.entries().size();
        AtomicInteger done = new AtomicInteger();
        List<FileReader.Opened> opened = walker.entries().parallelStream()
                .map(entry -> {
                    progress.at(done.getAndIncrement(), all);
                    return reader.open(entry);
                })
                .toList();
        progress.at(all, all);
        List<Read> files = opened.stream().map(FileReader.Opened::read).toList();
        files.forEach(this::remember);
        List<Finds> finds = Stream.concat(
                        Stream.of(terraform(files)), files.parallelStream().map(this::find))
                .toList();
        Map<Skipped, Integer> skipped = new TreeMap<>(walker.skipped());
        Assembly assembly = new Assembly(signatures);
        for (Read file : files) {
            switch (file) {
                case Read.Left left -> skipped.merge(left.why(), 1, Integer::sum);
                case Read.Unreadable bad -> assembly.unreadable(bad.file(), bad.mark(), bad.reason());
                case Read.Nothing n -> {}
                case Read.Config c -> {}
                case Read.Hcl h -> {}
                case Read.Bicep b -> {}
                case Read.Source s -> {}
            }
        }
        int read = (int) files.stream()
                .filter(f -> !(f instanceof Read.Left || f instanceof Read.Unreadable))
                .count();
        return assembly.result(
                register.hash(),
                hash(opened),
                read,
                skipped,
                all(finds, Finds::found),
                all(finds, Finds::accounts),
                all(finds, Finds::kept));
    }

    private static <T> List<T> all(List<Finds> finds, Function<Finds, List<T>> of) {
        return finds.stream().flatMap(f -> of.apply(f).stream()).toList();
    }

    /** Of paths and contents: a path ends with what no path has. */
    private static String hash(List<FileReader.Opened> opened) {
        StringBuilder lines = new StringBuilder();
        for (FileReader.Opened file : opened) {
            file.sum()
                    .ifPresent(sum -> lines.append(file.read().file().path())
                            .append('\0')
                            .append(sum)
                            .append('\n'));
        }
        return Sha256.PREFIX + Sha256.hex(lines.toString());
    }

    private void remember(Read file) {
        if (file instanceof Read.Config config) {
            project.add(config.documents().getFirst());
        }
    }

    private Finds terraform(List<Read> files) {
        Map<String, HclText.Body> bodies = new HashMap<>();
        Map<String, SourceFile> byPath = new TreeMap<>();
        Set<String> telling = new HashSet<>();
        for (Read file : files) {
            if (file instanceof Read.Hcl hcl) {
                bodies.put(hcl.file().path(), hcl.body());
                byPath.put(hcl.file().path(), hcl.file());
                if (hcl.telling()) {
                    telling.add(hcl.file().path());
                }
            }
        }
        if (telling.isEmpty()) {
            return Finds.NONE;
        }
        TerraformFinder finder =
                new TerraformFinder(recognizer, new Terraform(bodies, project.given()), byPath, telling);
        return new Finds(finder.all(), finder.accounts(), finder.switches());
    }

    private Finds find(Read file) {
        return switch (file) {
            case Read.Config config -> config.telling() ? config(config) : Finds.NONE;
            case Read.Bicep bicep -> {
                BicepFinder finder = new BicepFinder(recognizer, project, bicep.file(), bicep.bicep());
                yield new Finds(finder.all(), finder.accounts(), List.of());
            }
            case Read.Source source -> source(source);
            case Read.Hcl h -> Finds.NONE;
            case Read.Left l -> Finds.NONE;
            case Read.Unreadable u -> Finds.NONE;
            case Read.Nothing n -> Finds.NONE;
        };
    }

    private Finds config(Read.Config file) {
        Finds finds = new Finds(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        file.documents().forEach(d -> config(d, finds));
        return finds;
    }

    private void config(Document document, Finds finds) {
        TemplateFinder templates = new TemplateFinder(recognizer, project, document);
        finds.found().addAll(templates.all());
        finds.accounts().addAll(templates.accounts());
        Map<Field, Integer> places = new IdentityHashMap<>();
        List<Field> fields = document.fields().stream()
                .filter(f -> !templates.declared().contains(f.value()))
                .toList();
        for (int i = 0; i < fields.size(); i++) {
            places.put(fields.get(i), i);
        }
        List<Found> own = new ConfigFinder(
                        recognizer,
                        document.file(),
                        fields,
                        f -> resolved(document.file(), f, fields.subList(0, places.getOrDefault(f, 0))))
                .all();
        finds.found().addAll(own);
        finds.kept().addAll(new Switches(signatures).in(document.file(), fields, offerings(own)));
    }

    private Resolved resolved(SourceFile file, Field field, List<Field> before) {
        return field.value().expands()
                ? Interpolation.of(
                        field.value().text(),
                        name -> project.value(file, before, name),
                        file.name().startsWith("application"))
                : Resolved.literal(field.value().text());
    }

    private static Set<String> offerings(List<Found> all) {
        Set<String> offerings = new HashSet<>();
        all.forEach(f -> f.meaning().offering().ifPresent(offerings::add));
        return offerings;
    }

    private Finds source(Read.Source source) {
        Finds finds = new Finds(new ArrayList<>(), List.of(), new ArrayList<>());
        if (source.file().name().endsWith(".ipynb")) {
            Notebook.cells(source.text()).forEach(cell -> source(source, cell.text(), Optional.of(cell), finds));
        } else {
            source(source, source.text(), Optional.empty(), finds);
        }
        return finds;
    }

    private void source(Read.Source source, String text, Optional<Notebook.Cell> cell, Finds finds) {
        SourceFinder finder = new SourceFinder(recognizer, source.file(), source.language(), text);
        List<Found> own = finder.all();
        for (Found usage : own) {
            finds.found().add(cell.map(c -> c.placed(usage)).orElse(usage));
        }
        for (Switches.Kept one : new Switches(signatures).in(source.file(), finder, offerings(own))) {
            finds.kept()
                    .add(cell.map(c -> new Switches.Kept(one.file(), c.placed(one.mark()), one.signature()))
                            .orElse(one));
        }
    }
}
