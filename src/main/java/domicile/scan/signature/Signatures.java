package domicile.scan.signature;

import domicile.scan.signature.Signature.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalogue of signatures, with the pages that they are read from. */
public final class Signatures {
    private final String hash;
    private final List<Signature> all;
    private final Map<Kind, List<Signature>> byKind = new EnumMap<>(Kind.class);
    private final Map<Kind, Map<String, List<Signature>>> byPattern = new EnumMap<>(Kind.class);
    private final Map<String, SignatureSource> sources = new LinkedHashMap<>();
    private final Map<String, Signature> byId = new HashMap<>();
    private final Map<String, String> lanes;

    Signatures(String hash, List<SignatureSource> sources, List<Signature> all, Map<String, String> lanes) {
        this.hash = hash;
        this.all = List.copyOf(all);
        this.lanes = Map.copyOf(lanes);
        sources.forEach(s -> this.sources.put(s.id(), s));
        for (Signature s : all) {
            byId.put(s.id(), s);
            byKind.computeIfAbsent(s.kind(), k -> new ArrayList<>()).add(s);
            byPattern
                    .computeIfAbsent(s.kind(), k -> new HashMap<>())
                    .computeIfAbsent(s.pattern(), p -> new ArrayList<>())
                    .add(s);
        }
        // the longest prefix speaks
        for (List<Signature> same : byKind.values()) {
            same.sort(Comparator.comparingInt((Signature s) -> s.pattern().length())
                    .reversed());
        }
    }

    /** The catalogue that is shipped. */
    public static Signatures shipped() {
        return Shipped.SIGNATURES;
    }

    private static final class Shipped {
        static final Signatures SIGNATURES = SignatureFile.shipped();
    }

    /** {@code sha256:} and the hash of the file that they were read from. */
    public String hash() {
        return hash;
    }

    public List<Signature> all() {
        return all;
    }

    public List<Signature> of(Kind kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    /** Those of a kind whose pattern is this text. */
    public List<Signature> of(Kind kind, String pattern) {
        return byPattern.getOrDefault(kind, Map.of()).getOrDefault(pattern, List.of());
    }

    public Optional<Signature> signature(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<SignatureSource> source(String id) {
        return Optional.ofNullable(sources.get(id));
    }

    /** The pages that a signature is read from. */
    public List<SignatureSource> sourcesOf(Signature signature) {
        return signature.sources().stream().flatMap(id -> source(id).stream()).toList();
    }

    /** The offering that a lane is sold within: Claude on Bedrock is Bedrock too. */
    public Optional<String> lane(String offering) {
        return Optional.ofNullable(lanes.get(offering));
    }

    /** Every pair of a lane and what it is sold within. */
    public Map<String, String> lanes() {
        return lanes;
    }
}
