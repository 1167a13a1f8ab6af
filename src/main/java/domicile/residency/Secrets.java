package domicile.residency;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hides passwords in what a person or a log may see: those of {@code scheme://user:password@host} and of parameters such as {@code
 * ?password=}, in capitals and percent-encoded too. Where a text does not tell how far a password goes, more is hidden and not less.
 */
public final class Secrets {
    private static final String HIDDEN = "***";
    private static final String COLON = spelt(":");
    private static final String SLASH = spelt("/");
    private static final String EQUALS = "\\s*" + spelt("=") + "\\s*";
    private static final String CLOSING = "['\"”“»)\\]}]";

    private static final Pattern LINE = Pattern.compile("[^\r\n]+");
    private static final Pattern URL = Pattern.compile("(?i)jdbc" + COLON + "[a-z0-9]+" + COLON + SLASH
            + "*|(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*+" + COLON + SLASH + SLASH);
    /** What stands between a user and a password. A slash does so in the URLs of one database. */
    private static final Pattern AFTER_USER = Pattern.compile("(?i)^[^:/@\\s]*?(" + COLON + "|" + SLASH + ")");

    private static final Pattern AT = Pattern.compile("(?i)" + spelt("@"));
    private static final Pattern PORT = Pattern.compile("\\d{1,5}(?:[/,?;&\\s]|$)");
    private static final Pattern PARAMETER = Pattern.compile("(?i)[?&;][\\w.%-]+" + EQUALS);

    private static final Pattern SECRET = Pattern.compile("(?i)(?:"
            + Stream.of("pass", "pwd", "secret", "token", "credential")
                    .map(Secrets::spelt)
                    .collect(Collectors.joining("|"))
            + ")[\\w.%-]*?" + EQUALS);
    private static final Pattern END = Pattern.compile(
            "(?i)[&;][\\w.%-]+" + EQUALS + "|" + CLOSING + "*[:;]\\s|" + CLOSING + "+[,.]?\\s|" + CLOSING + "*$");
    private static final Pattern END_OF_WORD = Pattern.compile(END + "|" + CLOSING + "*[,.]?\\s");

    private Secrets() {}

    /** The text with every password in it replaced. */
    public static String hidden(String text) {
        boolean may = text.indexOf('=') >= 0 || text.indexOf('@') >= 0 || text.indexOf('%') >= 0;
        return may ? LINE.matcher(text).replaceAll(l -> Matcher.quoteReplacement(line(l.group()))) : text;
    }

    private static String line(String line) {
        return parameters(users(line));
    }

    private static String users(String line) {
        StringBuilder shown = new StringBuilder();
        Matcher url = URL.matcher(line);
        int done = 0;
        int from = url.find() ? url.end() : line.length();
        while (from < line.length()) {
            int to = url.find() ? url.start() : line.length();
            shown.append(line, done, from).append(user(line.substring(from, to)));
            done = to;
            from = to < line.length() ? url.end() : to;
        }
        return shown.append(line, done, line.length()).toString();
    }

    /** What follows on a URL's scheme. */
    private static String user(String rest) {
        Matcher user = AFTER_USER.matcher(rest);
        if (!user.find()) {
            return rest;
        }
        boolean slash = !user.group(1).equals(":")
                && !user.group(1).toLowerCase(Locale.ROOT).endsWith("3a");
        boolean mayBeHost =
                slash || PORT.matcher(rest).region(user.end(), rest.length()).lookingAt();
        Matcher parameter = PARAMETER.matcher(rest);
        int until = mayBeHost && parameter.find() ? parameter.start() : rest.length();
        return AT.matcher(rest)
                .results()
                .map(MatchResult::start)
                .filter(at -> at >= user.end() && at < until)
                .reduce((first, last) -> last)
                .map(at -> rest.substring(0, user.end()) + HIDDEN + rest.substring(at))
                .orElse(rest);
    }

    private static String parameters(String line) {
        StringBuilder shown = new StringBuilder();
        int done = 0;
        Matcher secret = SECRET.matcher(line);
        while (secret.find(done)) {
            boolean inUrl = URL.matcher(line).region(0, secret.start()).find();
            // a space ends a word; in a URL that was typed it may be part of the password
            Matcher end = (inUrl ? END : END_OF_WORD).matcher(line);
            int to = end.find(secret.end()) ? end.start() : line.length();
            shown.append(line, done, secret.end()).append(HIDDEN);
            done = Math.max(to, secret.end());
        }
        return shown.append(line, done, line.length()).toString();
    }

    /** A pattern for a word of which every sign may be percent-encoded, once or several times. */
    private static String spelt(String word) {
        return word.chars()
                .mapToObj(c -> "(?:" + Pattern.quote(Character.toString(c)) + "|%(?:25)*"
                        + hex(Character.toLowerCase(c)) + "|%(?:25)*" + hex(Character.toUpperCase(c)) + ")")
                .collect(Collectors.joining());
    }

    private static String hex(int c) {
        return String.format(Locale.ROOT, "%02x", c);
    }
}
