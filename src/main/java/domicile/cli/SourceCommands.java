package domicile.cli;

import domicile.problem.ProblemException;
import domicile.register.RegisterKey;
import domicile.register.RegisterStore;
import domicile.residency.Capture;
import domicile.residency.Citation;
import domicile.residency.Fact;
import domicile.residency.Register;
import domicile.residency.Source;
import domicile.source.SourceProblem;
import java.util.ArrayList;
import java.util.List;

/** What the commands of {@code domicile source} share: finding a source, a capture, a fact. */
final class SourceCommands {

    private SourceCommands() {}

    /** The source with a number. */
    static Source source(Register register, int number) {
        return register.source(number)
                .orElseThrow(() -> new ProblemException(
                        "the register has no source " + number + " on " + register.asOf(),
                        String.valueOf(number),
                        "see 'domicile source list' for what it has"));
    }

    /** The sources with these numbers; all where none is named. */
    static List<Source> sources(Register register, List<Integer> numbers) {
        List<Source> sources = new ArrayList<>();
        numbers.forEach(n -> sources.add(source(register, n)));
        return numbers.isEmpty() ? register.sources() : sources;
    }

    /** The newest capture of a source. */
    static Capture newest(Register register, int source) {
        return register.capture(source).orElseThrow(() -> SourceProblem.NO_CAPTURE.at("source " + source, source));
    }

    /** The capture of a source whose hash begins so; the newest where none is named. */
    static Capture capture(Register register, int source, String hash) {
        String digits = hash.replaceFirst("^sha256:", "");
        if (digits.isEmpty()) {
            return newest(register, source);
        }
        List<Capture> found = register.captures().stream()
                .filter(c -> c.source() == source && c.sha256().startsWith(digits))
                .toList();
        if (found.stream().map(Capture::sha256).distinct().count() != 1) {
            throw new ProblemException(
                    (found.isEmpty() ? "no" : "more than one") + " capture of source " + source + " begins with "
                            + hash,
                    "source " + source,
                    "see 'domicile source list " + source + "' for their hashes");
        }
        return found.getLast();
    }

    /** The fact that a text names. */
    static Fact<?> fact(Register register, RegisterKey part, RegisterStore store) {
        return register.offering(part.offering())
                .flatMap(o -> o.facts().stream()
                        .filter(f -> f.id().equals(part.key()))
                        .findFirst())
                .orElseThrow(() -> new ProblemException(
                        "the register has no fact " + part.text() + " on " + register.asOf(),
                        store.where(),
                        "see 'domicile register history' for what it has"));
    }

    /** The source that a fact's quote is to come from: the one that is named, or the only one whose page is in hand. */
    static int quoted(Register register, RegisterKey part, Fact<?> fact, List<Integer> named) {
        if (!named.isEmpty()) {
            return source(register, named.getFirst()).number();
        }
        List<Integer> cited = fact.citations().stream().map(Citation::source).toList();
        List<Integer> inHand =
                cited.stream().filter(n -> register.capture(n).isPresent()).toList();
        if (inHand.isEmpty()) {
            throw SourceProblem.NO_CAPTURE.at(part.text(), cited.getFirst());
        }
        if (inHand.size() > 1) {
            throw SourceProblem.SOURCE_UNSAID.at(part.text(), inHand.toString());
        }
        return inHand.getFirst();
    }
}
