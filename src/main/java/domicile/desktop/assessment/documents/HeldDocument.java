package domicile.desktop.assessment.documents;

/** A file that is kept for an offering, under the hash of its bytes. */
record HeldDocument(String sha256, String name, String offering) {}
