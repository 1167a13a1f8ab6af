package domicile.scan;

import domicile.scan.Project.Document;
import domicile.scan.tree.Interpolation;
import domicile.scan.tree.Interpolation.Value;
import domicile.scan.tree.Node;
import domicile.scan.tree.Resolved;
import java.util.List;
import java.util.Optional;

/** The values that a file of parameters gives to the ARM or Bicep template beside it. */
final class ParameterFile {
    private static final String SUFFIX = ".parameters.json";

    private final Project project;
    private final Optional<Document> file;

    ParameterFile(Project project, SourceFile template) {
        this.project = project;
        String name = template.name();
        String stem = name.substring(0, name.lastIndexOf('.'));
        this.file = List.of(stem + SUFFIX, "main" + SUFFIX).stream()
                .map(template::beside)
                .flatMap(path -> project.document(path).stream())
                .findFirst();
    }

    /** The value of a parameter: one that a pipeline gives, or the file's. */
    Optional<Resolved> value(String name) {
        Optional<Value> given = project.given(name);
        if (given.isPresent()) {
            return Optional.of(
                    new Resolved(given.get().text(), List.of(given.get().place()), false, Optional.empty()));
        }
        return file.flatMap(document -> document.roots().stream()
                .flatMap(root -> Node.text(root, "parameters", name, "value").stream())
                .findFirst()
                .map(scalar -> resolved(document, scalar)));
    }

    private Resolved resolved(Document document, Node.Scalar scalar) {
        return Interpolation.of(scalar.text(), name -> project.value(document.file(), List.of(), name), false)
                .through(document.file().place(scalar.mark()), false);
    }
}
