package domicile.scan;

import domicile.problem.Sha256;
import domicile.scan.TerraformFinder.Account;
import domicile.scan.signature.Meaning;
import domicile.scan.signature.Recognizer;
import domicile.scan.signature.Signature;
import domicile.scan.signature.Signatures;
import domicile.scan.tree.Mark;
import domicile.scan.tree.UnreadableException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes usages of what was found: what says less is dropped, endpoints join their accounts, all get a fingerprint. */
final class Assembly {
    private static final int LONGEST_NAME = 80;

    private final Signatures signatures;
    private final List<UnreadableFile> unreadable = new ArrayList<>();

    Assembly(Signatures signatures) {
        this.signatures = signatures;
    }

    void unreadable(SourceFile file, Mark mark, UnreadableException.Reason reason) {
        String print = fingerprint(file.path(), file.reader(), "", reason.name(), "", "", "", "1");
        unreadable.add(new UnreadableFile(
                file.path(), mark.line(), mark.column(), file.reader(), reason, Role.of(file.path()), print));
    }

    ScanResult result(
            String registerHash,
            String treeHash,
            int read,
            Map<Skipped, Integer> skipped,
            List<Found> found,
            List<Account> accounts,
            List<Switches.Kept> kept) {
        List<Found> telling = keys(telling(found));
        List<Found> joined =
                telling.stream().map(f -> joined(f, telling, accounts)).toList();
        unreadable.sort(UnreadableFile.ORDER);
        return new ScanResult(
                ".",
                registerHash,
                signatures.hash(),
                treeHash,
                read,
                skipped,
                usages(joined),
                switches(kept),
                unreadable);
    }

    /** What is used, with lanes counted as one: less of it says less. */
    private String group(Found f) {
        String offering = f.meaning().offering().orElse("");
        return f.file().path() + "\n"
                + signatures.lane(offering).orElse(offering)
                + (offering.isEmpty() ? service(f.meaning()).orElse("?") : "");
    }

    private static Optional<String> service(Meaning m) {
        return m.offering().isPresent() ? Optional.empty() : m.signature().service();
    }

    private List<Found> telling(List<Found> all) {
        Map<String, Strength> most = new HashMap<>();
        for (Found f : all) {
            most.merge(group(f), f.strength(), (a, b) -> a.compareTo(b) >= 0 ? a : b);
        }
        return all.stream()
                .filter(f -> f.strength() == Strength.KEY || f.strength() == most.get(group(f)))
                .toList();
    }

    /** A key counts where the tree holds no other usage of its offering, once. */
    private static List<Found> keys(List<Found> all) {
        Set<String> used = new HashSet<>();
        all.stream().filter(f -> f.strength() != Strength.KEY).forEach(f -> used.add(subject(f)));
        List<Found> kept = new ArrayList<>(
                all.stream().filter(f -> f.strength() != Strength.KEY).toList());
        all.stream()
                .filter(f -> f.strength() == Strength.KEY)
                .sorted(Comparator.comparing((Found f) -> f.file().path(), CodePoints.ORDER)
                        .thenComparingInt(f -> f.mark().line())
                        .thenComparingInt(f -> f.mark().column()))
                .filter(f -> used.add(subject(f)))
                .forEach(kept::add);
        return kept;
    }

    private static String subject(Found f) {
        return f.meaning().offering().or(() -> service(f.meaning())).orElse("?");
    }

    private static Found joined(Found f, List<Found> all, List<Account> accounts) {
        Set<String> keys = new HashSet<>();
        f.account().filter(k -> k.startsWith("?")).ifPresent(k -> keys.add(k.substring(1)));
        f.meaning()
                .resource()
                .ifPresent(resource -> accounts.stream()
                        .filter(a -> a.names().stream().anyMatch(resource::equalsIgnoreCase))
                        .forEach(a -> keys.add(a.key())));
        return keys.isEmpty()
                ? f
                : f.joining(all.stream()
                        .filter(o -> o.account().filter(keys::contains).isPresent())
                        .toList());
    }

