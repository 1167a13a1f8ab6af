package domicile.scan;

import domicile.scan.signature.Meaning;
import domicile.scan.tree.Mark;
import domicile.scan.tree.Resolved;
import java.util.List;
import java.util.Optional;

/**
 * A usage as a finder finds it, before what says less is dropped and endpoints are joined.
 *
 * @param how where its value came from
 * @param environment where it is not that of the file
 * @param account the Azure account that it belongs to, or that its endpoint refers to
 */
record Found(
        SourceFile file,
        Mark mark,
        Meaning meaning,
        Certainty certainty,
        Strength strength,
        Resolved how,
        Optional<Environment> environment,
        Optional<String> account,
        List<Found> deployments) {

    static Found of(SourceFile file, Mark mark, Meaning meaning, Certainty certainty, Resolved how) {
        return new Found(
                file,
                mark,
                meaning,
                meaning.open() ? Certainty.UNRESOLVED : certainty,
                Strength.TELLING,
                how,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    static Found of(SourceFile file, Mark mark, Meaning meaning, Certainty certainty) {
        return of(file, mark, meaning, certainty, Resolved.literal(""));
    }

    Found as(Strength other) {
        return new Found(file, mark, meaning, certainty, other, how, environment, account, deployments);
    }

    Found in(Optional<Environment> where) {
        return new Found(file, mark, meaning, certainty, strength, how, where, account, deployments);
    }

    Found ofAccount(String key) {
        return new Found(file, mark, meaning, certainty, strength, how, environment, Optional.of(key), deployments);
    }

    /** The same at another place. */
    Found at(Mark other) {
        return new Found(file, other, meaning, certainty, strength, how, environment, account, deployments);
    }

    /** An endpoint that is a reference to an account is known, though its text is not. */
    Found referring(String key, Resolved by) {
        return new Found(
                file,
                mark,
                meaning.nowhere(),
                Certainty.CONFIGURED,
                strength,
                by,
                environment,
                Optional.of("?" + key),
                deployments);
    }

    Found joining(List<Found> others) {
        return new Found(file, mark, meaning, certainty, strength, how, environment, account, others);
    }
}
