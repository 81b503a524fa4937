package org.depesche.platform.http.request;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import org.depesche.kernel.ClosestMatch;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Parses query parameters and collects all errors, so that one response reports every error. An invalid value is replaced
 * by the default. The caller must call {@link #verify()} between reading the parameters and acting on them.
 * <pre>
 * var limit = parameters.number("limit", raw, 20, 1, 100);
 * parameters.verify();</pre>
 */
@RequestScoped
public class QueryParameters {

    /** More values in one parameter are a download, not a filter. */
    private static final int MAX_VALUES = 100;

    private final PublicationZone zone;
    private final List<InputError> errors = new ArrayList<>();

    @Inject
    QueryParameters(PublicationZone zone) {
        this.zone = zone;
    }

    /** Throws one problem with all errors found so far, if there are any. A second call throws the same errors again. */
    public void verify() {
        if (!errors.isEmpty()) {
            throw Problem.invalidParameters(List.copyOf(errors));
        }
    }

    /**
     * Returns the errors found so far and clears them, so that the form of the request body reports them. Only an
     * endpoint that writes and is marked with {@link CollectsErrors} sees any.
     */
    public List<InputError> takeErrors() {
        var taken = List.copyOf(errors);
        errors.clear();
        return taken;
    }

    /** Records an error. Only the first error of each parameter is kept. */
    public void reject(String name, String detail) {
        var error = InputError.inParameter(name, detail);
        if (errors.stream().noneMatch(previous -> name.equals(previous.parameter()))) {
            errors.add(error);
        }
    }

    /** Parses a whole number between {@code min} and {@code max}, both inclusive. */
    public int number(String name, @Nullable String raw, int defaultValue, int min, int max) {
        return parse(name, raw, text -> wholeNumber(text, min, max),
                "`" + name + "` is a whole number from " + min + " to " + max + ".").map(Long::intValue).orElse(defaultValue);
    }

    /** Parses a whole number between {@code min} and {@code max}, both inclusive. */
    public long number(String name, @Nullable String raw, long defaultValue, long min, long max) {
        return parse(name, raw, text -> wholeNumber(text, min, max),
                "`" + name + "` is a whole number from " + min + " to " + max + ".").orElse(defaultValue);
    }

    /** Parses {@code true} or {@code false}. */
    public boolean flag(String name, @Nullable String raw, boolean defaultValue) {
        return choice(name, raw, defaultValue, Map.of("true", true, "false", false));
    }

    /** Parses one of an enum's constants, written in lower case with hyphens. */
    public <E extends Enum<E>> E choice(String name, @Nullable String raw, E defaultValue) {
        var choices = new LinkedHashMap<String, E>();
        for (var constant : defaultValue.getDeclaringClass().getEnumConstants()) {
            choices.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant);
        }
        return choice(name, raw, defaultValue, choices);
    }

    /** Parses one of the named choices, compared exactly. */
    public <T> T choice(String name, @Nullable String raw, T defaultValue, Map<String, T> choices) {
        return raw == null ? defaultValue
                : parse(name, raw, text -> Optional.ofNullable(choices.get(text)), oneOf(name, raw, choices.keySet()))
                        .orElse(defaultValue);
    }

    /** Parses a comma-separated selection of the named choices, for example {@code include=body,related}. */
    public <T> Set<T> choices(String name, @Nullable String raw, Map<String, T> choices) {
        var chosen = new LinkedHashSet<T>();
        for (var value : list(name, raw)) {
            var choice = choices.get(value);
            if (choice == null) {
                reject(name, oneOf(name, value, choices.keySet()));
            } else {
                chosen.add(choice);
            }
        }
        return chosen;
    }

    /** Parses a timestamp, a local time or a date as {@link PublicationZone#read} does. */
    public Optional<Instant> instant(String name, @Nullable String raw) {
        var unescaped = raw != null && raw.indexOf(' ') > 0 ? " A `+` in an address is written `%2B`." : "";
        return parse(name, raw, zone::read, "`" + name + "` is a timestamp with offset, a local time (" + zone.zone()
                + ", not in an hour that the clock change skips or repeats) or a date, between 1900 and 9999." + unescaped);
    }

    /** Parses an identifier in its canonical form. */
    public Optional<UUID> uuid(String name, @Nullable String raw) {
        return parse(name, raw, Uuid7::parse, "`" + name + "` is a UUID in its canonical form.");
    }

    /**
     * Parses any other value.
     *
     * @param parser returns empty for an invalid value
     * @param detail the error message, which describes a valid value
     */
    public <T> Optional<T> parse(String name, @Nullable String raw, Function<String, Optional<T>> parser, String detail) {
        if (raw == null) {
            return Optional.empty();
        }
        var value = parser.apply(raw);
        if (value.isEmpty()) {
            reject(name, detail);
        }
        return value;
    }

    /**
     * Returns the values between the commas in their order, without duplicates. Empty if the parameter is absent. At most
     * 100 values are accepted.
     */
    public Set<String> list(String name, @Nullable String raw) {
        if (raw == null) {
            return Set.of();
        }
        var values = new LinkedHashSet<>(Arrays.asList(raw.split(",", -1)));
        if (values.stream().anyMatch(String::isBlank)) {
            reject(name, "`" + name + "` has an empty value between its commas.");
        }
        if (values.size() > MAX_VALUES) {
            reject(name, "`" + name + "` takes at most " + MAX_VALUES + " values.");
        }
        return values;
    }

    /**
     * Parses a filter. An article matches one set if it has any of its values (commas), and must match all sets (the
     * repeated parameter).
     */
    public List<Set<String>> groups(String name, @Nullable List<String> raws) {
        if (raws == null) {
            return List.of();
        }
        if (raws.size() > MAX_VALUES) {
            reject(name, "`" + name + "` may be repeated at most " + MAX_VALUES + " times.");
            return List.of();
        }
        return raws.stream().map(raw -> list(name, raw)).toList();
    }

    private static Optional<Long> wholeNumber(String text, long min, long max) {
        if (!text.matches("0|-?[1-9][0-9]{0,17}")) {
            return Optional.empty();
        }
        var number = Long.parseLong(text);
        return number < min || number > max ? Optional.empty() : Optional.of(number);
    }

    private static String oneOf(String name, String raw, Collection<String> choices) {
        var quoted = choices.stream().sorted().map(choice -> "`" + choice + "`").collect(joining(", "));
        var hint = ClosestMatch.of(raw, choices).map(match -> " Did you mean `" + match + "`?").orElse("");
        return "`" + name + "` is one of " + quoted + "." + hint;
    }
}
