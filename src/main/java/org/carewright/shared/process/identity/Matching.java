package org.carewright.shared.process.identity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.Direction;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;

/** How the engine's query criteria match, without SQL: null criteria match everything. */
final class Matching {

    private Matching() {}

    static boolean is(String wanted, String value) {
        return wanted == null || wanted.equals(value);
    }

    static boolean in(String[] wanted, String value) {
        return wanted == null || Arrays.asList(wanted).contains(value);
    }

    /** {@code %} is any text, as in the engine's own queries; case is ignored, as people search by name. */
    static boolean like(String wanted, String value) {
        if (wanted == null) {
            return true;
        }
        var pattern = Arrays.stream(wanted.split("%", -1)).map(Pattern::quote).toList();
        return value != null
                && Pattern.compile(String.join(".*", pattern), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(value)
                        .matches();
    }

    /** The engine tells the page in the query itself; {@code page} is a further bound that it may give or not. */
    static <T> List<T> page(Stream<T> found, ListQueryParameterObject query, Page page) {
        var asked = found.skip(query.getFirstResult()).limit(query.getMaxResults());
        return page == null ? asked.toList() : asked.limit(page.getMaxResults()).toList();
    }

    /** @param value gives a property's value by the property's name in the engine */
    static <T> Comparator<T> order(
            List<QueryOrderingProperty> wanted, Function<String, Function<T, String>> value, Function<T, String> id) {
        var order = wanted.stream()
                .map(property -> {
                    var ascending = Comparator.comparing(
                            value.apply(property.getQueryProperty().getName()),
                            Comparator.nullsFirst(String.CASE_INSENSITIVE_ORDER));
                    return Direction.DESCENDING.equals(property.getDirection()) ? ascending.reversed() : ascending;
                })
                .reduce(Comparator::thenComparing);
        return order.map(found -> found.thenComparing(id)).orElse(Comparator.comparing(id));
    }
}
