package domicile.search;

import domicile.residency.Attestation;
import domicile.residency.Layer;
import domicile.residency.Place;
import domicile.residency.Selection;
import domicile.residency.TrainingReuse;
import domicile.residency.ZeroRetention;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * One box to tick. Inside a group one ticked facet is enough, and places of one layer add up to one area;
 * certifications all have to hold. Groups have to hold together.
 */
public sealed interface Facet {

    /** The groups in which facets are shown, in this order. */
    enum Group {
        INFERENCE,
        STORAGE,
        ENDPOINT_SERVICES,
        CERTIFICATION,
        BAA,
        DPA,
        FEDRAMP,
        ZDR,
        RETENTION,
        TRAINING,
        MODEL,
        FRESHNESS,
        TIE;

        /** Whether every ticked facet has to hold, and not just one of them. */
        public boolean all() {
            return this == CERTIFICATION;
        }

        /** Whether its facets are places. */
        public boolean places() {
            return this == INFERENCE || this == STORAGE || this == ENDPOINT_SERVICES;
        }

        static Group of(Layer layer) {
            return switch (layer) {
                case INFERENCE -> INFERENCE;
                case STORAGE -> STORAGE;
                case ENDPOINT_SERVICES -> ENDPOINT_SERVICES;
            };
        }
    }

    /** The group that it is shown in. */
    Group group();

    /** What tells it from others of its group. */
    String value();

    /** What settings and tests know it by, such as {@code inference/EU}; the same in every language and register. */
    default String id() {
        return group().name().toLowerCase(Locale.ROOT) + "/" + value();
    }

    /** A layer surely inside a place; storage also when nothing is stored. */
    record Inside(Layer layer, Place place) implements Facet {
        @Override
        public Group group() {
            return Group.of(layer);
        }

        @Override
        public String value() {
            return place.code();
        }
    }

    /** A layer for which a data centre is named, and it is not published whether a buyer can pin it. */
    record Unstated(Layer layer) implements Facet {
        @Override
        public Group group() {
            return Group.of(layer);
        }

        @Override
        public String value() {
            return Selection.UNSTATED.name();
        }
    }

    /** Nobody says anything about what the group is about. */
    record Silent(Group group) implements Facet {
        @Override
        public String value() {
            return "none";
        }
    }

    /** Sources disagree about what the group is about: no value counts. */
    record Disputed(Group group) implements Facet {
        @Override
        public String value() {
            return Said.CONFLICT.name();
        }
    }

    /** A certification held, in full or in part, without sources that disagree. */
    record Certification(Attestation.Kind kind) implements Facet {
        @Override
        public Group group() {
            return Group.CERTIFICATION;
        }

        @Override
        public String value() {
            return kind.name();
        }
    }

    /** What is said about a BAA or a DPA. */
    record Contract(Attestation.Kind kind, Said said) implements Facet {
        public Contract {
            if (kind != Attestation.Kind.BAA && kind != Attestation.Kind.DPA) {
                throw new IllegalArgumentException("no contract: " + kind);
            }
        }

        @Override
        public Group group() {
            return kind == Attestation.Kind.BAA ? Group.BAA : Group.DPA;
        }

        @Override
        public String value() {
            return said.name();
        }
    }

    /** What the register says about an attestation, silence and disagreement included. */
    enum Said {
        HELD,
        SCOPED,
        VERIFY,
        NOT_PUBLISHED,
        NOT_HELD,
        CONFLICT,
        SILENT;

        /** The status that sources agree on; empty where they say none. */
        public Optional<Attestation.Status> status() {
            return Arrays.stream(Attestation.Status.values())
                    .filter(s -> s.name().equals(name()))
                    .findFirst();
        }
    }

    /**
     * A FedRAMP authorization of at least a level, of Revision 5 or of the 20x programme, which does not count for the
     * other.
     */
    record FedRamp(Attestation.FedRampLevel level) implements Facet {
        @Override
        public Group group() {
            return Group.FEDRAMP;
        }

        @Override
        public String value() {
            return level.name();
        }
    }

    /** How zero data retention is obtained. */
    record Zdr(ZeroRetention.Zdr zdr) implements Facet {
        @Override
        public Group group() {
            return Group.ZDR;
        }

        @Override
        public String value() {
            return zdr.name();
        }
    }

    /** For how long prompts are kept by default, on the register's day. */
    record Retention(Days days) implements Facet {
        @Override
        public Group group() {
            return Group.RETENTION;
        }

        @Override
        public String value() {
            return days.name();
        }
    }

    /** Ranges of days. */
    enum Days {
        NOTHING,
        UP_TO_7,
        UP_TO_30,
        LONGER,
        CONFLICT,
        SILENT;

        /** The status that sources agree on; empty where they say none. */
        public Optional<Attestation.Status> status() {
            return Arrays.stream(Attestation.Status.values())
                    .filter(s -> s.name().equals(name()))
                    .findFirst();
        }
    }

    /** What is said about training on prompts. */
    record Training(TrainingReuse.Reuse reuse) implements Facet {
        @Override
        public Group group() {
            return Group.TRAINING;
        }

        @Override
        public String value() {
            return reuse.name();
        }
    }

    /** A model family that all sources name. */
    record Model(String family) implements Facet {
        @Override
        public Group group() {
            return Group.MODEL;
        }

        @Override
        public String value() {
            return family;
        }
    }

    /** How old the oldest citation is on the register's day. */
    record Fresh(Age age) implements Facet {
        @Override
        public Group group() {
            return Group.FRESHNESS;
        }

        @Override
        public String value() {
            return age.name();
        }
    }

    /** Ranges of age; 90 days is the limit beyond which an assessment lists a citation as stale. */
    enum Age {
        UP_TO_30,
        UP_TO_90,
        UP_TO_365,
        OLDER
    }

    /** A corporate tie to a country. */
    record Tie(String country) implements Facet {
        @Override
        public Group group() {
            return Group.TIE;
        }

        @Override
        public String value() {
            return country;
        }
    }
}
