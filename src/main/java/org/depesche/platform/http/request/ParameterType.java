package org.depesche.platform.http.request;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.depesche.kernel.Uuid7;
import org.jspecify.annotations.Nullable;

/**
 * The values that a query parameter takes: how a value is read and which schema describes it.
 *
 * @param <T> what a value means
 */
public sealed interface ParameterType<T> {

    /** Reads one raw value; the error of a wrong value goes to {@code inputs}. */
    Optional<T> read(QueryParameters inputs, String name, String raw);

    ParameterSchema schema();

    /** Returns a value as the OpenAPI document shows it. Only types whose values may be a default override this. */
    default Object show(T value) {
        return value;
    }

    /** Whole numbers from {@code min} to {@code max}. */
    record WholeNumber<T extends Number>(long min, long max, Function<Long, T> convert) implements ParameterType<T> {

        @Override
        public Optional<T> read(QueryParameters inputs, String name, String raw) {
            return inputs.parse(name, raw, this::parse, "`" + name + "` is a whole number from " + min + " to " + max + ".");
        }

        private Optional<T> parse(String text) {
            var number = text.matches("0|-?[1-9][0-9]{0,17}") ? Optional.of(Long.parseLong(text)) : Optional.<Long> empty();
            return number.filter(value -> value >= min && value <= max).map(convert);
        }

        @Override
        public ParameterSchema schema() {
            return ParameterSchema.wholeNumber(min, max);
        }
    }

    /** {@code true} or {@code false}. */
    record Flag() implements ParameterType<Boolean> {

        @Override
        public Optional<Boolean> read(QueryParameters inputs, String name, String raw) {
            return inputs.choice(name, raw, Map.of("true", true, "false", false));
        }

        @Override
        public ParameterSchema schema() {
            return ParameterSchema.of(ParameterSchema.Type.BOOLEAN);
        }
    }

    /** One word of a fixed list. */
    record OneOf<T>(Map<String, T> words) implements ParameterType<T> {

        public OneOf {
            words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
        }

        @Override
        public Optional<T> read(QueryParameters inputs, String name, String raw) {
            return inputs.choice(name, raw, words);
        }

        @Override
        public ParameterSchema schema() {
            return ParameterSchema.words(words.keySet());
        }

        @Override
        public Object show(T value) {
            return words.entrySet().stream().filter(word -> word.getValue().equals(value)).map(Map.Entry::getKey).findFirst()
                    .orElseThrow();
        }
    }

    /** Several words of a fixed list, separated by commas. */
    record SetOf<T>(Map<String, T> words) implements ParameterType<Set<T>> {

        public SetOf {
            words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
        }

        @Override
        public Optional<Set<T>> read(QueryParameters inputs, String name, String raw) {
            var chosen = new LinkedHashSet<T>();
            inputs.list(name, raw).forEach(word -> inputs.choice(name, word, words).ifPresent(chosen::add));
            return Optional.of(chosen);
        }

        @Override
        public ParameterSchema schema() {
            return ParameterSchema.words(words.keySet()).asList();
        }
    }

    /** A moment, read in the publication's zone. */
    record Moment() implements ParameterType<Instant> {

        /** In characters: a timestamp with nanoseconds and offset has 35. */
        private static final int MAX_LENGTH = 64;

        @Override
        public Optional<Instant> read(QueryParameters inputs, String name, String raw) {
            return inputs.instant(name, raw);
        }

        @Override
        public ParameterSchema schema() {
            return ParameterSchema.text(MAX_LENGTH);
        }
    }

    /** A text that a function reads. */
    record Text<T>(Function<String, Optional<T>> reading, String detail, ParameterSchema schema) implements ParameterType<T> {

        @Override
        public Optional<T> read(QueryParameters inputs, String name, String raw) {
            return inputs.parse(name, raw, reading, detail);
        }
    }

    /** Ids separated by commas. Their order is kept. */
    record Ids() implements ParameterType<Set<UUID>> {

        @Override
        public Optional<Set<UUID>> read(QueryParameters inputs, String name, String raw) {
            var ids = new LinkedHashSet<UUID>();
            inputs.list(name, raw).forEach(text -> inputs
                    .parse(name, text, Uuid7::parse, "`" + name + "` is a list of ids; \"" + text + "\" is none.")
                    .ifPresent(ids::add));
            return Optional.of(ids);
        }

        @Override
        public ParameterSchema schema() {
            return ParameterSchema.of(ParameterSchema.Type.UUID).asList();
        }
    }

    /**
     * A parameter that may be repeated; {@link QueryParameters#groups} reads it.
     *
     * @param words all values; empty: any text
     */
    record Groups(Set<String> words) implements ParameterType<List<Set<String>>> {

        /** In characters. Names are not longer, and the error of a name suggests its slug. */
        private static final int MAX_LENGTH = 200;

        public Groups {
            words = Collections.unmodifiableSet(new LinkedHashSet<>(words));
        }

        @Override
        public Optional<List<Set<String>>> read(QueryParameters inputs, String name, String raw) {
            return Optional.of(List.of(inputs.list(name, raw)));
        }

        @Override
        public ParameterSchema schema() {
            return (words.isEmpty() ? ParameterSchema.text(MAX_LENGTH) : ParameterSchema.words(words)).asList();
        }
    }

    /**
     * The schema of a parameter's values.
     *
     * @param max the highest number, or the characters of a text or of each in a list; absent: whatever a 64-bit number
     *        holds, or one of the words
     * @param words the whole selection; empty: any text
     * @param isList whether a query has several values between commas
     */
    record ParameterSchema(Type type, @Nullable Long min, @Nullable Long max, List<String> words, boolean isList) {

        /** The type of the values. */
        public enum Type {
            STRING,
            INTEGER,
            LONG,
            BOOLEAN,
            UUID
        }

        static ParameterSchema of(Type type) {
            return new ParameterSchema(type, null, null, List.of(), false);
        }

        static ParameterSchema words(Set<String> words) {
            return new ParameterSchema(Type.STRING, null, null, List.copyOf(words), false);
        }

        static ParameterSchema wholeNumber(long min, long max) {
            return max > Integer.MAX_VALUE ? new ParameterSchema(Type.LONG, min, null, List.of(), false)
                    : new ParameterSchema(Type.INTEGER, min, max, List.of(), false);
        }

        static ParameterSchema text(int maxLength) {
            return new ParameterSchema(Type.STRING, null, (long) maxLength, List.of(), false);
        }

        /** The most characters of a value; empty for what is no text. */
        OptionalInt maxLength() {
            return type == Type.STRING && max != null ? OptionalInt.of(max.intValue()) : OptionalInt.empty();
        }

        ParameterSchema asList() {
            return new ParameterSchema(type, min, max, words, true);
        }
    }
}
