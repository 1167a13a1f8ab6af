package domicile.scan.iac;

import domicile.scan.tree.Mark;
import java.util.List;
import java.util.Optional;

/** An expression of Terraform or Bicep, as far as it is followed. */
public sealed interface Expr {

    Mark mark();

    /** A text, a number or a truth value. */
    record Literal(String text, Mark mark) implements Expr {}

    /** A text with expressions in it. */
    record Template(List<Expr> parts, Mark mark) implements Expr {
        public Template {
            parts = List.copyOf(parts);
        }
    }

    /** A name with what is taken of it: {@code var.sku}, {@code each.value.model}. */
    record Ref(List<String> path, Mark mark) implements Expr {
        public Ref {
            path = List.copyOf(path);
        }

        @Override
        public String toString() {
            return String.join(".", path);
        }
    }

    /** What a key takes of a map: {@code local.skus[var.environment]}, and what is taken of that. */
    record Index(Expr map, Expr key, List<String> rest, Mark mark) implements Expr {
        public Index {
            rest = List.copyOf(rest);
        }
    }

    /** An object or a map. */
    record Obj(List<Pair> pairs, Mark mark) implements Expr {
        public Obj {
            pairs = List.copyOf(pairs);
        }

        /** The value of a key. */
        public Optional<Expr> get(String key) {
            return pairs.stream()
                    .filter(p -> p.key().equals(key))
                    .map(Pair::value)
                    .findFirst();
        }
    }

    /** A key of an object with its value. */
    record Pair(String key, Mark mark, Expr value) {}

    /** A list. */
    record Items(List<Expr> all, Mark mark) implements Expr {
        public Items {
            all = List.copyOf(all);
        }
    }

    /** A function's call. */
    record Apply(String function, List<Expr> arguments, Mark mark) implements Expr {
        public Apply {
            arguments = List.copyOf(arguments);
        }
    }

    /** What is not followed: a condition, an operator, a loop. */
    record Other(String text, Mark mark) implements Expr {}
}
