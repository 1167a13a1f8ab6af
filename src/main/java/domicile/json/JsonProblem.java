package domicile.json;

import domicile.problem.Problem;

/** What is wrong with a text that shall be JSON, or with a value in it, whatever the document is. */
public enum JsonProblem implements Problem {
    NOT_UTF8,
    BYTE_ORDER_MARK,
    EMPTY_FILE,
    NOT_JSON,
    CUT_OFF,
    TRAILING_CONTENT,
    BEYOND_LIMITS,
    DUPLICATE_FIELD,
    WRONG_SCHEMA,
    UNKNOWN_FIELD,
    MISSING_FIELD,
    WRONG_TYPE,
    EMPTY_LIST,
    BLANK_TEXT,
    BLANK_EDGE,
    TEXT_TOO_LONG,
    UNSAFE_CHARACTER,
    MARKUP,
    BAD_ID,
    BAD_CODE,
    BAD_DATE,
    FUTURE_DATE,
    BAD_URL,
    UNKNOWN_VALUE,
    OUT_OF_RANGE,
    DUPLICATE
}
