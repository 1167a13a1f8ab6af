package domicile.residency;

import java.util.List;

/**
 * The model families that an offering serves.
 *
 * @param families lower-case ids, such as {@code claude}
 * @param openEnded whether others are served that are not named
 */
public record ModelFamilies(List<String> families, boolean openEnded) implements FactValue {
    public static final FactKind<ModelFamilies> FACT_KIND = FactKind.of("modelFamilies", ModelFamilies.class, f -> {
        var families = f.needed("families", FieldType.IDS, ModelFamilies::families);
        var openEnded = f.maybe("openEnded", FieldType.FLAG, false, ModelFamilies::openEnded);
        return in -> new ModelFamilies(in.get(families), in.get(openEnded));
    });

    @Override
    public FactKind<ModelFamilies> factKind() {
        return FACT_KIND;
    }

    public ModelFamilies {
        families = List.copyOf(families);
    }
}
