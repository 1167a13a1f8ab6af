package domicile.scan;

import domicile.scan.signature.Signature;
import domicile.scan.signature.Signatures;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether bytes hold any text that a signature needs, in one pass (Aho and Corasick): a file without one is not read
 * further. Letters count whatever their case.
 */
final class Needles {
    private static final int MANY = 64;
    private static final List<String> CALLS = List.of(
            "responses.create",
            "responses.parse",
            "completions.create",
            "prompt_cache_retention",
            "cachepoint",
            "/v1/conversations");

    private final byte[] classes = new byte[256];
    private final int[] next;
    private final boolean[] ends;

    Needles(Collection<String> words) {
        Set<String> small = new TreeSet<>();
        words.forEach(w -> small.add(w.toLowerCase(Locale.ROOT)));
        int known = 1;
        int states = 1;
        for (String word : small) {
            states += word.length();
            for (byte b : word.getBytes(StandardCharsets.US_ASCII)) {
                if (classes[b] == 0) {
                    classes[b] = (byte) known++;
                }
            }
        }
        if (known > MANY) {
            throw new IllegalStateException(known + " kinds of characters");
        }
        for (int c = 'a'; c <= 'z'; c++) {
            classes[c - 'a' + 'A'] = classes[c];
        }
        next = new int[states * MANY];
        ends = new boolean[states];
        Arrays.fill(next, -1);
        int made = 1;
        for (String word : small) {
            int state = 0;
            for (byte b : word.getBytes(StandardCharsets.US_ASCII)) {
                int at = state * MANY + classes[b];
                if (next[at] < 0) {
                    next[at] = made++;
                }
                state = next[at];
            }
            ends[state] = true;
        }
        link(states);
    }

    /** The words of a catalogue. */
    static Needles of(Signatures signatures) {
        List<String> words = new ArrayList<>(CALLS);
        for (Signature s : signatures.all()) {
            switch (s.kind()) {
                case RESOURCE -> words.add(afterCloud(literal(s.pattern())));
                case HOST, PACKAGE, ENV_KEY, ENV_ENDPOINT, ENV_REGION -> words.add(literal(s.pattern()));
                case MODEL_ID -> {
                    if (s.vendors().isEmpty()) {
                        words.add(literal(s.pattern()));
                    } else {
                        s.vendors().forEach(v -> words.add(s.pattern() + v + "."));
                    }
                }
                case MODEL_PREFIX -> words.add(s.pattern());
                case CONFIG_KEY -> words.add(telling(s.pattern()));
                case CONSTRUCTOR -> words.add(client(s.pattern()));
                case PARAMETER ->
                    words.addAll(
                            s.within().isEmpty()
                                    ? List.of(s.pattern())
                                    : s.within().stream().map(Needles::client).toList());
                case SWITCH -> {
                    if (!s.pattern().contains("=")) {
                        words.add(s.pattern());
                    }
                }
                case REGION, SKU -> {}
            }
        }
        // a package's name in a statement differs from the one under which it is published
        words.add("genai");
        return new Needles(words);
    }

    /** Code imports a cloud's package under a name of its own. */
    private static String afterCloud(String resource) {
        boolean code = resource.startsWith("azure.") || resource.startsWith("azure-native.");
        return code ? resource.substring(resource.indexOf('.') + 1) : resource;
    }

    /** The part of a client's name that is no common word. */
    private static String client(String name) {
        return name.equals("genai.Client") ? "genai" : longest(name, "\\.");
    }

    /** The part of a key that is no common word. */
    private static String telling(String key) {
        return Arrays.stream(key.split("\\."))
                .filter(p ->
                        p.contains("openai") || p.contains("open-ai") || p.contains("bedrock") || p.contains("OpenAI"))
                .findFirst()
                .orElseGet(() -> longest(key, "\\."));
    }

    private static String literal(String pattern) {
        return longest(pattern, "\\{[^}]*}");
    }

    private static String longest(String text, String separator) {
        return Arrays.stream(text.split(separator))
                .filter(p -> !p.contains("*"))
                .max(java.util.Comparator.comparingInt(String::length))
                .orElse(text);
    }

    private void link(int states) {
        int[] fails = new int[states];
        Deque<Integer> queue = new ArrayDeque<>();
        for (int c = 0; c < MANY; c++) {
            if (next[c] < 0) {
                next[c] = 0;
            } else {
                queue.add(next[c]);
            }
        }
        while (!queue.isEmpty()) {
            int state = queue.remove();
            ends[state] |= ends[fails[state]];
            for (int c = 0; c < MANY; c++) {
                int to = next[state * MANY + c];
                int failed = next[fails[state] * MANY + c];
                if (to < 0) {
                    next[state * MANY + c] = failed;
                } else {
                    fails[to] = failed;
                    queue.add(to);
                }
            }
        }
    }

    /** Whether any of the words stands in the bytes. */
    boolean in(byte[] bytes) {
        int state = 0;
        for (byte b : bytes) {
            state = next[state * MANY + classes[b & 0xFF]];
            if (ends[state]) {
                return true;
            }
        }
        return false;
    }
}
