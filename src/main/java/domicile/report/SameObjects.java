package domicile.report;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * Whether what two documents hold is equal, whatever their objects are numbered and however they are compressed. A page
 * is looked at for itself: where something points to one, it has to be the page of the same number.
 */
final class SameObjects {
    /** No stream of a report holds more. */
    static final int MOST_BYTES = 64 * 1024 * 1024;

    private static final Set<COSName> HOW_A_STREAM_IS_KEPT =
            Set.of(COSName.LENGTH, COSName.FILTER, COSName.DECODE_PARMS, COSName.DL);

    private final Map<COSBase, Integer> pages = new IdentityHashMap<>();

    SameObjects(PDDocument one, PDDocument other) {
        number(one);
        number(other);
    }

    private void number(PDDocument document) {
        int number = 0;
        for (PDPage page : document.getPages()) {
            pages.put(page.getCOSObject(), number++);
        }
    }

    private record Pair(COSBase one, COSBase other) {
        @Override
        public boolean equals(Object o) {
            return o instanceof Pair(COSBase its, COSBase others) && one == its && other == others;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(one) + System.identityHashCode(other);
        }
    }

    /** Whether two objects, and all that they point to, are equal. */
    boolean same(Optional<COSBase> one, Optional<COSBase> other) {
        return one.isPresent() == other.isPresent()
                && (one.isEmpty() || same(one.orElseThrow(), other.orElseThrow(), Set.of()));
    }

    /**
     * As {@link #same(Optional, Optional)}.
     *
     * @param aside keys of the two dictionaries that are not compared
     */
    boolean same(COSBase one, COSBase other, Set<COSName> aside) {
        Set<Pair> seen = new HashSet<>();
        Deque<Pair> open = new ArrayDeque<>();
        if (!compare(one, other, aside, open)) {
            return false;
        }
        while (!open.isEmpty()) {
            Pair pair = open.pop();
            if (seen.add(pair)) {
                Integer page = pages.get(pair.one());
                Integer its = pages.get(pair.other());
                if (page != null || its != null) {
                    if (page == null || !page.equals(its)) {
                        return false;
                    }
                } else if (!compare(pair.one(), pair.other(), Set.of(), open)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean compare(COSBase one, COSBase other, Set<COSName> aside, Deque<Pair> open) {
        return switch (one) {
            case COSDictionary mine ->
                other instanceof COSDictionary its && dictionaries(mine, its, aside, open) && streams(mine, its);
            case COSArray mine -> other instanceof COSArray its && arrays(mine, its, open);
            case COSNumber mine -> other instanceof COSNumber its && mine.floatValue() == its.floatValue();
            default -> one.equals(other);
        };
    }

    private static boolean dictionaries(COSDictionary one, COSDictionary other, Set<COSName> aside, Deque<Pair> open) {
        Set<COSName> keys = keys(one);
        if (!without(keys, aside).equals(without(keys(other), aside))) {
            return false;
        }
        for (COSName key : without(keys, aside)) {
            open.push(new Pair(in(one, key).orElseThrow(), in(other, key).orElseThrow()));
        }
        return true;
    }

    private static Set<COSName> without(Set<COSName> keys, Set<COSName> aside) {
        return keys.stream().filter(k -> !aside.contains(k)).collect(Collectors.toSet());
    }

    private static boolean arrays(COSArray one, COSArray other, Deque<Pair> open) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            open.push(new Pair(at(one, i), at(other, i)));
        }
        return true;
    }

    private static boolean streams(COSDictionary one, COSDictionary other) {
        if (one instanceof COSStream mine && other instanceof COSStream its) {
            Optional<byte[]> bytes = bytes(mine);
            return bytes.isPresent()
                    && bytes(its)
                            .filter(b -> Arrays.equals(b, bytes.orElseThrow()))
                            .isPresent();
        }
        return !(one instanceof COSStream) && !(other instanceof COSStream);
    }

    /** What a stream holds; empty when it is damaged or larger than any. */
    static Optional<byte[]> bytes(COSStream stream) {
        try (InputStream in = stream.createInputStream()) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            return bytes.length > MOST_BYTES ? Optional.empty() : Optional.of(bytes);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The keys of a dictionary that have a value, apart from how it is kept. */
    static Set<COSName> keys(COSDictionary dictionary) {
        return dictionary.keySet().stream()
                .filter(k -> !(dictionary instanceof COSStream && HOW_A_STREAM_IS_KEPT.contains(k)))
                .filter(k -> in(dictionary, k).isPresent())
                .collect(Collectors.toSet());
    }

    /** What stands under a key. */
    static Optional<COSBase> in(COSDictionary dictionary, COSName key) {
        return Optional.of(object(Optional.ofNullable(dictionary.getItem(key)))).filter(o -> !(o instanceof COSNull));
    }

    /** What stands in an array. */
    static COSBase at(COSArray array, int index) {
        return object(Optional.ofNullable(array.get(index)));
    }

    private static COSBase object(Optional<COSBase> item) {
        return item.flatMap(i -> i instanceof COSObject to ? Optional.ofNullable(to.getObject()) : Optional.of(i))
                .orElse(COSNull.NULL);
    }
}
