package domicile.residency;

/** The layer that a place is stated for. A place is never stored without one. */
public enum Layer {
    /** Where the response is generated. */
    INFERENCE,
    /** Where logs, abuse-monitoring buffers and persisted artefacts lie at rest. */
    STORAGE,
    /** Where tokenizers, classifiers, retrieval indexes and other side services run. */
    ENDPOINT_SERVICES
}
