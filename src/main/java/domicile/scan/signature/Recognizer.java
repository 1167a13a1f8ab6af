package domicile.scan.signature;

import domicile.residency.Area;
import domicile.residency.Containment;
import domicile.residency.Place;
import domicile.scan.signature.Locations.Located;
import domicile.scan.signature.Signature.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises a text that is, trimmed, one host, URL, model id or ARN. A variable without a value stands in it as
 * {@link #HOLE}.
 */
public final class Recognizer {
    /** Stands for a part of a text that nobody knows. */
    public static final char HOLE = '\uFFFC';

    private static final int MAX_LENGTH = 2_000;
    private static final String PART = "([A-Za-z0-9_" + HOLE + "-]+)";
    private static final Pattern URL = Pattern.compile("(?i)(?:https?|wss?)://([^/?#]*)(.*)", Pattern.DOTALL);
    private static final Pattern BARE = Pattern.compile("([A-Za-z0-9.\\-" + HOLE + "]+(?::[0-9]{1,5})?)(/.*)?");
    private static final Pattern LOCATION = Pattern.compile("/locations/" + PART + "/");
    private static final Pattern PUBLISHER = Pattern.compile("/publishers/([a-z0-9-]+)/models/([A-Za-z0-9._@-]+)");
    private static final Pattern BEDROCK_PATH = Pattern.compile("/model/([^/]+)/");
    private static final Pattern ARN =
            Pattern.compile("arn:[^:]*:bedrock:([^:]*):[^:]*:(inference-profile|foundation-model)/(.+)");
    private static final Pattern MODEL_REST = Pattern.compile("[a-z0-9][a-z0-9.]*-[A-Za-z0-9.:_-]+");
    private static final String CLAUDE = "anthropic";

    private final Signatures signatures;
    private final Locations locations;
    private final Map<String, Pattern> compiled = new ConcurrentHashMap<>();

    public Recognizer(Signatures signatures, Locations locations) {
        this.signatures = signatures;
        this.locations = locations;
    }

    public Locations locations() {
        return locations;
    }

    public Signatures signatures() {
        return signatures;
    }

    /**
     * What a text is; empty when it is nothing that is known, or more than one thing.
     *
     * @param region the region that a model without a prefix is called in, where it is known
     */
    public Optional<Meaning> value(String text, Optional<String> region) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()
                || trimmed.length() > MAX_LENGTH
                || trimmed.chars().anyMatch(c -> Character.isWhitespace(c))) {
            return Optional.empty();
        }
        return arn(trimmed)
                .or(() -> host(trimmed))
                .or(() -> modelId(trimmed, region))
                .or(() -> router(trimmed));
    }

    /** A URL or a host by its host alone. */
    public Optional<Meaning> host(String text) {
        Matcher url = URL.matcher(text);
        boolean isUrl = url.matches();
        Matcher bare = BARE.matcher(text);
        if (!isUrl && !(bare.matches() && bare.group(1).indexOf('.') > 0)) {
            return Optional.empty();
        }
        String authority = isUrl ? url.group(1) : bare.group(1);
        String path = Optional.ofNullable(isUrl ? url.group(2) : bare.group(2)).orElse("");
        return named(hostOf(authority)).map(m -> byPath(m, path));
    }

    /** The host of a URL; empty where the text is none. */
    public static Optional<String> hostIn(String text) {
        Matcher url = URL.matcher(text.strip());
        return url.matches() ? Optional.of(hostOf(url.group(1))) : Optional.empty();
    }

    private static String hostOf(String authority) {
        String host = authority.substring(authority.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        int port = host.lastIndexOf(':');
        String name = port < 0 ? host : host.substring(0, port);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private Optional<Meaning> named(String host) {
        List<Signature> exact = signatures.of(Kind.HOST, host);
        // a pattern is no host, though code may spell one like it
        if (!exact.isEmpty() && host.indexOf('{') < 0) {
            return Optional.of(Meaning.of(exact.getFirst(), host));
        }
        for (Signature s : signatures.of(Kind.HOST)) {
            if (s.pattern().indexOf('{') >= 0) {
                Matcher found = pattern(s.pattern()).matcher(host);
                if (found.matches()) {
                    return Optional.of(captured(s, found.group(1), host.replace(String.valueOf(HOLE), "*")));
                }
            }
        }
        return Optional.empty();
    }

    private Meaning captured(Signature s, String part, String host) {
        Meaning plain = Meaning.of(s, host);
        boolean region = s.pattern().contains("{region}");
        if (part.indexOf(HOLE) >= 0) {
            return plain.opened();
        }
        if (!region) {
            return plain.resource(part);
        }
        return s.offering()
                .filter(o -> s.places().isEmpty())
                .map(o -> plain.at(locations.locate(o, part), part))
                .orElse(plain);
    }

    private Pattern pattern(String pattern) {
        return compiled.computeIfAbsent(pattern, p -> {
            StringBuilder regex = new StringBuilder();
            int at = 0;
            for (int open = p.indexOf('{'); open >= 0; open = p.indexOf('{', at)) {
                regex.append(Pattern.quote(p.substring(at, open))).append(PART);
                at = p.indexOf('}', open) + 1;
            }
            return Pattern.compile(regex.append(Pattern.quote(p.substring(at))).toString());
        });
    }

    /** The path of a URL to Vertex AI gives location and model, that of one to Bedrock the model. */
    private Meaning byPath(Meaning host, String path) {
        String offering = host.offering().orElse("");
        if (offering.equals("google-vertex")) {
            return vertexPath(host, path);
        }
        Matcher model = BEDROCK_PATH.matcher(path);
        if (offering.equals("aws-bedrock") && model.find()) {
            String id = model.group(1).replace("%3A", ":").replace("%3a", ":");
            return bedrock(id, host.region(), true).orElse(host);
        }
        return host;
    }

    private Meaning vertexPath(Meaning host, String path) {
        Meaning said = host;
        Matcher publisher = PUBLISHER.matcher(path);
        String offering = "google-vertex";
        if (publisher.find()) {
            offering = publisher.group(1).equals(CLAUDE) ? "anthropic-vertex" : offering;
            said = said.offering(offering).model(Optional.of(publisher.group(2)));
        }
        Matcher location = LOCATION.matcher(path);
        Optional<String> region = location.find() ? Optional.of(location.group(1)) : host.region();
        if (region.filter(r -> r.indexOf(HOLE) >= 0).isPresent()) {
            return said.opened();
        }
        if (region.isPresent()) {
            Meaning open = said.open() ? reopened(said) : said;
            return lane(open.at(locations.locate(offering, region.get()), region.get()));
        }
        return lane(said);
    }

    private static Meaning reopened(Meaning m) {
        return new Meaning(
                m.signature(),
                m.offering(),
                m.deployment(),
                m.inLane(),
                m.places(),
                m.model(),
                m.region(),
                m.resource(),
                false,
                m.inRegion(),
                m.matched());
    }

    /** What it is where it is judged as the offering that it is sold within. */
    public Meaning lane(Meaning m) {
        Optional<String> within = m.offering().flatMap(signatures::lane);
        return within.isEmpty() || m.region().isEmpty()
                ? m
                : new Meaning(
                        m.signature(),
                        m.offering(),
                        m.deployment(),
                        locations.locate(within.get(), m.region().get()).deployment(),
                        m.places(),
                        m.model(),
                        m.region(),
                        m.resource(),
                        m.open(),
                        m.inRegion(),
                        m.matched());
    }

    /** The same host where a setting of another lane names it. */
    public Meaning as(Meaning m, String offering) {
        boolean lane =
                signatures.lane(offering).equals(m.offering()) && m.offering().isPresent();
        if (!lane) {
            return m;
        }
        Meaning other = m.offering(offering);
        return m.region().isEmpty()
                ? other
                : lane(other.at(
                        locations.locate(offering, m.region().get()), m.region().get()));
    }

    private Optional<Meaning> arn(String text) {
        Matcher arn = ARN.matcher(text);
        if (!arn.matches()) {
            return Optional.empty();
        }
        Optional<String> region = Optional.of(arn.group(1)).filter(r -> !r.isEmpty() && r.indexOf(HOLE) < 0);
        return bedrock(arn.group(3), region, true)
                .map(m -> arn.group(3).indexOf(HOLE) >= 0 || region.isEmpty() && m.inRegion() ? m.opened() : m);
    }

    /** An application's own profile: what it routes to is not said by its id. */
    private Optional<Meaning> modelId(String text, Optional<String> region) {
        return bedrock(text, region, false);
    }

    /**
     * A Bedrock model or profile.
     *
     * @param surely whether it stands where nothing but a Bedrock model can stand
     */
    public Optional<Meaning> bedrock(String text, Optional<String> region, boolean surely) {
        Matcher arn = ARN.matcher(text);
        if (arn.matches()) {
            return arn(text);
        }
        for (Signature s : signatures.of(Kind.MODEL_ID)) {
            Optional<String> rest = rest(s, text);
            if (rest.isPresent() && (surely || MODEL_REST.matcher(rest.get()).matches())) {
                Meaning found = Meaning.of(s, text).model(Optional.of(text));
                return Optional.of(s.pattern().equals(CLAUDE + ".") ? inRegion(found, region) : profile(found, region));
            }
        }
        if (!surely) {
            return Optional.empty();
        }
        return signatures.of(Kind.MODEL_PREFIX, "bedrock/").stream()
                .findFirst()
                .map(s -> Meaning.of(s, text).model(Optional.of(text)))
                .map(m -> text.indexOf(HOLE) >= 0 ? m.opened() : inRegion(m, region));
    }

    private Optional<String> rest(Signature s, String text) {
        if (s.pattern().indexOf('{') >= 0 || !text.startsWith(s.pattern())) {
            return Optional.empty();
        }
        String rest = text.substring(s.pattern().length());
        if (s.vendors().isEmpty()) {
            return Optional.of(rest);
        }
        return s.vendors().stream()
                .filter(v -> rest.startsWith(v + "."))
                .findFirst()
                .map(v -> rest.substring(v.length() + 1));
    }

    private Meaning inRegion(Meaning m, Optional<String> region) {
        String offering = m.offering().orElse("");
        Meaning located =
                region.map(r -> m.at(locations.locate(offering, r), r)).orElse(m);
        Optional<String> within = signatures.lane(offering);
        return located.staying(
                within.isPresent() && region.isPresent()
                        ? locations.locate(within.get(), region.get()).deployment()
                        : Optional.empty());
    }

    /** The profile decides; a region outside it from which it may be called is added. */
    private Meaning profile(Meaning m, Optional<String> region) {
        Optional<String> source = region.map(Locations::plain)
                .filter(m.signature().joins()::contains)
                .filter(r -> outside(r, m.places()));
        if (source.isEmpty()) {
            return m;
        }
        List<String> all = new ArrayList<>(m.places());
        all.add(source.get());
        return m.places(all);
    }

    private boolean outside(String region, List<String> places) {
        List<Place> area = places.stream()
                .flatMap(p -> locations.areas().place(p).stream())
                .toList();
        return locations
                .region(region)
                .filter(r -> locations.areas().within(r, new Area(area)) != Containment.YES)
                .isPresent();
    }

    private Optional<Meaning> router(String text) {
        return signatures.of(Kind.MODEL_ID).stream()
                .filter(s -> s.pattern().contains("{model}") && !s.pattern().startsWith("arn:"))
                .filter(s -> pattern(s.pattern()).matcher(text).matches())
                .findFirst()
                .map(s -> Meaning.of(s, text).model(Optional.of(text)));
    }

    /** A region's name where an offering takes one. */
    public Meaning located(Signature s, String offering, String region) {
        Meaning plain = Meaning.of(s, region).offering(offering);
        if (region.indexOf(HOLE) >= 0) {
            return plain.opened();
        }
        Located located = locations.locate(offering, region);
        return lane(plain.at(located, region));
    }
}
