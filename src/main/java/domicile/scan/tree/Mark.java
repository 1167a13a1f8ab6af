package domicile.scan.tree;

/** A place in a file: line and column count from 1, columns in characters. */
public record Mark(int line, int column) {
    /** The place as far down as a text lies in another. */
    public Mark below(Mark outer, int indent) {
        return new Mark(outer.line() + line, column + indent);
    }
}
