package domicile.page;

import domicile.problem.Problem;
import java.util.Optional;

/** Why the text of a page cannot be read. */
public enum PageProblem implements Problem {
    PAGE_FORMAT,
    PAGE_BROKEN,
    PAGE_ENCRYPTED,
    PAGE_PASSWORD,
    PAGE_WITHOUT_TEXT,
    PAGE_NEEDS_SCRIPTS,
    PAGE_TOO_LONG,
    QUOTE_NOT_THERE,
    QUOTE_TWICE;

    /** Why a locked file stays so: no password is given, or another one than its own. */
    static PageProblem locked(Optional<String> password) {
        return password.isEmpty() ? PAGE_ENCRYPTED : PAGE_PASSWORD;
    }
}
