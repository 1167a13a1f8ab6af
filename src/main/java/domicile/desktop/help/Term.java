package domicile.desktop.help;

/** The words of the domain that the help explains, each with where its meaning comes from. */
public enum Term {
    OFFERING(Origin.PAGE),
    PROVIDER(Origin.PAGE),
    OPERATOR(Origin.OWN),
    DEPLOYMENT(Origin.OWN),
    UNSTATED(Origin.OWN),
    OPEN_ENDED(Origin.OWN),
    LAYER(Origin.PAGE),
    INFERENCE(Origin.PAGE),
    STORAGE(Origin.PAGE),
    ENDPOINT_SERVICES(Origin.PAGE),
    BLOC("EU: Treaty on European Union, Article 52; EEA: Agreement on the European Economic Area, Article 126"),
    AS_OF(Origin.OWN),
    SOURCE(Origin.OWN),
    CAPTURE(Origin.OWN),
    ROLE(Origin.OWN),
    APPROVAL(Origin.OWN),
    COPY(Origin.OWN),
    QUOTE("W3C, Web Annotation Data Model, Text Quote Selector; what counts of it: Domicile"),
    FIRST_HAND(Origin.OWN),
    SECOND_HAND(Origin.OWN),
    CONFLICT(Origin.OWN),
    REGISTER_RECORD(Origin.PAGE),
    ZDR(Origin.PAGE),
    RETENTION(Origin.PAGE),
    TRAINING(Origin.PAGE),
    BAA("HIPAA Privacy and Security Rules, 45 CFR 164.502(e), 164.504(e), 164.314(a)"),
    PHI("HIPAA, 45 CFR 160.103"),
    DPA("GDPR, Regulation (EU) 2016/679, Article 28(3)"),
    SCC("GDPR Article 46(2)(c); Commission Implementing Decision (EU) 2021/914"),
    SOC2("AICPA, Trust Services Criteria (TSP section 100)"),
    ISO_27001("ISO/IEC 27001:2022"),
    ISO_42001("ISO/IEC 42001:2023"),
    CSA_STAR("Cloud Security Alliance, STAR programme, level 2"),
    FEDRAMP("FedRAMP; impact levels after FIPS 199"),
    FEDRAMP_BOUNDARY("FedRAMP; authorization boundary after NIST SP 800-37 Revision 2"),
    FEDRAMP_20X("FedRAMP, 20x programme"),
    CORPORATE_TIE(Origin.PAGE),
    WORKLOAD(Origin.OWN),
    MODEL_AND_SERVICE(Origin.OWN),
    EVIDENCE(Origin.OWN),
    GOVERNING_DOCUMENT(Origin.OWN),
    COUNTING_DOCUMENT(Origin.OWN),
    TYPED_DOCUMENT(Origin.OWN),
    VENDOR_ANSWER(Origin.OWN),
    ASSESSMENT(Origin.OWN),
    ARCHIVE(Origin.OWN),
    UNVERIFIED(Origin.OWN),
    UNDECIDED(Origin.OWN),
    NOTHING_ASKED(Origin.OWN),
    FAILURE_MODE(Origin.PAGE),
    STALE(Origin.OWN),
    PACK(Origin.OWN),
    ENCRYPTED(Origin.OWN),
    CHAIN(Origin.OWN),
    USAGE(Origin.OWN),
    SIGNATURE(Origin.OWN),
    BASELINE(Origin.OWN),
    TREE(Origin.OWN);

    /** Where a meaning comes from, when it is not a standard. */
    public enum Origin {
        /** Domicile's own word. */
        OWN,
        /** The page that the first register was compiled from. */
        PAGE
    }

    private final Object source;

    Term(Origin origin) {
        this.source = origin;
    }

    Term(String standard) {
        this.source = standard;
    }

    /** The standard or law, as it is cited in every language, or the origin, whose text a bundle has. */
    Object source() {
        return source;
    }
}
