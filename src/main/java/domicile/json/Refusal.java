package domicile.json;

import domicile.residency.InputException;
import java.text.MessageFormat;
import java.util.ResourceBundle;

/** Why a text that was read is refused. Every constant has a sentence and a remedy in the bundle {@code Refusals}. */
public enum Refusal {
    FILE_MISSING,
    FILE_UNREADABLE,
    FILE_TOO_LARGE,
    PACK_TOO_LARGE,
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
    DUPLICATE,
    DUPLICATE_FACT,
    UNKNOWN_SOURCE,
    DAY_FOR_EACH_SOURCE,
    UNKNOWN_PLACE,
    UNKNOWN_COUNTRY,
    UNKNOWN_PROVIDER,
    UNKNOWN_DEPLOYMENT,
    UNKNOWN_OFFERING,
    LEVEL_WITHOUT_FEDRAMP,
    MISSING_LANGUAGE,
    BAD_CONDITION,
    UNKNOWN_OPTION,
    NO_OPTIONS_HERE;

    /** The refusal as an exception, at a place, with the arguments of its sentences. */
    public InputException at(String where, Object... arguments) {
        return new InputException(text("what", arguments), where, text("remedy", arguments));
    }

    /** As {@link #at}, with what caused it for the log. */
    public InputException because(Throwable cause, String where, Object... arguments) {
        return new InputException(text("what", arguments), where, text("remedy", arguments), cause);
    }

    private String text(String part, Object... arguments) {
        String pattern = ResourceBundle.getBundle("domicile.json.Refusals").getString(name() + "." + part);
        Object[] shown = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            shown[i] = SafeText.shown(String.valueOf(arguments[i]));
        }
        return MessageFormat.format(pattern, shown);
    }
}
