package domicile.scan.iac;

import domicile.scan.tree.Interpolation;
import domicile.scan.tree.Mark;
import domicile.scan.tree.Resolved;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a value was found by: places, defaults, and the first name that has none. */
final class Trace {

    private final List<String> via = new ArrayList<>();
    private final Set<String> variables = new HashSet<>();
    private boolean byDefault;
    private Optional<String> unresolved = Optional.empty();
    private int steps;

    /** What a trace has come to. */
    record Summary(List<String> via, boolean byDefault, Set<String> variables) {
        /** The file of the last place. */
        Optional<String> lastFile() {
            return via.isEmpty()
                    ? Optional.empty()
                    : Optional.of(via.getLast().substring(0, via.getLast().lastIndexOf(':')));
        }
    }

    Summary summary() {
        return new Summary(List.copyOf(via), byDefault, Set.copyOf(variables));
    }

    /** Goes on from what another has come to. */
    void add(Summary other) {
        via.addAll(other.via());
        byDefault |= other.byDefault();
        variables.addAll(other.variables());
    }

    /** Whether one step more may be taken: references may go round in a circle. */
    boolean step() {
        return ++steps <= Resolved.MOST_STEPS;
    }

    void through(String file, Mark mark) {
        via.add(file + ":" + mark.line());
    }

    void through(String place) {
        via.add(place);
    }

    void defaulted() {
        byDefault = true;
    }

    /** A variable of a root folder that has a part in it. */
    void asks(String variable) {
        variables.add(variable);
    }

    Set<String> variables() {
        return variables;
    }

    void missing(String name) {
        if (unresolved.isEmpty()) {
            unresolved = Optional.of(name);
        }
    }

    /** What an expression that was followed to its end says. */
    Resolved resolved(Expr end) {
        if (end instanceof Expr.Literal(String text, Mark mark)) {
            return new Resolved(
                    text, via, byDefault, text.indexOf(Interpolation.HOLE) < 0 ? Optional.empty() : unresolved);
        }
        missing(String.valueOf(name(end)));
        return new Resolved(String.valueOf(Interpolation.HOLE), via, byDefault, unresolved);
    }

    static String name(Expr end) {
        return switch (end) {
            case Expr.Ref ref -> ref.toString();
            case Expr.Apply apply -> apply.function() + "()";
            case Expr.Other other -> other.text();
            case Expr.Literal literal -> literal.text();
            case Expr.Template template -> "template";
            case Expr.Index index -> name(index.map()) + "[" + name(index.key()) + "]";
            case Expr.Obj object -> "object";
            case Expr.Items items -> "list";
        };
    }
}
