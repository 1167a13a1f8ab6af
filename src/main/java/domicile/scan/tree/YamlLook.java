package domicile.scan.tree;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A look at YAML that holds nothing of interest: whether it is written so plainly that nothing can be wrong with it,
 * with blocks, plain and quoted values on one line, and block texts. The parser takes its time, and is asked about all
 * else.
 */
final class YamlLook {
    private static final Pattern KEY = Pattern.compile("([A-Za-z0-9_][A-Za-z0-9_./-]*+):(?: ++(.*+))?+");
    private static final Pattern VALUE =
            Pattern.compile("[A-Za-z0-9_/.][^#:]*+(?::[^#: ][^#:]*+)*+|\"[^\"\\\\]*+\"|'[^']*+'|\\[]|\\{}");
    private static final Pattern BLOCK = Pattern.compile("[|>][+-]?");

    private record Level(int indent, boolean sequence) {}

    private final Deque<Level> levels = new ArrayDeque<>();
    // whether what stands above waits for a value
    private boolean open = true;
    // the lines of a block text stand further in than this; -1 outside of one
    private int textBelow = -1;
    private int textAt = -1;

    private YamlLook() {}

    /** Whether nothing can be wrong with it. */
    static boolean plain(String text) {
        if (text.indexOf('\t') >= 0) {
            return false;
        }
        YamlLook look = new YamlLook();
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            String line = text.substring(at, end < 0 ? text.length() : end);
            if (!look.line(line.isBlank() ? line.replace("\r", "") : line.stripTrailing())) {
                return false;
            }
            at = end < 0 ? text.length() : end + 1;
        }
        return true;
    }

    private boolean line(String line) {
        int indent = 0;
        while (indent < line.length() && line.charAt(indent) == ' ') {
            indent++;
        }
        if (indent == line.length()) {
            return indent == 0 || textBelow < 0;
        }
        if (textBelow >= 0 && indent > textBelow) {
            // the first line of a block text says how far in all of it stands
            textAt = textAt < 0 ? indent : textAt;
            return indent >= textAt;
        }
        textBelow = -1;
        textAt = -1;
        String rest = line.substring(indent);
        if (rest.startsWith("#")) {
            return true;
        }
        if (rest.equals("---") && indent == 0) {
            levels.clear();
            open = true;
            return true;
        }
        while (rest.startsWith("- ")) {
            if (!enter(indent, true)) {
                return false;
            }
            open = true;
            String after = rest.substring(2).stripLeading();
            indent += rest.length() - after.length();
            rest = after;
        }
        Matcher key = KEY.matcher(rest);
        if (key.matches()) {
            return enter(indent, false) && value(key.group(2) == null ? "" : key.group(2), indent);
        }
        // a value by itself: an item of the sequence that was entered just now
        boolean item = open
                && !levels.isEmpty()
                && levels.getFirst().sequence()
                && levels.getFirst().indent() < indent;
        return item && !rest.isEmpty() && value(rest, indent);
    }

    private boolean value(String value, int indent) {
        open = value.isEmpty();
        if (BLOCK.matcher(value).matches()) {
            textBelow = levels.getFirst().indent();
            return levels.getFirst().indent() <= indent;
        }
        return open || VALUE.matcher(value).matches();
    }

    /** Whether an entry may stand here, and goes on a level that is open or begins one below what waits for a value. */
    private boolean enter(int indent, boolean sequence) {
        while (!levels.isEmpty() && levels.getFirst().indent() > indent) {
            levels.removeFirst();
        }
        if (levels.isEmpty() || levels.getFirst().indent() < indent) {
            levels.addFirst(new Level(indent, sequence));
            return open;
        }
        if (levels.getFirst().sequence() == sequence) {
            return true;
        }
        if (sequence) {
            // a list may stand as far left as its key
            levels.addFirst(new Level(indent, true));
            return open;
        }
        levels.removeFirst();
        return !levels.isEmpty()
                && levels.getFirst().indent() == indent
                && !levels.getFirst().sequence();
    }
}
