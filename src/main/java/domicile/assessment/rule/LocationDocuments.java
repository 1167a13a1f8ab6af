package domicile.assessment.rule;

import domicile.assessment.Candidate;
import domicile.assessment.Commitments;
import domicile.assessment.Sentence;
import domicile.assessment.Status;
import domicile.residency.Area;
import domicile.residency.Evidence;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How documents that commit a layer to places govern what the register says of it. The sentences' keys begin with the
 * layer's word.
 */
final class LocationDocuments {

    private LocationDocuments() {}

    /**
     * What the register gives, or what the documents in hand make of it.
     *
     * @param word the first part of the sentences' keys: {@code inference}, {@code storage}, {@code endpoint}
     */
    static Outcome govern(Candidate c, String word, Area area, Commitments documents, Outcome register) {
        Outcome governed = switch (documents.say()) {
            case NOTHING -> register;
            case SUPPORTS ->
                register.status() == Status.NOT_MET
                        ? register.because(
                                        Status.UNVERIFIED,
                                        word + ".contradiction",
                                        titles(documents.inside()),
                                        area,
                                        register.reason())
                                .lift("lift.location.contradiction", titles(documents.inside()))
                        : register.because(Status.MET, word + ".orderForm", titles(documents.inside()), area);
            case ELSEWHERE ->
                register.because(Status.NOT_MET, word + ".elsewhere", titles(documents.outside()), area)
                        .lift("lift.location.elsewhere", titles(documents.outside()), area);
            case UNCLEAR ->
                unclear(
                                register,
                                documents.outside().isEmpty() ? word + ".perhaps" : word + ".disagree",
                                documents,
                                area)
                        .lift("lift.location.unclear", titles(documents.all()), area);
        };
        return documents.say() == Commitments.Say.NOTHING ? governed : governed.relyingOn(documents.all());
    }

    /** Against a register that says the opposite, the reason says both. */
    private static Outcome unclear(Outcome register, String key, Commitments documents, Area area) {
        String titles = titles(documents.all());
        return register.status() == Status.NOT_MET
                ? register.because(
                        Status.UNVERIFIED, "location.contradiction", Sentence.of(key, titles, area), register.reason())
                : register.because(Status.UNVERIFIED, key, titles, area);
    }

    static String titles(List<Evidence> documents) {
        return documents.stream().map(Evidence::title).distinct().collect(Collectors.joining(", "));
    }
}
