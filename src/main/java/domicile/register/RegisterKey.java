package domicile.register;

import domicile.problem.ProblemException;
import domicile.residency.Capture;
import domicile.residency.FactKinds;
import java.util.Locale;

/**
 * What identifies one part of a register across its versions.
 *
 * @param offering the offering's id for a fact; empty otherwise
 * @param key unique among the parts of one kind and offering: an id, a source's number, a place's code
 */
public record RegisterKey(Kind kind, String offering, String key) {
    /** What a part can be. */
    public enum Kind {
        COUNTRY,
        BLOC,
        REGION,
        ADEQUACY,
        SOURCE,
        PROVIDER,
        OFFERING,
        FACT,
        CONTROL,
        CAPTURE
    }

    /** A fact of an offering, by {@link domicile.residency.Fact#id()}. */
    public static RegisterKey fact(String offering, String fact) {
        return new RegisterKey(Kind.FACT, offering, fact);
    }

    /** An offering itself: its name, provider and operator. */
    public static RegisterKey offering(String id) {
        return new RegisterKey(Kind.OFFERING, "", id);
    }

    /** A numbered source. */
    public static RegisterKey source(int number) {
        return new RegisterKey(Kind.SOURCE, "", String.valueOf(number));
    }

    /** A capture of a source's page. */
    public static RegisterKey capture(Capture capture) {
        return new RegisterKey(Kind.CAPTURE, "", capture.source() + "/" + capture.day() + "/" + capture.sha256());
    }

    /** The offering that it belongs to or is; empty for a source, a place, a provider, a control or a capture. */
    public String about() {
        return kind == Kind.OFFERING ? key : offering;
    }

    /** The part that this one is a variant of, when sources disagree; itself otherwise. */
    RegisterKey withoutVariant() {
        int hash = kind == Kind.FACT ? key.lastIndexOf('#') : -1;
        return hash < 0 ? this : new RegisterKey(kind, offering, key.substring(0, hash));
    }

    /** The placement of the whole offering that this one is narrower than, by models or services; itself otherwise. */
    RegisterKey withoutUse() {
        int at = kind == Kind.FACT && key.startsWith("placement/") ? key.indexOf('@') : -1;
        return at < 0 ? this : new RegisterKey(kind, offering, key.substring(0, at));
    }

    /** How it is called on the command line: {@code groq:attestation/BAA}, {@code groq}, {@code source:25}. */
    public String text() {
        return switch (kind) {
            case OFFERING -> key;
            case FACT -> offering + ":" + key;
            case COUNTRY, BLOC, REGION, ADEQUACY, SOURCE, PROVIDER, CONTROL, CAPTURE ->
                kind.name().toLowerCase(Locale.ROOT) + ":" + key;
        };
    }

    /**
     * The reverse of {@link #text}.
     *
     * @throws ProblemException when it names no kind of part
     */
    public static RegisterKey parse(String text, FactKinds kinds) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return offering(text);
        }
        String before = text.substring(0, colon);
        String after = text.substring(colon + 1);
        if (kinds.ofFact(after).isPresent()) {
            return fact(before, after);
        }
        for (Kind kind : Kind.values()) {
            if (kind != Kind.FACT && kind.name().toLowerCase(Locale.ROOT).equals(before)) {
                return new RegisterKey(kind, "", after);
            }
        }
        throw RegisterProblem.NO_PART.at(text, text);
    }
}
