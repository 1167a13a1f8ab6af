package domicile.assessment;

import domicile.problem.Problem;

/** Why an assessment cannot be made. */
public enum AssessmentProblem implements Problem {
    OFFERING_NOT_THAT_DAY
}
