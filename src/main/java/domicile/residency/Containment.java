package domicile.residency;

/** Whether something lies inside a required area: three answers, never two. Ordered from worst to best. */
public enum Containment {
    NO,
    MAYBE,
    YES
}
