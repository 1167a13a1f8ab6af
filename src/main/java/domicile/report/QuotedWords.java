package domicile.report;

import domicile.page.PageText;
import domicile.page.QuoteFinder;
import domicile.problem.ProblemException;
import domicile.problem.Sha256;
import domicile.register.Captures;
import domicile.residency.Capture;
import domicile.residency.Register;
import domicile.source.Pages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the words that a report cites in the captures that are in hand: in its archive, or in a register. */
final class QuotedWords {
    private final List<Capture> known;
    private final Map<String, byte[]> packed;
    private final Optional<Kept> kept;
    private final Map<String, Optional<QuoteFinder>> finders = new HashMap<>();

    /** The captures of a register. */
    record Kept(Register register, Captures captures) {}

    /**
     * @param known what the report says of its captures
     * @param packed the captures of its archive by their names, which are their hashes
     */
    QuotedWords(List<Capture> known, Map<String, byte[]> packed, Optional<Kept> kept) {
        this.known = known;
        this.packed = packed;
        this.kept = kept;
    }

    Verification.State state(Verification.Quoted quoted) {
        List<Capture> registered = kept.map(k -> k.register().captures()).orElse(List.of()).stream()
                .filter(c -> of(c, quoted))
                .toList();
        if (!registered.isEmpty() && registered.stream().noneMatch(Capture::inHand)) {
            return Verification.State.WITHDRAWN;
        }
        byte[] bytes = packed.get(quoted.capture());
        if (bytes != null && !Sha256.hex(bytes).equals(quoted.capture())) {
            return Verification.State.PAGE_ALTERED;
        }
        if (bytes == null) {
            Optional<Capture> here = registered.stream()
                    .filter(c -> kept.orElseThrow().captures().has(c))
                    .findFirst();
            if (here.isEmpty()) {
                return Verification.State.PAGE_NOT_IN_HAND;
            }
            try {
                bytes = kept.orElseThrow().captures().bytes(here.get());
            } catch (ProblemException altered) {
                return Verification.State.PAGE_ALTERED;
            }
        }
        return stands(quoted, bytes, registered) ? Verification.State.FOUND : Verification.State.NOT_FOUND;
    }

    private static boolean of(Capture capture, Verification.Quoted quoted) {
        return capture.source() == quoted.source() && capture.sha256().equals(quoted.capture());
    }

    private boolean stands(Verification.Quoted quoted, byte[] bytes, List<Capture> registered) {
        List<Capture> described =
                new ArrayList<>(known.stream().filter(c -> of(c, quoted)).toList());
        described.addAll(registered);
        return finders.computeIfAbsent(
                        quoted.capture(), sha -> text(bytes, described).map(QuoteFinder::new))
                .flatMap(finder -> finder.look(quoted.exact(), quoted.row()))
                .isPresent();
    }

    /** The text of a page; empty where it cannot be read. */
    private static Optional<PageText> text(byte[] bytes, List<Capture> described) {
        try {
            return Optional.of(Pages.read(
                    bytes,
                    described.stream().map(Capture::mediaType).findFirst().orElse(""),
                    described.stream().map(Capture::name).findFirst().orElse("")));
        } catch (ProblemException broken) {
            return Optional.empty();
        }
    }
}
