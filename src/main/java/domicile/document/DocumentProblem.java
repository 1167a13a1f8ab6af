package domicile.document;

import domicile.problem.Problem;

/** Why a clause of a document is not taken. */
public enum DocumentProblem implements Problem {
    CLAUSE_NOT_THERE,
    CLAUSE_NOT_ON_PAGE,
    CLAUSE_TWICE,
    CLAUSE_OF_SCAN
}
