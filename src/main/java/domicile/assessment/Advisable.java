package domicile.assessment;

import domicile.residency.Workload;
import domicile.residency.Workload.DataCategory;
import java.util.ArrayList;
import java.util.List;

/** What a workload had better ask. An assessment names those that it does not: they change no verdict. */
public enum Advisable {
    DATA_CATEGORIES,
    TRAINING_REUSE,
    RETENTION,
    STORAGE_LOCATION,
    ENDPOINT_SERVICES_LOCATION;

    /** What a workload does not ask although it is advisable, in the order of the constants. */
    public static List<Advisable> notAsked(Workload w) {
        List<Advisable> missing = new ArrayList<>();
        if (w.dataCategories().isEmpty()) {
            missing.add(DATA_CATEGORIES);
        }
        boolean publicAlone = w.dataCategories().equals(List.of(DataCategory.PUBLIC));
        if (!publicAlone && w.trainingReuse().isEmpty()) {
            missing.add(TRAINING_REUSE);
        }
        if (!publicAlone && w.retentionMaxDays().isEmpty()) {
            missing.add(RETENTION);
        }
        if (w.inference().isPresent() && w.storage().isEmpty()) {
            missing.add(STORAGE_LOCATION);
        }
        if (w.inference().isPresent() && w.endpointServices().isEmpty()) {
            missing.add(ENDPOINT_SERVICES_LOCATION);
        }
        return List.copyOf(missing);
    }
}
