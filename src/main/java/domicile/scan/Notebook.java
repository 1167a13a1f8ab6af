package domicile.scan;

import domicile.scan.tree.JsonText;
import domicile.scan.tree.Mark;
import domicile.scan.tree.Node;
import domicile.scan.tree.UnreadableException;
import java.util.ArrayList;
import java.util.List;

/** The code cells of a notebook, with the lines of the file that theirs stand in. */
final class Notebook {

    /** A cell of code. */
    record Cell(String text, List<Mark> lines) {
        /** A place of the cell as a place of the file. */
        Mark placed(Mark inside) {
            Mark line = lines.get(Math.min(inside.line(), lines.size()) - 1);
            return new Mark(line.line(), line.column() + inside.column());
        }

        Found placed(Found usage) {
            return usage.at(placed(usage.mark()));
        }
    }

    private Notebook() {}

    /** The cells; none where the file is no JSON, which the reader of the file has said. */
    static List<Cell> cells(String text) {
        try {
            List<Cell> cells = new ArrayList<>();
            JsonText.read(text)
                    .flatMap(root -> Node.at(root, "cells"))
                    .filter(Node.Sequence.class::isInstance)
                    .map(Node.Sequence.class::cast)
                    .ifPresent(all -> all.items().forEach(cell -> code(cell, cells)));
            return cells;
        } catch (UnreadableException e) {
            return List.of();
        }
    }

    private static void code(Node cell, List<Cell> cells) {
        boolean code = Node.text(cell, "cell_type")
                .filter(t -> t.text().equals("code"))
                .isPresent();
        Node source = Node.at(cell, "source").orElse(new Node.Sequence(List.of(), cell.mark()));
        if (!code) {
            return;
        }
        switch (source) {
            case Node.Scalar one -> cells.add(new Cell(one.text(), List.of(one.mark())));
            case Node.Sequence lines -> {
                StringBuilder text = new StringBuilder();
                List<Mark> marks = new ArrayList<>();
                for (Node line : lines.items()) {
                    if (line instanceof Node.Scalar scalar) {
                        marks.add(scalar.mark());
                        text.append(scalar.text());
                    }
                }
                if (!marks.isEmpty()) {
                    cells.add(new Cell(text.toString(), marks));
                }
            }
            case Node.Mapping m -> {}
        }
    }
}
