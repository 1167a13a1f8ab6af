package domicile.desktop.kit;

import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * What a screen is made with.
 *
 * @param texts the words that all screens share
 * @param notices say what was done and take it back
 * @param openLink opens a web page in the browser
 * @param compared what is to be seen side by side: one screen asks for it, another shows it
 * @param pages which words are to be seen in their page, likewise
 */
public record ScreenContext(
        Frame frame,
        DesktopContext desk,
        Texts texts,
        Settings settings,
        Background background,
        Notices notices,
        Consumer<String> openLink,
        CompareRequests compared,
        PageRequests pages) {

    /** The day on which the window works. */
    public LocalDate today() {
        return LocalDate.now(desk.clock());
    }

    /** Whom changes are attributed to. */
    public static String who() {
        return System.getProperty("user.name", "unknown");
    }
}
