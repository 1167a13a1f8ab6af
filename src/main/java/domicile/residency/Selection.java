package domicile.residency;

/** How a buyer obtains a deployment or a storage placement. */
public enum Selection {
    /** What a buyer gets without asking. */
    DEFAULT,
    /** What a buyer chooses by a setting, an endpoint or a region. */
    SELECTABLE,
    /** What has to be agreed in a contract. */
    BY_CONTRACT,
    /** What is set up for one buyer alone. */
    DEDICATED,
    /** A data centre is named; whether a buyer can pin it is not published. */
    UNSTATED
}
