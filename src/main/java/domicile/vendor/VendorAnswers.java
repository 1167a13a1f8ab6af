package domicile.vendor;

import domicile.residency.Evidence;
import domicile.residency.Headquarters;
import domicile.residency.Register;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What vendors answered for an offering, each answer beside what contradicts it: a plain yes or no against what is
 * published, against a document in hand and against what was answered to the same control before. Answers of another
 * edition are never compared, and nothing that words limit is.
 */
public final class VendorAnswers {
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH);
    private static final String HEADQUARTERS = "HECVAT-4.14:GNRL-08";

    /**
     * An answer of the newest workbook that has its control.
     *
     * @param before what the workbook before it answered, where that was something else
     */
    public record Told(
            KeptWorkbook workbook, Answer answer, Optional<Answer> before, List<Contradiction> contradictions) {
        public Told {
            contradictions = List.copyOf(contradictions);
        }
    }

    /**
     * Whether answers about one thing say what would be asked: in words, or by a plain yes or no that is itself a
     * claim, and nothing contradicts any of them. Then proof alone has to be asked for.
     */
    public static boolean settled(Collection<Told> about) {
        return about.stream().allMatch(t -> t.contradictions().isEmpty())
                && about.stream().map(Told::answer).anyMatch(a -> !a.open() && a.says());
    }

    private final Register register;
    private final List<KeptWorkbook> kept;
    private final List<Evidence> documents;
    private final LocalDate day;

    /**
     * @param kept in the order in which they were taken in
     * @param documents in hand
     * @param day for which they are looked at: documents of later days do not count
     */
    public VendorAnswers(Register register, List<KeptWorkbook> kept, List<Evidence> documents, LocalDate day) {
        this.register = register;
        this.kept = List.copyOf(kept);
        this.documents = documents.stream().filter(d -> !d.date().isAfter(day)).toList();
        this.day = day;
    }

    /** What was answered for an offering, in the order of the workbooks and their files. */
    public List<Told> of(String offering) {
        Map<String, Told> told = new LinkedHashMap<>();
        kept.stream()
                .filter(k -> k.offering().equals(offering))
                .forEach(workbook -> workbook.book().answers().forEach(answer -> {
                    Optional<Told> earlier = Optional.ofNullable(told.remove(answer.control()));
                    told.put(answer.control(), told(workbook, answer, earlier));
                }));
        return List.copyOf(told.values());
    }

    private Told told(KeptWorkbook workbook, Answer answer, Optional<Told> earlier) {
        List<Contradiction> contradictions = new ArrayList<>();
        Optional<Claim> claim = Claim.of(answer.control());
        if (claim.isPresent() && answer.plain().isPresent()) {
            against(
                    contradictions,
                    workbook.offering(),
                    claim.get(),
                    answer.plain().get());
        }
        if (answer.control().equals(HEADQUARTERS)) {
            country(answer.said().text()).ifPresent(said -> seatedElsewhere(contradictions, workbook.offering(), said));
        }
        earlier.filter(e -> opposite(e.answer(), answer))
                .ifPresent(e -> contradictions.add(new Contradiction.Before(e.workbook(), e.answer())));
        return new Told(
                workbook, answer, earlier.map(Told::answer).filter(was -> !was.sameWords(answer)), contradictions);
    }

    /** What says the contrary of a plain answer to a claim: the register, and documents in hand. */
    private void against(List<Contradiction> found, String offering, Claim claim, boolean yes) {
        register.offering(offering)
                .flatMap(o -> claim.published(o, register.areas(), day))
                .filter(said -> said.holds() != yes)
                .ifPresent(said -> found.add(new Contradiction.Published(said.facts())));
        documents.stream()
                .filter(d -> d.offering().equals(offering))
                .filter(d -> claim.contracted(d, register.areas())
                        .filter(holds -> holds != yes)
                        .isPresent())
                .forEach(d -> found.add(new Contradiction.InHand(d)));
    }

    /** That the register agrees on another country of headquarters. No claim, as the answer is no yes or no. */
    private void seatedElsewhere(List<Contradiction> found, String offering, String country) {
        register.offering(offering)
                .map(o -> o.published(Headquarters.class))
                .filter(p -> p.surely(h -> !h.country().equals(country)))
                .ifPresent(p -> found.add(new Contradiction.Published(List.copyOf(p.facts()))));
    }

    private static boolean opposite(Answer before, Answer now) {
        return before.plain().isPresent()
                && now.plain().isPresent()
                && !before.plain().equals(now.plain());
    }

    /** The country that an answer is or ends with, such as {@code Paris, France}; empty where it is no such name. */
    private Optional<String> country(String text) {
        String[] parts = text.strip().split("\\s*,\\s*", -1);
        String last = AnswerWords.folded(parts[parts.length - 1].replaceFirst("\\.$", ""));
        return register.areas().countries().stream()
                .filter(c -> Stream.concat(
                                Stream.of(c.name()),
                                LANGUAGES.stream()
                                        .map(l -> Locale.of("", c.code()).getDisplayCountry(l)))
                        .anyMatch(name -> AnswerWords.folded(name).equals(last)))
                .map(c -> c.code())
                .findFirst();
    }
}
