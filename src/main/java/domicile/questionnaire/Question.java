package domicile.questionnaire;

import domicile.residency.Workload;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One question.
 *
 * @param help how to answer
 * @param why why it is asked
 * @param when when it matters
 * @param feeds the field of the workload that it fills; empty for a question that is only recorded
 * @param requirements the ids of the requirements that it sets
 * @param controls the ids of the framework controls that it answers
 * @param options what can be chosen, for {@link Type#CHOICE} and {@link Type#MULTI}
 */
public record Question(
        String id,
        Type type,
        Words title,
        Words help,
        Words why,
        Condition when,
        Optional<Feeds> feeds,
        List<String> requirements,
        List<String> controls,
        List<Option> options) {

    public Question {
        requirements = List.copyOf(requirements);
        controls = List.copyOf(controls);
        options = List.copyOf(options);
    }

    /** How a question is answered. */
    public enum Type {
        TEXT,
        DATE,
        NUMBER,
        YES_NO,
        CHOICE,
        MULTI,
        AREA,
        OFFERINGS,
        WORDS
    }

    /** The fields of a workload that answers fill. */
    public enum Feeds {
        NAME,
        STARTS_ON,
        DATA_CATEGORIES,
        MODEL_FAMILIES,
        MODELS,
        INFERENCE,
        STORAGE,
        ENDPOINT_SERVICES,
        CERTIFICATIONS,
        FEDRAMP_LEVEL,
        DPA_REQUIRED,
        RETENTION_MAX_DAYS,
        TRAINING_REUSE,
        SERVICES,
        EXCLUDED_JURISDICTIONS,
        CANDIDATES;

        /**
         * Whether a question may go without an answer and leave nothing undecided: a workload that names no model is
         * assessed as such.
         */
        public boolean mayGoUnsaid() {
            return this == MODELS;
        }

        /**
         * The part of the workload on which a verdict rests; none for the name, and for the candidates, who are
         * assessed one by one.
         */
        public Optional<Workload.Part> part() {
            return switch (this) {
                case NAME, CANDIDATES -> Optional.empty();
                case STARTS_ON -> Optional.of(Workload.Part.STARTS_ON);
                case DATA_CATEGORIES -> Optional.of(Workload.Part.DATA_CATEGORIES);
                case MODEL_FAMILIES -> Optional.of(Workload.Part.MODEL_FAMILIES);
                case MODELS -> Optional.of(Workload.Part.MODELS);
                case INFERENCE -> Optional.of(Workload.Part.INFERENCE);
                case STORAGE -> Optional.of(Workload.Part.STORAGE);
                case ENDPOINT_SERVICES -> Optional.of(Workload.Part.ENDPOINT_SERVICES);
                case CERTIFICATIONS -> Optional.of(Workload.Part.CERTIFICATIONS);
                case FEDRAMP_LEVEL -> Optional.of(Workload.Part.FEDRAMP_LEVEL);
                case DPA_REQUIRED -> Optional.of(Workload.Part.DPA_REQUIRED);
                case RETENTION_MAX_DAYS -> Optional.of(Workload.Part.RETENTION_MAX_DAYS);
                case TRAINING_REUSE -> Optional.of(Workload.Part.TRAINING_REUSE);
                case SERVICES -> Optional.of(Workload.Part.SERVICES);
                case EXCLUDED_JURISDICTIONS -> Optional.of(Workload.Part.EXCLUDED_JURISDICTIONS);
            };
        }
    }

    /** Something to choose. */
    public record Option(String value, Words label) {}

    /**
     * A text in several languages.
     *
     * @param byLanguage by ISO 639-1 code; English is always there
     */
    public record Words(Map<String, String> byLanguage) {
        public Words {
            byLanguage = Map.copyOf(byLanguage);
        }

        /** The text in a language; English where there is none. */
        public String in(Locale locale) {
            String english = byLanguage.getOrDefault("en", "");
            return byLanguage.getOrDefault(locale.getLanguage(), english);
        }
    }
}
