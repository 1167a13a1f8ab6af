package domicile.desktop.maintenance;

import domicile.problem.SafeText;
import domicile.residency.Citation;
import domicile.residency.Offering;
import domicile.residency.Place;
import domicile.residency.PublishedDate;
import domicile.residency.Register;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What stands against saving a draft, field by field, before the register is asked, which checks everything again. */
final class DraftCheck {
    /** Where what is wrong with all citations together is told. */
    static final String CITATIONS = "citations";

    static final String WHY = "why";

    private static final Pattern ID = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,62}[a-z0-9])?");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,6}");
    private static final Pattern PUBLISHED = Pattern.compile("[0-9]{4}-[0-9]{2}(-[0-9]{2})?");

    private final Draft before;
    private final Draft after;
    private final Register register;
    private final LocalDate today;
    private final Map<String, Wrong> wrong = new LinkedHashMap<>();

    /** A sentence of the bundle with its arguments. */
    record Wrong(String key, List<Object> arguments) {}

    private DraftCheck(Draft before, Draft after, Register register, LocalDate today) {
        this.before = before;
        this.after = after;
        this.register = register;
        this.today = today;
    }

    /** The field, row or part of the form, and what is wrong there; empty when it can be saved. */
    static Map<String, Wrong> of(Draft before, Draft after, Register register, LocalDate today) {
        DraftCheck check = new DraftCheck(before, after, register, today);
        after.shape().fields().forEach(check::field);
        check.rows();
        check.pagesSaySo();
        check.why();
        return check.wrong;
    }

    /** As {@link #of}, for something that is taken out: only the page that no longer says so, and why. */
    static Map<String, Wrong> ofRemoval(Draft before, Draft after, Register register, LocalDate today) {
        DraftCheck check = new DraftCheck(before, after, register, today);
        check.rows();
        check.oneWasRead();
        check.why();
        return check.wrong;
    }

    /** The name of a row of citations. */
    static String row(int at) {
        return "citation-" + at;
    }

    private void wrong(String field, String key, Object... arguments) {
        wrong.putIfAbsent(field, new Wrong(key, List.of(arguments)));
    }

    private void field(Field field) {
        String said = after.field(field.name());
        if (said.isEmpty()) {
            if (field.needed()) {
                wrong(field.name(), "problem.needed");
            }
            return;
        }
        switch (field.input()) {
            case LINE, WORDS -> words(field.name(), said);
            case ID -> id(field.name(), said);
            case IDS -> after.items(field.name()).forEach(i -> id(field.name(), i));
            case NAMES -> after.items(field.name()).forEach(n -> words(field.name(), n));
            case MODELS -> said.lines().filter(l -> !l.isBlank()).forEach(l -> model(field.name(), l));
            case DEPLOYMENTS -> after.items(field.name()).forEach(d -> deployment(field.name(), d));
            case PLACES ->
                after.items(field.name()).stream()
                        .filter(c -> register.areas().place(c).isEmpty())
                        .forEach(c -> wrong(field.name(), "problem.place", c));
            case COUNTRY -> {
                if (register.areas()
                        .place(said)
                        .filter(Place.Country.class::isInstance)
                        .isEmpty()) {
                    wrong(field.name(), "problem.country", said);
                }
            }
            case WHOLE -> {
                if (!WHOLE.matcher(said).matches()) {
                    wrong(field.name(), "problem.whole");
                }
            }
            case PUBLISHED_DATE -> published(field.name(), said);
            case ADDRESS -> address(field.name(), said);
            case FLAG, PROVIDER, CHOICE -> {
                // Chosen from what there is.
            }
        }
        if (field.name().equals("level") && !after.field("kind").equals("FEDRAMP")) {
            wrong(field.name(), "problem.level");
        }
    }

    private void words(String field, String said) {
        if (SafeText.firstUnsafe(said.replaceAll("\\R", " ")).isPresent() || SafeText.holdsMarkup(said)) {
            wrong(field, "problem.plain");
        } else if (said.length() > SafeText.MAX_LENGTH) {
            wrong(field, "problem.long", SafeText.MAX_LENGTH);
        }
    }

    private void id(String field, String said) {
        if (!ID.matcher(said).matches()) {
            wrong(field, "problem.id", said);
        }
    }

    private void model(String field, String line) {
        Optional<ModelLine> model = ModelLine.parse(line);
        if (model.isEmpty()) {
            wrong(field, "problem.model", line.strip());
        }
        model.ifPresent(m -> {
            id(field, m.id());
            id(field, m.family());
            m.until().ifPresent(u -> published(field, u));
            m.cited().forEach(c -> {
                if (register.source(c.source()).isEmpty()) {
                    wrong(field, "problem.page", c.source());
                } else if (c.read().isAfter(today)) {
                    wrong(field, "problem.future");
                }
            });
        });
    }

    private void deployment(String field, String id) {
        boolean there = register.offering(after.offering()).map(Offering::deployments).orElse(List.of()).stream()
                .anyMatch(d -> d.value().id().equals(id));
        if (!there) {
            wrong(field, "problem.deployment", id);
        }
    }

    private void published(String field, String said) {
        try {
            if (PUBLISHED.matcher(said).matches()) {
                new PublishedDate(said).latest();
                return;
            }
        } catch (DateTimeException e) {
            // Told below, as what has another form.
        }
        wrong(field, "problem.published", said);
    }

    private void address(String field, String said) {
        try {
            URI uri = new URI(said);
            if (("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null) {
                return;
            }
        } catch (URISyntaxException e) {
            // Told below, as what is no address.
        }
        wrong(field, "problem.address");
    }

    private void rows() {
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < after.cited().size(); i++) {
            Draft.Cited cited = after.cited().get(i);
            boolean alone = after.cited().size() == 1;
            if (cited.source().isEmpty() && (alone || cited.read().isPresent())) {
                wrong(row(i), "edit.needs.source");
            } else if (cited.source().isPresent() && cited.read().isEmpty()) {
                wrong(row(i), "edit.needs.read");
            } else if (cited.read().filter(today::isBefore).isPresent()) {
                wrong(row(i), "problem.future");
            } else if (cited.source().filter(s -> !seen.add(s)).isPresent()) {
                wrong(row(i), "problem.twice");
            }
        }
        if (after.citations().isEmpty() && wrong.keySet().stream().noneMatch(k -> k.startsWith("citation-"))) {
            wrong(CITATIONS, "edit.needs.source");
        }
    }

    /** A page that was read before the value changed cannot be cited for it: it is read again, or goes. */
    private void pagesSaySo() {
        if (!after.isFact() || after.part().isEmpty() || after.value().equals(before.value())) {
            oneWasRead();
        } else {
            List<Citation> anew = after.readAnew(before, today);
            for (int i = 0; i < after.cited().size(); i++) {
                if (after.cited()
                        .get(i)
                        .citation()
                        .filter(c -> !anew.contains(c))
                        .isPresent()) {
                    wrong(row(i), "problem.readAgain");
                }
            }
        }
        Set<Integer> kept = new HashSet<>();
        before.citations().forEach(c -> kept.add(c.source()));
        boolean another = !kept.isEmpty() && after.citations().stream().noneMatch(c -> kept.contains(c.source()));
        String text = after.field("text");
        if (another && !text.isEmpty() && text.equals(before.field("text"))) {
            wrong("text", "edit.needs.text");
        }
    }

    private void oneWasRead() {
        if (wrong.keySet().stream().noneMatch(k -> k.startsWith("citation"))
                && after.restsOn(before, today).isEmpty()) {
            wrong(CITATIONS, "problem.noneRead");
        }
    }

    private void why() {
        if (after.why().isBlank()) {
            wrong(WHY, "edit.needs.why");
        } else {
            words(WHY, after.why());
        }
    }
}
