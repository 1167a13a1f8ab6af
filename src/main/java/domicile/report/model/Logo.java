package domicile.report.model;

import domicile.problem.InputFile;
import domicile.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A picture that is fit to stand on every kind of paper: PNG or JPEG, of a size that no program that opens a report
 * chokes on. Its head is read before its pixels, so that a small file that claims a huge picture is refused unread.
 */
public final class Logo {
    private static final int MOST_BYTES = 1024 * 1024;
    private static final int MOST_PIXELS_A_SIDE = 4000;
    private static final double BOX_WIDTH = 220;
    private static final double BOX_HEIGHT = 48;

    private final byte[] bytes;
    private final Type type;
    private final int width;
    private final int height;

    /** What a logo can be. */
    public enum Type {
        PNG,
        JPEG;

        /** The ending of a file's name, without the dot. */
        public String ending() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The media type. */
        public String media() {
            return "image/" + ending();
        }
    }

    private Logo(byte[] bytes, Type type, int width, int height) {
        this.bytes = bytes;
        this.type = type;
        this.width = width;
        this.height = height;
    }

    /**
     * Reads a logo.
     *
     * @throws ProblemException when it is missing, too large, or no picture of a type that there is
     */
    public static Logo read(Path file) {
        return of(InputFile.read(file, MOST_BYTES, ReportProblem.LOGO_TOO_LARGE), file.toString());
    }

    /**
     * A logo from its bytes.
     *
     * @param where the bytes lie, for messages
     */
    public static Logo of(byte[] bytes, String where) {
        Type type = type(bytes, where);
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(type.name());
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if (width > MOST_PIXELS_A_SIDE || height > MOST_PIXELS_A_SIDE) {
                    throw ReportProblem.LOGO_TOO_MANY_PIXELS.at(where, width, height);
                }
                // whoever opens the report will read all of it: a picture that breaks off shows here
                reader.read(0);
                return new Logo(bytes, type, width, height);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw ReportProblem.LOGO_BROKEN.because(e, where);
        }
    }

    private static Type type(byte[] bytes, String where) {
        if (starts(bytes, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return Type.PNG;
        }
        if (starts(bytes, 0xFF, 0xD8, 0xFF)) {
            return Type.JPEG;
        }
        throw ReportProblem.NO_PICTURE.at(where);
    }

    private static boolean starts(byte[] bytes, int... signature) {
        byte[] expected = new byte[signature.length];
        for (int i = 0; i < signature.length; i++) {
            expected[i] = (byte) signature[i];
        }
        return bytes.length > signature.length && Arrays.equals(Arrays.copyOf(bytes, signature.length), expected);
    }

    /** The file as it was read. */
    public byte[] bytes() {
        return bytes.clone();
    }

    public Type type() {
        return type;
    }

    /** As the source of an image that needs no second file. */
    public String dataUri() {
        return "data:" + type.media() + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }

    /** How wide it stands on paper and screen, in CSS pixels: in its own proportions, inside a box. */
    public int width() {
        return Math.max(1, (int) Math.round(width * scale()));
    }

    /** How high it stands, in CSS pixels. */
    public int height() {
        return Math.max(1, (int) Math.round(height * scale()));
    }

    private double scale() {
        return Math.min(BOX_WIDTH / width, BOX_HEIGHT / height);
    }
}
