package domicile.page;

/**
 * Where words stand on a page as it is shown, in points.
 *
 * @param page counted from 1
 * @param x of its left side, from the left side of the page
 * @param y of its upper side, from the upper side of the page
 */
public record Rectangle(int page, double x, double y, double width, double height) {}
