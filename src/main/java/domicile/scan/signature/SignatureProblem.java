package domicile.scan.signature;

import domicile.problem.Problem;

/** Why a file of signatures is refused. */
public enum SignatureProblem implements Problem {
    UNKNOWN_SIGNATURE_SOURCE,
    UNKNOWN_SIGNATURE_PLACE,
    SIGNATURE_OF_NOTHING
}
