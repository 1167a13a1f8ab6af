package domicile.residency;

import domicile.problem.Problem;

/** What is wrong with a place or a fact. */
public enum FactProblem implements Problem {
    UNKNOWN_PLACE,
    MISSPELT_PLACE,
    LEVEL_WITHOUT_FEDRAMP
}
