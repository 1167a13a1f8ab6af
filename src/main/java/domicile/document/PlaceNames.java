package domicile.document;

import domicile.residency.Areas;
import domicile.residency.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the places that a text names: countries and blocs in English, German and French, and cloud regions. What is
 * named for its law or as part of a company's name is no place.
 */
final class PlaceNames {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern REGION =
            Pattern.compile("(?<![\\p{L}\\p{N}-])[a-z]{2,}(?:-[a-z]+)+-?\\d{1,2}(?![\\p{L}\\p{N}])");
    private static final int LONGEST = 6;

    /** A place and where it stands. */
    record Found(Place place, int from, int to) {}

    private record Name(Place place, List<String> written) {}

    private final Areas areas;
    private final Map<String, List<Name>> names = new HashMap<>();
    private final List<Phrases> before;
    private final List<Phrases> after;

    PlaceNames(Areas areas, List<PatternFile> files) {
        this.areas = areas;
        this.before = files.stream().map(f -> f.words("beforeNoPlace")).toList();
        this.after = files.stream().map(f -> f.words("afterNoPlace")).toList();
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH)) {
            areas.countries()
                    .forEach(c -> add(
                            new Place.Country(c.code()), Locale.of("", c.code()).getDisplayCountry(language)));
        }
        areas.countries().forEach(c -> add(new Place.Country(c.code()), c.name()));
        areas.blocs().forEach(b -> add(new Place.Bloc(b.code()), b.name()));
        for (PatternFile file : files) {
            file.places.forEach((code, written) ->
                    areas.place(code).ifPresent(place -> written.forEach(name -> add(place, name))));
        }
        regions();
    }

    /** Regions by their names; a name that several clouds use is its country. */
    private void regions() {
        Map<String, Set<String>> countries = new HashMap<>();
        areas.regions()
                .forEach(r -> countries
                        .computeIfAbsent(r.name(), n -> new HashSet<>())
                        .add(r.country()));
        for (Areas.RegionDefinition r : areas.regions()) {
            add(new Place.CloudRegion(r.code(), r.country()), r.code());
            boolean own = r.cloud().equals("microsoft") && r.name().contains(" ");
            if (own) {
                add(new Place.CloudRegion(r.code(), r.country()), r.name());
            } else if (countries.getOrDefault(r.name(), Set.of()).size() == 1) {
                add(new Place.Country(r.country()), r.name());
            }
        }
    }

    private void add(Place place, String name) {
        List<String> words = words(name);
        if (!words.isEmpty()) {
            names.computeIfAbsent(words.getFirst().toLowerCase(Locale.ROOT), w -> new ArrayList<>())
                    .add(new Name(place, words));
        }
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }

    /** The places of a text, in its order. */
    List<Found> in(String text) {
        List<Found> found = new ArrayList<>();
        List<int[]> taken = new ArrayList<>();
        Matcher region = REGION.matcher(text);
        while (region.find()) {
            areas.place(region.group()).ifPresent(place -> {
                found.add(new Found(place, region.start(), region.end()));
                taken.add(new int[] {region.start(), region.end()});
            });
        }
        List<int[]> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(new int[] {word.start(), word.end()});
        }
        for (int i = 0; i < words.size(); i++) {
            int at = i;
            Optional<Name> name = longest(text, words, i);
            if (name.isEmpty()) {
                continue;
            }
            int from = words.get(i)[0];
            int to = words.get(at + name.get().written().size() - 1)[1];
            boolean free = taken.stream().allMatch(t -> to <= t[0] || from >= t[1]);
            if (free && isPlace(text, from, to)) {
                found.add(new Found(name.get().place(), from, to));
            }
            i += name.get().written().size() - 1;
        }
        found.sort(Comparator.comparingInt(Found::from));
        return found;
    }

    private Optional<Name> longest(String text, List<int[]> words, int at) {
        String first = text.substring(words.get(at)[0], words.get(at)[1]);
        return names.getOrDefault(first.toLowerCase(Locale.ROOT), List.of()).stream()
                .filter(n -> n.written().size() <= LONGEST && stands(text, words, at, n.written()))
                .max(Comparator.comparingInt(n -> n.written().size()));
    }

    private static boolean stands(String text, List<int[]> words, int at, List<String> written) {
        if (at + written.size() > words.size()) {
            return false;
        }
        int end = -1;
        for (int i = 0; i < written.size(); i++) {
            int[] span = words.get(at + i);
            String said = text.substring(span[0], span[1]);
            String name = written.get(i);
            boolean code = name.length() <= 3 && name.equals(name.toUpperCase(Locale.ROOT));
            boolean capital = Character.isUpperCase(name.codePointAt(0));
            boolean same = code ? said.equals(name) : said.equalsIgnoreCase(name);
            if (!same || (i == 0 && capital && !Character.isUpperCase(said.codePointAt(0)))) {
                return false;
            }
            if (end >= 0 && span[0] - end > 2) {
                return false;
            }
            end = span[1];
        }
        return true;
    }

    private boolean isPlace(String text, int from, int to) {
        String left = Phrases.lower(text.substring(Math.max(0, from - 40), from));
        String right = Phrases.lower(text.substring(to, Math.min(text.length(), to + 40)));
        return before.stream().noneMatch(p -> p.ends(left)) && after.stream().noneMatch(p -> p.begins(right));
    }
}
