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

/** Scans a folder for what it uses. It opens no connection and runs nothing. */
public final class Scan {
    private final Register register;
    private final Signatures signatures;
    private final Recognizer recognizer;
    private final Project project;
    private final List<Found> found = new ArrayList<>();
    private final List<Account> accounts = new ArrayList<>();
    private final List<Switches.Kept> kept = new ArrayList<>();

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
        terraform(files);
        files.forEach(this::find);
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
        return assembly.result(register.hash(), hash(opened), read, skipped, found, accounts, kept);
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

    private void terraform(List<Read> files) {
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
        if (!telling.isEmpty()) {
            TerraformFinder finder =
                    new TerraformFinder(recognizer, new Terraform(bodies, project.given()), byPath, telling);
            found.addAll(finder.all());
            accounts.addAll(finder.accounts());
            kept.addAll(finder.switches());
        }
    }

    private void find(Read file) {
        switch (file) {
            case Read.Config config -> {
                if (config.telling()) {
                    config.documents().forEach(this::config);
                }
            }
            case Read.Bicep bicep -> {
                BicepFinder finder = new BicepFinder(recognizer, project, bicep.file(), bicep.bicep());
                found.addAll(finder.all());
                accounts.addAll(finder.accounts());
            }
            case Read.Source source -> source(source);
            case Read.Hcl h -> {}
            case Read.Left l -> {}
            case Read.Unreadable u -> {}
            case Read.Nothing n -> {}
        }
    }

    private void config(Document document) {
        TemplateFinder templates = new TemplateFinder(recognizer, project, document);
        found.addAll(templates.all());
        accounts.addAll(templates.accounts());
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
        found.addAll(own);
        kept.addAll(new Switches(signatures).in(document.file(), fields, offerings(own)));
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

    private void source(Read.Source source) {
        if (source.file().name().endsWith(".ipynb")) {
            Notebook.cells(source.text()).forEach(cell -> source(source, cell.text(), Optional.of(cell)));
        } else {
            source(source, source.text(), Optional.empty());
        }
    }

    private void source(Read.Source source, String text, Optional<Notebook.Cell> cell) {
        SourceFinder finder = new SourceFinder(recognizer, source.file(), source.language(), text);
        List<Found> own = finder.all();
        for (Found usage : own) {
            found.add(cell.map(c -> c.placed(usage)).orElse(usage));
        }
        for (Switches.Kept one : new Switches(signatures).in(source.file(), finder, offerings(own))) {
            kept.add(cell.map(c -> new Switches.Kept(one.file(), c.placed(one.mark()), one.signature()))
                    .orElse(one));
        }
    }
}
