package org.depesche.platform.http.request;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.http.request.ParameterType.ParameterSchema;
import org.jspecify.annotations.Nullable;

/**
 * The one declaration of a query parameter: its name, its values, its default and its documentation. {@link QueryParameters}
 * reads the value by it, and the OpenAPI document describes the parameter by it:
 *
 * <pre>
 * record KeysQuery(@RestQuery @Nullable String limit) {
 *     static final WithDefault&lt;Integer&gt; LIMIT = QueryParameter.whole("limit", 1, 100)
 *             .describe("How many items a page has at most.", "15").otherwise(15);
 * }
 * var limit = inputs.read(KeysQuery.LIMIT, query.limit());
 * </pre>
 *
 * The declaration is a static field of the record that the endpoint takes as {@code @BeanParam}, or of the endpoint's class.
 *
 * @param <T> what a value means
 */
public record QueryParameter<T>(String name, ParameterType<T> values, Documentation documentation) {

    private static final Documentation UNDOCUMENTED = new Documentation("", "", false);

    /** A whole number within a range, both ends included. */
    public static QueryParameter<Integer> whole(String name, int min, int max) {
        return of(name, new ParameterType.WholeNumber<>(min, max, Long::intValue));
    }

    /** The same, for numbers that exceed 32 bits. */
    public static QueryParameter<Long> whole(String name, long min, long max) {
        return of(name, new ParameterType.WholeNumber<>(min, max, Function.identity()));
    }

    /** {@code true} or {@code false}. */
    public static QueryParameter<Boolean> flag(String name) {
        return of(name, new ParameterType.Flag());
    }

    /** One of the words, in the order of the map. */
    public static <T> QueryParameter<T> oneOf(String name, Map<String, T> words) {
        return of(name, new ParameterType.OneOf<>(words));
    }

    /** One of an enum's constants, in lower case with hyphens. */
    @SafeVarargs
    public static <E extends Enum<E>> QueryParameter<E> oneOf(String name, E... constants) {
        var words = new LinkedHashMap<String, E>();
        for (var constant : constants) {
            words.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant);
        }
        return oneOf(name, words);
    }

    /** A comma-separated selection of the words, as in {@code include=body,related}. */
    public static <T> QueryParameter<Set<T>> someOf(String name, Map<String, T> words) {
        return of(name, new ParameterType.SetOf<>(words));
    }

    /** A moment: a timestamp with offset, a local time or a date. */
    public static QueryParameter<Instant> instant(String name) {
        return of(name, new ParameterType.Moment());
    }

    /** An id in its canonical form. */
    public static QueryParameter<UUID> uuid(String name) {
        return of(name, new ParameterType.Text<>(Uuid7::parse, "`" + name + "` is a UUID in its canonical form.",
                ParameterSchema.of(ParameterSchema.Type.UUID)));
    }

    /** A text that {@code reading} understands; {@code detail} is the error for all others. A longer text is not read. */
    public static <T> QueryParameter<T> text(String name, int maxLength, Function<String, Optional<T>> reading, String detail) {
        return of(name, new ParameterType.Text<>(reading, detail, ParameterSchema.text(maxLength)));
    }

    /** A text that only the use case can read, because the reading needs more than the text. */
    public static QueryParameter<String> text(String name, int maxLength) {
        return text(name, maxLength, Optional::of, "");
    }

    /** A filter: commas mean any of, and repeating the parameter means all of. */
    public static QueryParameter<List<Set<String>>> groups(String name) {
        return groups(name, Set.of());
    }

    /** The same, for values that are all known. */
    public static QueryParameter<List<Set<String>>> groups(String name, Collection<String> words) {
        return of(name, new ParameterType.Groups(new LinkedHashSet<>(words)));
    }

    /** Ids between commas; their order is kept. */
    public static QueryParameter<Set<UUID>> ids(String name) {
        return of(name, new ParameterType.Ids());
    }

    /** Maps the word of each constant to the constant, in the order given. */
    @SafeVarargs
    public static <T> Map<String, T> words(Function<T, String> word, T... constants) {
        var words = new LinkedHashMap<String, T>();
        for (var constant : constants) {
            words.put(word.apply(constant), constant);
        }
        return words;
    }

    private static <T> QueryParameter<T> of(String name, ParameterType<T> values) {
        return new QueryParameter<>(name, values, UNDOCUMENTED);
    }

    /** @param example a value as it stands in the query */
    public QueryParameter<T> describe(String description, String example) {
        return new QueryParameter<>(name, values, new Documentation(description, example, documentation.isRequired()));
    }

    /** The document says that the parameter is required; the use case rejects a request without it. */
    public QueryParameter<T> required() {
        return new QueryParameter<>(name, values,
                new Documentation(documentation.description(), documentation.example(), true));
    }

    /** Returns the parameter with the value that it has when the query does not name it. */
    public WithDefault<T> otherwise(T value) {
        return new WithDefault<>(this, value, "");
    }

    /**
     * A parameter that has a value even when the query does not name it.
     *
     * @param condition what a query must say for the parameter to have an effect, as {@code include=related}; empty: nothing
     */
    public record WithDefault<T>(QueryParameter<T> parameter, T value, String condition) {

        /**
         * Makes the parameter depend on another one. The document shows no default for it: generated clients send each
         * default that the document shows.
         */
        public WithDefault<T> onlyWith(String condition) {
            return new WithDefault<>(parameter, value, condition);
        }

        public boolean isDependent() {
            return !condition.isEmpty();
        }

        /** Whether a query asks for something else than the default. */
        public boolean isChangedBy(@Nullable String raw) {
            return raw != null && !raw.equals(String.valueOf(shownDefault()));
        }

        /** The default as it stands in a query. */
        public Object shownDefault() {
            return parameter.values().show(value);
        }

        /** The same parameter with other documentation. */
        public WithDefault<T> describe(String description, String example) {
            return new WithDefault<>(parameter.describe(description, example), value, condition);
        }
    }

    /** The parts of the OpenAPI document that do not follow from the values. */
    public record Documentation(String description, String example, boolean isRequired) {
    }
}
