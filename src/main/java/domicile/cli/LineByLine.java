package domicile.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.function.UnaryOperator;

/** Changes every line on its way. A line is whole when it ends, or when it is flushed. */
final class LineByLine extends Writer {
    private final Writer out;
    private final UnaryOperator<String> change;
    private final StringBuilder line = new StringBuilder();

    LineByLine(Writer out, UnaryOperator<String> change) {
        this.out = out;
        this.change = change;
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
        line.append(text, offset, length);
        int end = line.lastIndexOf("\n") + 1;
        out.write(change.apply(line.substring(0, end)));
        line.delete(0, end);
    }

    @Override
    public void flush() throws IOException {
        out.write(change.apply(line.toString()));
        line.setLength(0);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        flush();
        out.close();
    }
}
