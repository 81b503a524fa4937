package org.depesche.platform.http.request;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Fills a record of query parameters as the framework does for an endpoint that takes the record as {@code @BeanParam}. Each
 * component is a {@code @RestQuery} with the name of the component.
 */
public final class QueryRecord<R extends Record> {

    private final Constructor<R> constructor;
    private final List<String> names;
    private final Map<String, Boolean> repeatable;

    private QueryRecord(Constructor<R> constructor, List<String> names, Map<String, Boolean> repeatable) {
        this.constructor = constructor;
        this.names = names;
        this.repeatable = repeatable;
    }

    public static <R extends Record> QueryRecord<R> of(Class<R> type) {
        var components = type.getRecordComponents();
        try {
            var constructor = type
                    .getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return new QueryRecord<>(constructor, Arrays.stream(components).map(RecordComponent::getName).toList(),
                    DeclaredParameters.of(type).repeatable());
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The names of the parameters. */
    public Set<String> names() {
        return Set.copyOf(names);
    }

    /** Whether a parameter of the record may have these values: one unless it may be repeated, and none is blank. */
    public boolean takes(String name, Collection<String> values) {
        var isRepeatable = repeatable.get(name);
        return isRepeatable != null && (isRepeatable || values.size() == 1) && values.stream().noneMatch(String::isBlank);
    }

    /** The record of a query. Parameters of other records are ignored. */
    public R read(Map<String, List<String>> query) {
        try {
            return constructor.newInstance(names.stream().map(name -> value(name, query.get(name))).toArray());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private @Nullable Object value(String name, @Nullable List<String> values) {
        return values == null || Boolean.TRUE.equals(repeatable.get(name)) ? values : values.get(0);
    }
}
