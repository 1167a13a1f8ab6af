package domicile.desktop.kit;

import java.util.List;

/** After how many minutes without use an encrypted register is locked; 0 for never. */
public record IdleMinutes(Settings settings) {
    /** What can be chosen. */
    public static final List<Integer> CHOICES = List.of(5, 15, 60, 0);

    private static final String SETTING = "idle.minutes";
    private static final int USUAL = 15;

    public double get() {
        return settings.number(SETTING, USUAL);
    }

    public void put(int minutes) {
        settings.put(SETTING, String.valueOf(minutes));
        settings.save();
    }

    /** A choice in words. */
    public static String said(int minutes, Texts texts) {
        return minutes == 0 ? texts.get("lock.never") : texts.get("lock.after", minutes);
    }
}
