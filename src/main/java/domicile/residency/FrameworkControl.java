package domicile.residency;

import java.util.List;

/**
 * A control of a published framework that a requirement answers.
 *
 * @param id with the framework and its version, such as {@code CAIQ-4.1.0:DSP-19.1}
 * @param framework such as {@code CAIQ}
 * @param version such as {@code 4.1.0}
 * @param title our own short title
 * @param requirements the requirement ids that answer it; empty when only questions do
 */
public record FrameworkControl(String id, String framework, String version, String title, List<String> requirements) {
    public FrameworkControl {
        requirements = List.copyOf(requirements);
    }
}
