package domicile.residency;

/** Who sells or operates offerings. */
public record Provider(String id, String name) {}
