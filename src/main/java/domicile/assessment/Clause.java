package domicile.assessment;

/** An order-form clause to insist on, and the requirement that it serves. */
public record Clause(Requirement requirement, Sentence text) {}
