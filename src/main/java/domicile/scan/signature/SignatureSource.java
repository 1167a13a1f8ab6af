package domicile.scan.signature;

/** A page that states what signatures say. */
public record SignatureSource(String id, String publisher, String url) {}
