package domicile.assessment;

import domicile.residency.Attestation;
import domicile.residency.TrainingReuse;
import domicile.residency.ZeroRetention;
import domicile.words.Sign;

/** The sign of each answer, the same on the screen and on paper. */
public final class Signs {

    private Signs() {}

    public static Sign of(Status status) {
        return switch (status) {
            case MET -> Sign.GOOD;
            case CONDITIONAL -> Sign.PART;
            case UNVERIFIED -> Sign.UNKNOWN;
            case NOT_MET -> Sign.BAD;
        };
    }

    public static Sign of(UsageStatus status) {
        return switch (status) {
            case MET -> Sign.GOOD;
            case UNVERIFIED -> Sign.UNKNOWN;
            case NOT_MET -> Sign.BAD;
            case NOT_ASSESSED -> Sign.FLAG;
        };
    }

    public static Sign of(Verdict verdict) {
        return switch (verdict) {
            case SUITABLE -> Sign.GOOD;
            case CONDITIONAL -> Sign.PART;
            case VERIFY_FIRST -> Sign.UNKNOWN;
            case NOT_SUITABLE -> Sign.BAD;
        };
    }

    public static Sign of(FailureMode.State state) {
        return switch (state) {
            case FLAGGED -> Sign.FLAG;
            case OPEN -> Sign.UNKNOWN;
            case CLEARED -> Sign.GOOD;
            case NOT_APPLICABLE -> Sign.NONE;
        };
    }

    public static Sign of(Attestation attestation) {
        return switch (attestation.status()) {
            // an agency has to accept 20x first
            case HELD -> attestation.level().filter(l -> !l.revision5()).isPresent() ? Sign.PART : Sign.GOOD;
            case SCOPED -> Sign.PART;
            case NOT_HELD -> Sign.BAD;
            case NOT_PUBLISHED -> Sign.SILENT;
            case VERIFY -> Sign.UNKNOWN;
        };
    }

    public static Sign of(ZeroRetention.Zdr zdr) {
        return switch (zdr) {
            case STATELESS -> Sign.GOOD;
            case DEFAULT, ADDENDUM, APPROVAL, ENTERPRISE, CONFIGURABLE -> Sign.PART;
            case VERIFY -> Sign.UNKNOWN;
            case NOT_OFFERED -> Sign.BAD;
        };
    }

    public static Sign of(TrainingReuse.Reuse reuse) {
        return switch (reuse) {
            case NOT_USED_BY_DEFAULT -> Sign.GOOD;
            case USED_BY_DEFAULT -> Sign.BAD;
            case VERIFY -> Sign.UNKNOWN;
        };
    }
}
