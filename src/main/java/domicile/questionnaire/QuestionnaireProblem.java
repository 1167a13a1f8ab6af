package domicile.questionnaire;

import domicile.problem.Problem;

/** What is wrong with a questionnaire or with answers to it. */
public enum QuestionnaireProblem implements Problem {
    UNKNOWN_OFFERING,
    UNKNOWN_MODEL,
    MISSING_LANGUAGE,
    BAD_CONDITION,
    LATER_QUESTION,
    UNKNOWN_OPTION,
    NO_OPTIONS_HERE,
    BAD_ANSWER
}
