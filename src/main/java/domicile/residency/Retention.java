package domicile.residency;

import java.util.Optional;

/**
 * For how long prompts and outputs are kept by default.
 *
 * @param days days, 0 when nothing is written
 * @param from the first day that this default is in force; empty when it always was
 * @param what what is kept, such as {@code API logs}
 */
public record Retention(int days, Optional<PublishedDate> from, String what, AppliesTo appliesTo) implements FactValue {
    public static final FactKind<Retention> FACT_KIND = FactKind.narrowable("retention", Retention.class, f -> {
        var days = f.needed("days", FieldType.whole(36_500), Retention::days);
        var from = f.identity(f.maybe("from", FieldType.PUBLISHED_DATE, Retention::from));
        var what = f.needed("what", FieldType.LINE, Retention::what);
        return in -> new Retention(in.get(days), in.get(from), in.get(what), FactKind.appliesTo(in));
    });

    @Override
    public FactKind<Retention> factKind() {
        return FACT_KIND;
    }

    @Override
    public String subject() {
        return FACT_KIND.id();
    }

    /** Of the whole offering. */
    public Retention(int days, Optional<PublishedDate> from, String what) {
        this(days, from, what, AppliesTo.WHOLE);
    }

    @Override
    public Retention applyingTo(AppliesTo part) {
        return new Retention(days, from, what, part);
    }

    @Override
    public boolean contradicts(FactValue other) {
        return other instanceof Retention r && days != r.days && key().equals(r.key());
    }
}
