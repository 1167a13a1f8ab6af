package domicile.problem;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hides passwords in what a person or a log may see: those of {@code scheme://user:password@host} and of parameters
 * such as {@code ?password=}, in capitals and percent-encoded too. Where a text does not tell how far a password goes,
 * more is hidden and not less.
 */
public final class Secrets {
    private static final String HIDDEN = "***";
    private static final String COLON = spelt(":");
    private static final String SLASH = spelt("/");
    private static final String EQUALS = "\\s*" + spelt("=") + "\\s*";
    private static final String CLOSING = "['\"”“»)\\]}]";

    private static final Pattern LINE = Pattern.compile("[^\r\n]+");
    private static final Pattern URL = Pattern.compile("(?i)jdbc" + COLON + "[a-z0-9]+" + COLON + SLASH
            + "*|(?<![a-z0-9+.-])[a-z][a-z0-9+.-]++" + COLON + SLASH + "{1,2}");
    private static final Pattern AFTER_USER = Pattern.compile("(?i)[^:/@\\s]*?" + COLON);
    /** Between the user and the password of a URL without slashes before them, as one database has it. */
    private static final Pattern AFTER_USER_SLASH = Pattern.compile("(?i)[^:/@\\s]+?" + SLASH);

    private static final Pattern AT = Pattern.compile("(?i)" + spelt("@"));
    private static final Pattern PORT = Pattern.compile("\\d{1,5}(?:[/,?;&\\s]|$)");
    private static final Pattern BEHIND_HOST = Pattern.compile("(?i)[?&;][\\w.%-]+" + EQUALS + "|:\\s");

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
        // in this order, as a password in a parameter may hold an @
        return users(parameters(line));
    }

    private static String users(String line) {
        StringBuilder shown = new StringBuilder();
        int done = 0;
        Matcher url = URL.matcher(line);
        while (url.find(done)) {
            int secret = afterUser(line, url.end(), line.charAt(url.end() - 1) == '/');
            int to = secret < 0 ? -1 : lastAt(line, secret);
            shown.append(line, done, Math.max(url.end(), secret)).append(to < 0 ? "" : HIDDEN);
            done = Math.max(Math.max(url.end(), secret), to);
        }
        return shown.append(line, done, line.length()).toString();
    }

    /** Where the password may begin that follows on a user's name; -1 where none does. */
    private static int afterUser(String line, int from, boolean slashes) {
        Matcher user = AFTER_USER.matcher(line).region(from, line.length());
        return user.lookingAt() || !slashes && user.usePattern(AFTER_USER_SLASH).lookingAt() ? user.end() : -1;
    }

    /** Where a password ends; -1 where there is none, but a port and what follows on it. */
    private static int lastAt(String line, int from) {
        boolean mayBeHost = line.charAt(from - 1) == '/'
                || PORT.matcher(line).region(from, line.length()).lookingAt();
        // behind a host and its port come words of a sentence, which may hold an @ too
        Matcher behind = BEHIND_HOST.matcher(line);
        int until = mayBeHost && behind.find(from) ? behind.start() : line.length();
        return AT.matcher(line)
                .results()
                .map(MatchResult::start)
                .filter(at -> at > from && at < until)
                .reduce(-1, (first, last) -> last);
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
