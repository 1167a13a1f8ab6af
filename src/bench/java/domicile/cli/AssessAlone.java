package domicile.cli;

import domicile.assessment.Assessment;
import domicile.assessment.Assessor;
import domicile.assessment.Freshness;
import domicile.json.StrictJson;
import domicile.problem.InputFile;
import domicile.questionnaire.WorkloadFile;
import domicile.register.RegisterStore;
import domicile.residency.Register;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Assesses files as {@code domicile assess} does, each read twice, and writes nothing: what JSON is measured against. */
final class AssessAlone {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    private AssessAlone() {}

    public static void main(String[] files) {
        try (RegisterStore store = RegisterStore.open(System.getenv("DOMICILE_REGISTER"), Clock.systemUTC())) {
            Register register = store.asOf(DAY);
            List<PackedFile> packed = new ArrayList<>();
            for (String file : files) {
                byte[] bytes = InputFile.read(Path.of(file), StrictJson.MAX_BYTES);
                WorkloadFile.read(file, bytes, register);
                packed.add(PackedFile.of(file, bytes));
            }
            long offerings = 0;
            for (PackedFile file : packed) {
                Assessment a = Assessor.assess(
                        WorkloadFile.read(file.name(), file.bytes(), register), register, DAY, Freshness.DEFAULT);
                offerings += a.offerings().size();
            }
            if (offerings == 0) {
                throw new IllegalStateException("nothing was assessed");
            }
        }
    }
}
