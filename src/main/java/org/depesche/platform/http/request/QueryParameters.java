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
 * Reads the raw values of query parameters and collects every mistake, so that one answer names them all. A wrong value reads
 * as the default; {@link #verify()} must stand between reading and doing.
 */
@RequestScoped
public class QueryParameters {

    /** More alternatives in one parameter are no filter but a download. */
    private static final int MAX_VALUES = 100;

    private final PublicationZone zone;
    private final List<InputError> errors = new ArrayList<>();

    @Inject
    QueryParameters(PublicationZone zone) {
        this.zone = zone;
    }

    /** Throws the one problem that names all mistakes found so far, if there are any: again, where a reading is begun anew. */
    public void verify() {
        if (!errors.isEmpty()) {
            throw Problem.invalidParameters(List.copyOf(errors));
        }
    }

    /**
     * Hands the mistakes found so far to whoever tells them instead: the form of the request's body. Only an endpoint that
     * writes and is marked with {@link CollectsErrors} gets so far with any.
     */
    public List<InputError> takeErrors() {
        var found = List.copyOf(errors);
        errors.clear();
        return found;
    }

    public void reject(String name, String detail) {
        var error = InputError.inParameter(name, detail);
        if (errors.stream().noneMatch(known -> name.equals(known.parameter()))) {
            errors.add(error);
        }
    }

    public int number(String name, @Nullable String raw, int otherwise, int min, int max) {
        return parse(name, raw, text -> wholeNumber(text, min, max),
                "`" + name + "` is a whole number from " + min + " to " + max + ".").map(Long::intValue).orElse(otherwise);
    }

    public long number(String name, @Nullable String raw, long otherwise, long min, long max) {
        return parse(name, raw, text -> wholeNumber(text, min, max),
                "`" + name + "` is a whole number from " + min + " to " + max + ".").orElse(otherwise);
    }

    public boolean flag(String name, @Nullable String raw, boolean otherwise) {
        return choice(name, raw, otherwise, Map.of("true", true, "false", false));
    }

    /** One of an enum's constants, written in lower case with hyphens. */
    public <E extends Enum<E>> E choice(String name, @Nullable String raw, E otherwise) {
        var choices = new LinkedHashMap<String, E>();
        for (var constant : otherwise.getDeclaringClass().getEnumConstants()) {
            choices.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant);
        }
        return choice(name, raw, otherwise, choices);
    }

    /** One of the named choices, exactly as written there. */
    public <T> T choice(String name, @Nullable String raw, T otherwise, Map<String, T> choices) {
        return raw == null ? otherwise
                : parse(name, raw, text -> Optional.ofNullable(choices.get(text)), oneOf(name, raw, choices.keySet()))
                        .orElse(otherwise);
    }

    /** A comma-separated selection out of the named choices, as in {@code include=body,related}. */
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

    public Optional<Instant> instant(String name, @Nullable String raw) {
        var unescaped = raw != null && raw.indexOf(' ') > 0 ? " A `+` in an address is written `%2B`." : "";
        return parse(name, raw, zone::read, "`" + name + "` is a timestamp with offset, a local time (" + zone.zone()
                + ", not in an hour that the clock change skips or repeats) or a date, between 1900 and 9999." + unescaped);
    }

    public Optional<UUID> uuid(String name, @Nullable String raw) {
        return parse(name, raw, Uuid7::parse, "`" + name + "` is a UUID in its canonical form.");
    }

    /** Any other value with a reading of its own; {@code detail} says what would have been right. */
    public <T> Optional<T> parse(String name, @Nullable String raw, Function<String, Optional<T>> reading, String detail) {
        if (raw == null) {
            return Optional.empty();
        }
        var value = reading.apply(raw);
        if (value.isEmpty()) {
            reject(name, detail);
        }
        return value;
    }

    /** The values between the commas, in the order given, without repeats; empty when the parameter is absent. */
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

    /** A filter: within one set any of (commas), between the sets all of (the parameter repeated). */
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
        var known = choices.stream().sorted().map(choice -> "`" + choice + "`").collect(joining(", "));
        var meant = ClosestMatch.of(raw, choices).map(near -> " Did you mean `" + near + "`?").orElse("");
        return "`" + name + "` is one of " + known + "." + meant;
    }
}
