package domicile.scan;

import domicile.problem.InputFile;
import domicile.scan.iac.Expr;
import domicile.scan.iac.HclText;
import domicile.scan.tree.DotenvText;
import domicile.scan.tree.Interpolation.Value;
import domicile.scan.tree.Mark;
import domicile.scan.tree.Node;
import domicile.scan.tree.PropertiesText;
import domicile.scan.tree.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values of variables that a pipeline knows: a dotenv file, one of Terraform's, or properties. */
public final class GivenValues {
    private static final int MOST_BYTES = 2 * 1024 * 1024;

    private GivenValues() {}

    /**
     * Reads a file.
     *
     * @throws domicile.problem.ProblemException when it cannot be read
     */
    public static Map<String, Value> read(Path file) {
        String text = new String(InputFile.read(file, MOST_BYTES), StandardCharsets.UTF_8);
        String name = String.valueOf(file.getFileName());
        Map<String, Value> values = new LinkedHashMap<>();
        if (name.endsWith(".tfvars")) {
            try {
                for (HclText.Attribute a : HclText.read(text).attributes()) {
                    if (a.value() instanceof Expr.Literal(String literal, Mark mark)) {
                        values.put(a.name(), new Value(literal, name + ":" + mark.line(), false));
                    }
                }
            } catch (UnreadableException e) {
                throw ScanProblem.VALUES_UNREADABLE.because(
                        e, file.toString(), e.mark().line());
            }
            return values;
        }
        Node.Mapping all = name.endsWith(".properties") ? PropertiesText.read(text) : DotenvText.read(text);
        for (Node.Entry entry : all.entries()) {
            if (entry.value() instanceof Node.Scalar scalar) {
                values.put(
                        entry.key(),
                        new Value(scalar.text(), name + ":" + scalar.mark().line(), scalar.expands()));
            }
        }
        return values;
    }
}