    private List<Usage> usages(List<Found> all) {
        List<Usage> usages = new ArrayList<>();
        Map<String, Usage> same = new LinkedHashMap<>();
        for (Found f : all) {
            Usage usage = usage(f);
            String key = String.join(
                    "\n",
                    usage.file(),
                    usage.reader(),
                    usage.line() + ":" + usage.column(),
                    usage.offering() + " " + usage.service() + " " + usage.deployment(),
                    usage.places() + " " + usage.model() + " " + usage.environment());
            same.merge(key, usage, (a, b) -> a.certainty().compareTo(b.certainty()) <= 0 ? a : b);
        }
        List<Usage> sorted = new ArrayList<>(same.values());
        sorted.sort(Usage.ORDER);
        Map<String, Integer> numbers = new HashMap<>();
        for (Usage u : sorted) {
            String what = String.join(
                    "\n",
                    u.file(),
                    u.reader(),
                    u.offering().or(u::service).orElse(""),
                    u.deployment().orElse(""),
                    u.model().orElse(""),
                    u.environment().map(Environment::word).orElse(""),
                    u.matched());
            int number = numbers.merge(what, 1, Integer::sum);
            usages.add(fingerprinted(u, fingerprint(what, String.valueOf(number))));
        }
        return usages;
    }

    private static String fingerprint(String... parts) {
        return Sha256.PREFIX + Sha256.hex(String.join("\n", parts));
    }

    private Usage usage(Found f) {
        Meaning m = f.meaning();
        String path = f.file().path();
        boolean open = f.certainty() == Certainty.UNRESOLVED;
        return new Usage(
                path,
                f.mark().line(),
                f.mark().column(),
                f.file().reader(),
                m.offering(),
                m.offering().flatMap(signatures::lane).stream().toList(),
                service(m),
                m.deployment(),
                m.inLane(),
                m.places().stream().sorted().toList(),
                m.model().filter(id -> id.indexOf(Recognizer.HOLE) < 0),
                shown(m.matched()),
                f.certainty(),
                Role.of(path),
                f.environment().or(() -> Environment.of(path)),
                f.how().byDefault(),
                f.how().via().stream().distinct().toList(),
                f.deployments().stream()
                        .map(d -> d.file().place(d.mark()))
                        .distinct()
                        .sorted()
                        .toList(),
                open
                        ? Optional.of(
                                f.how().unresolved().map(Assembly::shortened).orElse(shown(m.matched())))
                        : Optional.empty(),
                m.inRegion() && m.signature().narrows()
                        || m.inRegion() && m.region().isPresent(),
                m.signature().id(),
                "");
    }

    private static String shown(String text) {
        return text.replace(Recognizer.HOLE, '*');
    }

    private static String shortened(String name) {
        String shown = shown(name);
        return shown.length() > LONGEST_NAME ? shown.substring(0, LONGEST_NAME) : shown;
    }

    private static Usage fingerprinted(Usage u, String print) {
        return new Usage(
                u.file(),
                u.line(),
                u.column(),
                u.reader(),
                u.offering(),
                u.also(),
                u.service(),
                u.deployment(),
                u.inLane(),
                u.places(),
                u.model(),
                u.matched(),
                u.certainty(),
                u.role(),
                u.environment(),
                u.byDefault(),
                u.via(),
                u.joined(),
                u.unresolved(),
                u.narrows(),
                u.signature(),
                print);
    }

    private static List<KeepingSwitch> switches(List<Switches.Kept> kept) {
        List<KeepingSwitch> all = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        Set<String> seen = new HashSet<>();
        List<Switches.Kept> sorted = new ArrayList<>(kept);
        sorted.sort(Comparator.comparing((Switches.Kept k) -> k.file().path(), CodePoints.ORDER)
                .thenComparingInt(k -> k.mark().line())
                .thenComparingInt(k -> k.mark().column()));
        for (Switches.Kept k : sorted) {
            Signature s = k.signature();
            String path = k.file().path();
            String offering = s.offering().orElse("");
            if (seen.add(path + "\n" + k.mark() + "\n" + s.id())) {
                String what = String.join("\n", path, k.file().reader(), offering, s.pattern());
                int number = numbers.merge(what, 1, Integer::sum);
                all.add(new KeepingSwitch(
                        path,
                        k.mark().line(),
                        k.mark().column(),
                        k.file().reader(),
                        offering,
                        s.pattern(),
                        s.requirement().orElse(""),
                        Role.of(path),
                        s.id(),
                        fingerprint(what, String.format(Locale.ROOT, "%d", number))));
            }
        }
        all.sort(KeepingSwitch.ORDER);
        return all;
    }
}
