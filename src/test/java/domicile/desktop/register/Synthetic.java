package domicile.desktop.register;

import domicile.residency.Fact;
import domicile.residency.FactValue;
import domicile.residency.Offering;
import domicile.residency.Register;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** A register of any size, made of a real one's facts: each offering takes some facts of several real offerings. */
public final class Synthetic {

    private Synthetic() {}

    public static Register register(Register real, int offerings, long seed) {
        Random random = new Random(seed);
        List<Offering> made = new ArrayList<>(offerings);
        for (int i = 0; i < offerings; i++) {
            made.add(offering(real.offerings(), i, random));
        }
        return new Register(
                real.asOf(),
                r -> real.hash(),
                real.providers(),
                made,
                real.sources(),
                real.areas(),
                real.controls(),
                List.of());
    }

    private static Offering offering(List<Offering> real, int number, Random random) {
        Map<String, Fact<?>> facts = new LinkedHashMap<>();
        for (int part = 0; part < 3; part++) {
            Offering from = real.get(random.nextInt(real.size()));
            for (Fact<? extends FactValue> fact : from.facts()) {
                if (random.nextInt(3) > 0) {
                    facts.putIfAbsent(fact.id(), fact);
                }
            }
        }
        Offering like = real.get(random.nextInt(real.size()));
        String id = String.format(Locale.ROOT, "offering-%06d", number);
        return new Offering(id, "Offering " + number, like.provider(), like.operator(), List.copyOf(facts.values()));
    }
}
