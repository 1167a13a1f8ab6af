package domicile.desktop.kit;

/**
 * Something that can be done by its name.
 *
 * @param group what kind of thing it is, such as an offering
 */
public record Command(String group, String name, Runnable run) {}
