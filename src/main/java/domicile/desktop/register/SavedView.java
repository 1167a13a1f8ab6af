package domicile.desktop.register;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import domicile.desktop.kit.Settings;
import domicile.json.JsonValue;
import domicile.json.StrictJson;
import domicile.problem.ProblemException;
import domicile.search.Facet;
import domicile.search.FacetIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * A filter with its columns and its order, under a name. Facets and columns are kept by their ids, so that a view
 * outlives a register in which one of them keeps nothing.
 *
 * @param sort columns to sort by, a minus sign before one that falls
 */
record SavedView(String name, List<String> facets, String search, List<String> columns, List<String> sort) {
    SavedView {
        facets = List.copyOf(facets);
        columns = List.copyOf(columns);
        sort = List.copyOf(sort);
    }

    static SavedView of(
            String name, List<Facet> facets, String search, List<Column> columns, List<ColumnValues.Sort> sort) {
        return new SavedView(
                name,
                facets.stream().map(Facet::id).toList(),
                search,
                columns.stream().map(Enum::name).toList(),
                sort.stream().map(s -> (s.descending() ? "-" : "") + s.column()).toList());
    }

    List<Facet> facetsOf(FacetIndex index) {
        return facets.stream().flatMap(id -> index.facet(id).stream()).toList();
    }

    /** The columns; the usual ones when none that is known is left. */
    List<Column> columnsKnown() {
        List<Column> known = columns.stream().flatMap(c -> column(c).stream()).toList();
        return known.isEmpty() ? Column.usual() : known;
    }

    List<ColumnValues.Sort> sortKnown() {
        List<ColumnValues.Sort> known = new ArrayList<>();
        for (String s : sort) {
            boolean falls = s.startsWith("-");
            column(falls ? s.substring(1) : s).ifPresent(c -> known.add(new ColumnValues.Sort(c, falls)));
        }
        return known;
    }

    private static Optional<Column> column(String name) {
        return Arrays.stream(Column.values()).filter(c -> c.name().equals(name)).findFirst();
    }

    /** The views kept under a key; what cannot be read is as good as absent. */
    static List<SavedView> read(Settings settings, String key) {
        Optional<String> kept = settings.get(key);
        if (kept.isEmpty()) {
            return List.of();
        }
        try {
            return StrictJson.read(key, kept.get()).items().stream()
                    .map(SavedView::of)
                    .toList();
        } catch (ProblemException e) {
            LoggerFactory.getLogger(SavedView.class).warn("the saved views cannot be read", e);
            return List.of();
        }
    }

    private static SavedView of(JsonValue view) {
        return new SavedView(
                view.get("name").ownWords(),
                texts(view, "facets"),
                view.find("search").map(JsonValue::ownWords).orElse(""),
                texts(view, "columns"),
                texts(view, "sort"));
    }

    private static List<String> texts(JsonValue view, String field) {
        return view.find(field).map(JsonValue::items).orElse(List.of()).stream()
                .map(JsonValue::ownWords)
                .toList();
    }

    static void write(Settings settings, String key, List<SavedView> views) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (SavedView view : views) {
            ObjectNode one = all.addObject().put("name", view.name());
            view.facets().forEach(one.putArray("facets")::add);
            one.put("search", view.search());
            view.columns().forEach(one.putArray("columns")::add);
            view.sort().forEach(one.putArray("sort")::add);
        }
        settings.put(key, all.toString());
    }
}
