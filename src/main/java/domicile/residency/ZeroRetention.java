package domicile.residency;

/** Whether zero data retention can be had, and how. */
public record ZeroRetention(Zdr zdr, AppliesTo appliesTo) implements FactValue {
    public static final FactKind<ZeroRetention> FACT_KIND = FactKind.narrowable("zdr", ZeroRetention.class, f -> {
        var zdr = f.needed("zdr", FieldType.choice(Zdr.class), ZeroRetention::zdr);
        return in -> new ZeroRetention(in.get(zdr), FactKind.appliesTo(in));
    });

    @Override
    public FactKind<ZeroRetention> factKind() {
        return FACT_KIND;
    }

    @Override
    public String subject() {
        return FACT_KIND.id();
    }

    /** Of the whole offering. */
    public ZeroRetention(Zdr zdr) {
        this(zdr, AppliesTo.WHOLE);
    }

    @Override
    public ZeroRetention applyingTo(AppliesTo part) {
        return new ZeroRetention(zdr, part);
    }

    /** How zero data retention is obtained. */
    public enum Zdr {
        STATELESS,
        DEFAULT,
        ADDENDUM,
        APPROVAL,
        ENTERPRISE,
        CONFIGURABLE,
        VERIFY,
        NOT_OFFERED;

        /** Whether a buyer can obtain it, or has it: anything but {@link #VERIFY} and {@link #NOT_OFFERED}. */
        public boolean obtainable() {
            return switch (this) {
                case STATELESS, DEFAULT, ADDENDUM, APPROVAL, ENTERPRISE, CONFIGURABLE -> true;
                case VERIFY, NOT_OFFERED -> false;
            };
        }
    }
}
