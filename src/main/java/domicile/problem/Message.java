package domicile.problem;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * What a program tells a person about input or storage, kept as a key and its arguments so that it can be said in any
 * language.
 *
 * @param key in the bundle {@code domicile.problem.Problems}
 * @param arguments texts and numbers, days, places in files, messages, refusals, and lists of which one is meant
 */
public record Message(String key, List<Object> arguments) {

    public Message {
        arguments = List.copyOf(arguments);
    }

    /** A message with these arguments. */
    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments));
    }

    /**
     * The message in a language; English where the language has no bundle. The root locale is that of the command line:
     * English, with days as ISO 8601.
     */
    public String in(Locale locale) {
        ResourceBundle bundle = bundle(locale);
        return new MessageFormat(bundle.getString(key), locale)
                .format(arguments.stream().map(a -> said(a, locale, bundle)).toArray());
    }

    static ResourceBundle bundle(Locale locale) {
        return Bundles.in("domicile.problem.Problems", locale);
    }

    /** As text, and safe to show: what is refused comes from anywhere. */
    private static String said(Object argument, Locale locale, ResourceBundle bundle) {
        return switch (argument) {
            case SourceLocation where -> where.in(locale);
            case Message message -> message.in(locale);
            case ProblemException refused -> refused.what(locale);
            case LocalDate day
            when !locale.equals(Locale.ROOT) ->
                Days.formatter(FormatStyle.MEDIUM, locale).format(day);
            case List<?> oneOf ->
                oneOf.stream()
                        .map(a -> said(a, locale, bundle))
                        .collect(Collectors.joining(" " + bundle.getString("or") + " "));
            default -> SafeText.shown(String.valueOf(argument));
        };
    }

    /** The message as the command line says it. */
    @Override
    public String toString() {
        return in(Locale.ROOT);
    }
}
