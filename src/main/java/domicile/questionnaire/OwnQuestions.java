package domicile.questionnaire;

import domicile.json.StrictJson;
import domicile.problem.DiskError;
import domicile.problem.FileProblem;
import domicile.problem.InputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** An organisation's own sections and questions: files like the shipped one, read after it. */
final class OwnQuestions {

    private OwnQuestions() {}

    static Questionnaire added(Questionnaire base, Path folder, Set<String> requirements) {
        if (!Files.isDirectory(folder)) {
            return base;
        }
        try (Stream<Path> files = Files.list(folder)) {
            Questionnaire all = base;
            for (Path file : files.filter(f -> f.toString().endsWith(".json"))
                    // the schema may lie beside the files, for an editor to find
                    .filter(f -> !f.toString().endsWith(".schema.json"))
                    .sorted()
                    .toList()) {
                all = added(all, file.toString(), InputFile.read(file, StrictJson.MAX_BYTES), requirements);
            }
            return all;
        } catch (IOException e) {
            throw FileProblem.FILE_UNREADABLE.because(e, folder.toString(), DiskError.said(e));
        }
    }

    static Questionnaire added(Questionnaire base, String name, byte[] bytes, Set<String> requirements) {
        Map<String, Questionnaire.Section> sections = new LinkedHashMap<>();
        base.sections().forEach(s -> sections.put(s.id(), s));
        QuestionnaireReader.read(base, name, bytes, requirements)
                .forEach(s -> sections.merge(s.id(), s, OwnQuestions::joined));
        return new Questionnaire(List.copyOf(sections.values()));
    }

    private static Questionnaire.Section joined(Questionnaire.Section first, Questionnaire.Section added) {
        return new Questionnaire.Section(
                first.id(),
                first.title(),
                Stream.concat(first.questions().stream(), added.questions().stream())
                        .toList());
    }
}
