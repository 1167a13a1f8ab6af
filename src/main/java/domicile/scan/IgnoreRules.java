package domicile.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What {@code .domicileignore} leaves out: the syntax of {@code .gitignore}, the last rule that fits decides. */
final class IgnoreRules {
    private record Rule(Pattern pattern, boolean foldersOnly, boolean again) {}

    private final List<Rule> rules = new ArrayList<>();

    /**
     * Adds the lines of a file.
     *
     * @param folder where the file lies; empty for the root
     */
    void add(String folder, String text) {
        for (String raw : text.split("\\R")) {
            String line = raw.endsWith("\\ ") ? raw : raw.stripTrailing();
            boolean again = line.startsWith("!");
            String rule = again || line.startsWith("\\#") || line.startsWith("\\!") ? line.substring(1) : line;
            if (line.startsWith("#") || rule.isBlank()) {
                continue;
            }
            boolean folders = rule.endsWith("/");
            String path = folders ? rule.substring(0, rule.length() - 1) : rule;
            boolean anchored = path.indexOf('/') >= 0;
            String glob = path.startsWith("/") ? path.substring(1) : path;
            String prefix = folder.isEmpty() ? "" : Pattern.quote(folder + "/");
            rules.add(new Rule(Pattern.compile(prefix + (anchored ? "" : "(?:.*/)?") + regex(glob)), folders, again));
        }
    }

    private static String regex(String glob) {
        StringBuilder regex = new StringBuilder();
        int i = 0;
        while (i < glob.length()) {
            char c = glob.charAt(i);
            if (glob.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 3;
            } else if (glob.startsWith("/**", i) && i + 3 == glob.length()) {
                regex.append("/.+");
                i += 3;
            } else if (c == '*') {
                regex.append("[^/]*");
                i += glob.startsWith("**", i) ? 2 : 1;
            } else if (c == '?') {
                regex.append("[^/]");
                i++;
            } else if (c == '[' && glob.indexOf(']', i + 2) > 0) {
                int end = glob.indexOf(']', i + 2);
                String inside = glob.substring(i + 1, end)
                        .replace("\\", "\\\\")
                        .replace("[", "\\[")
                        .replace("&&", "&\\&");
                regex.append('[')
                        .append(inside.startsWith("!") ? "^" + inside.substring(1) : inside)
                        .append(']');
                i = end + 1;
            } else if (c == '\\' && i + 1 < glob.length()) {
                regex.append(Pattern.quote(String.valueOf(glob.charAt(i + 1))));
                i += 2;
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
                i++;
            }
        }
        return regex.toString();
    }

    /** Whether a path is left out. */
    boolean ignores(String path, boolean folder) {
        boolean ignored = false;
        for (Rule rule : rules) {
            if ((folder || !rule.foldersOnly()) && rule.pattern().matcher(path).matches()) {
                ignored = !rule.again();
            }
        }
        return ignored;
    }
}
