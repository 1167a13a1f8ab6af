package domicile.cli;

import domicile.problem.ProblemException;
import domicile.register.CopyMerge;
import domicile.register.CopyMerge.Keep;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What {@code --keep} says: which side counts.
 *
 * @param about the id of a conflict or of an assessment; empty for everything that is listed
 */
record Kept(String about, Keep side) {

    /** {@code COPY}, {@code SERVER}, or one of them behind an id. */
    static final class Read implements ITypeConverter<Kept> {
        @Override
        public Kept convert(String value) {
            int equals = value.lastIndexOf('=');
            return Arrays.stream(Keep.values())
                    .filter(side -> side.name().equalsIgnoreCase(value.substring(equals + 1)) && equals != 0)
                    .findFirst()
                    .map(side ->
                            new Kept(value.substring(0, Math.max(0, equals)).toLowerCase(Locale.ROOT), side))
                    .orElseThrow(() -> new TypeConversionException(
                            "expected COPY, SERVER, ID=COPY or ID=SERVER but was '" + value + "'"));
        }
    }

    /** What is decided of all that is listed; an id that is not there decides nothing, and is refused. */
    static Map<String, Keep> decisions(List<Kept> all, List<CopyMerge.Merged> listed) {
        Map<String, Keep> said = new HashMap<>();
        for (Kept kept : all) {
            Optional.ofNullable(said.put(kept.about(), kept.side()))
                    .filter(before -> before != kept.side())
                    .ifPresent(before -> {
                        throw new ProblemException(
                                "both sides are to count" + (kept.about().isEmpty() ? "" : " for " + kept.about()),
                                "--keep",
                                "say one");
                    });
        }
        Set<String> unknown = new HashSet<>(said.keySet());
        unknown.remove("");
        Map<String, Keep> decisions = new HashMap<>();
        for (CopyMerge.Merged merged : listed) {
            String assessment = merged.id().toString();
            unknown.remove(assessment);
            for (CopyMerge.Decided conflict : merged.conflicts()) {
                unknown.remove(conflict.id());
                Optional.ofNullable(said.get(conflict.id()))
                        .or(() -> Optional.ofNullable(said.get(assessment)))
                        .or(() -> Optional.ofNullable(said.get("")))
                        .ifPresent(side -> decisions.put(conflict.id(), side));
            }
        }
        unknown.stream().sorted().findFirst().ifPresent(id -> {
            throw new ProblemException(
                    "nothing that both have answered is called '" + id + "'",
                    "--keep",
                    "name an id that the command lists without --keep; what was answered meanwhile has another one");
        });
        return decisions;
    }
}
