package domicile.scan.signature;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A cited fact: this text means this offering, deployment and places.
 *
 * @param pattern what is compared: a host, a prefix of an id, a name; parts in braces stand for any text
 * @param service what is used where the register has no offering for it
 * @param deployment an id of the register; empty where it has none
 * @param places codes of areas; empty where the pages do not say
 * @param value the value of a field or an argument that it is about; empty for any
 * @param languages the languages of source files in which it counts; empty for all
 * @param fields the fields of a resource, the arguments of a constructor, or the fields that say a model's region
 * @param within the calls in which an argument counts; empty for all
 * @param vendors whose models a prefix may be followed by; empty for any
 * @param joins regions outside the places from which a profile may be called: they are added
 * @param account the area in which an Azure account has to lie
 * @param narrows whether the region that is written narrows an open-ended deployment of the register
 * @param alone whether a variable is a usage by itself
 * @param modelPrefix what is put before a model's id
 * @param requirement what a switch touches
 */
public record Signature(
        String id,
        Kind kind,
        String pattern,
        Optional<String> offering,
        Optional<String> service,
        Optional<String> deployment,
        List<String> places,
        Optional<String> value,
        List<String> languages,
        List<String> fields,
        List<String> within,
        List<String> vendors,
        List<String> joins,
        Optional<String> account,
        boolean narrows,
        boolean alone,
        String modelPrefix,
        Optional<String> requirement,
        List<String> sources,
        LocalDate read) {

    /** What kind of text it is. */
    public enum Kind {
        HOST,
        MODEL_ID,
        MODEL_PREFIX,
        REGION,
        SKU,
        RESOURCE,
        CONFIG_KEY,
        ENV_ENDPOINT,
        ENV_REGION,
        ENV_KEY,
        CONSTRUCTOR,
        PARAMETER,
        PACKAGE,
        SWITCH
    }

    /** Whether it counts in a language of source files. */
    public boolean in(String language) {
        return languages.isEmpty() || languages.contains(language);
    }
}
