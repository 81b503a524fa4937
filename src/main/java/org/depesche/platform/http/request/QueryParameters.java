package org.depesche.platform.http.request;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import org.depesche.kernel.ClosestMatch;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Parses query parameters and collects all errors, so that one response reports every error. An invalid value is replaced
 * by the default. The caller must call {@link #verify()} between reading the parameters and acting on them.
 * <pre>
 * var limit = parameters.read(PageParameters.LIMIT, query.limit());
 * parameters.verify();</pre>
 */
@RequestScoped
public class QueryParameters {

    /** More values in one parameter are a download, not a filter. */
    public static final int MAX_VALUES = 100;

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

    /** Returns how many errors were found so far. */
    int errorCount() {
        return errors.size();
    }

    /** Records an error. Only the first error of each parameter is kept. */
    public void reject(String name, String detail) {
        var error = InputError.inParameter(name, detail);
        if (errors.stream().noneMatch(previous -> name.equals(previous.parameter()))) {
            errors.add(error);
        }
    }

    /** The value of a parameter; the default when the query lacks the parameter or its value is wrong. */
    public <T> T read(QueryParameter.WithDefault<T> declared, @Nullable String raw) {
        return read(declared.parameter(), raw).orElse(declared.value());
    }

    /** The value of a parameter; empty when the query lacks the parameter or its value is wrong. */
    public <T> Optional<T> read(QueryParameter<T> declared, @Nullable String raw) {
        return raw == null || isTooLong(declared, raw) ? Optional.empty()
                : declared.values().read(this, declared.name(), raw);
    }

    /** Rejects a text, or one of several between commas, that is longer than its declaration says. */
    private boolean isTooLong(QueryParameter<?> declared, String raw) {
        var schema = declared.values().schema();
        var max = schema.maxLength();
        var isTooLong = max.isPresent() && (schema.isList() ? Arrays.stream(raw.split(",")) : Stream.of(raw))
                .anyMatch(value -> value.length() > max.getAsInt());
        if (isTooLong) {
            reject(declared.name(), (schema.isList() ? "Each value of `" + declared.name() + "`" : "`" + declared.name() + "`")
                    + " has at most " + max.getAsInt() + " characters.");
        }
        return isTooLong;
    }

    /** The value of a text that needs more than the text to be read, as a cursor needs its list. */
    public <T> Optional<T> read(QueryParameter<String> declared, @Nullable String raw, Function<String, Optional<T>> reading,
            String detail) {
        return raw == null || isTooLong(declared, raw) ? Optional.empty() : parse(declared.name(), raw, reading, detail);
    }

    /**
     * The selection of a parameter that takes several values, between commas or repeated; empty when the query lacks the
     * parameter.
     */
    public <T> Set<T> choices(QueryParameter<Set<T>> declared, @Nullable List<String> raws) {
        return isGiven(raws) ? read(declared, joined(raws)).orElse(Set.of()) : Set.of();
    }

    /** The same where the rest of the request leaves only some of the words. */
    public <T> Set<T> choices(QueryParameter<Set<T>> declared, @Nullable List<String> raws, Map<String, T> words) {
        return isGiven(raws)
                ? new ParameterType.SetOf<>(words).read(this, declared.name(), joined(raws)).orElse(Set.of())
                : Set.of();
    }

    /** The values in the order given, without repeats; empty when the query lacks the parameter. */
    public Set<String> list(QueryParameter<?> declared, @Nullable List<String> raws) {
        return isGiven(raws) && !isTooLong(declared, joined(raws)) ? list(declared.name(), joined(raws)) : Set.of();
    }

    /** Whether the query has a parameter that may be repeated. */
    public static boolean isGiven(@Nullable List<String> raws) {
        return raws != null && !raws.isEmpty();
    }

    /** A selection has no order of words: clients that repeat the parameter mean the same as those that write commas. */
    public static String joined(List<String> raws) {
        return String.join(",", raws);
    }

    /** A filter: within one set any of (commas), between the sets all of (the parameter repeated). */
    public List<Set<String>> groups(QueryParameter<List<Set<String>>> declared, @Nullable List<String> raws) {
        if (raws == null) {
            return List.of();
        }
        if (raws.size() > MAX_VALUES) {
            reject(declared.name(), "`" + declared.name() + "` may be repeated at most " + MAX_VALUES + " times.");
            return List.of();
        }
        return raws.stream().map(raw -> isTooLong(declared, raw) ? Set.<String> of() : list(declared.name(), raw)).toList();
    }

    /**
     * The values of a filter by a member that has one value. Repeating the parameter leaves the values that all repetitions
     * have; it is a mistake when nothing is left.
     */
    public Optional<Set<String>> oneOfEach(QueryParameter<List<Set<String>>> declared, @Nullable List<String> raws,
            Collection<String> words) {
        var name = declared.name();
        var left = new LinkedHashSet<String>();
        var groups = groups(declared, raws);
        groups.stream().limit(1).forEach(left::addAll);
        groups.stream().flatMap(Set::stream).forEach(word -> requireKnown(name, word, words));
        groups.forEach(left::retainAll);
        if (left.isEmpty() && !groups.isEmpty()) {
            reject(name, "Nothing has two values of `" + name + "` at once. `" + name + "=" + String.join(",",
                    groups.stream().flatMap(Set::stream).distinct().toList()) + "` means any of them.");
        }
        left.retainAll(words);
        return left.isEmpty() ? Optional.empty() : Optional.of(left);
    }

    /** Rejects a parameter whose condition does not hold. A parameter at its default is no mistake. */
    public void rejectUnlessDefault(QueryParameter.WithDefault<?> dependent, @Nullable String raw) {
        if (dependent.isChangedBy(raw)) {
            reject(dependent.parameter(), "`" + dependent.parameter().name() + "` goes with `" + dependent.condition()
                    + "` alone.");
        }
    }

    /** A mistake in the value of a declared parameter that only the use case can find. */
    public void reject(QueryParameter<?> declared, String detail) {
        reject(declared.name(), detail);
    }

    /** One of the named choices, exactly as written there. */
    <T> Optional<T> choice(String name, String raw, Map<String, T> choices) {
        var choice = Optional.ofNullable(choices.get(raw));
        if (choice.isEmpty()) {
            reject(name, oneOf(name, raw, choices.keySet()));
        }
        return choice;
    }

    private void requireKnown(String name, String word, Collection<String> words) {
        if (!words.contains(word)) {
            reject(name, oneOf(name, word, words));
        }
    }

    Optional<Instant> instant(String name, String raw) {
        var unescaped = raw.indexOf(' ') > 0 ? " A `+` in an address is written `%2B`." : "";
        return parse(name, raw, zone::read, "`" + name + "` is a timestamp with offset, a local time (" + zone.zone()
                + ", not in an hour that the clock change skips or repeats) or a date, between 1900 and 9999." + unescaped);
    }

    <T> Optional<T> parse(String name, String raw, Function<String, Optional<T>> reading, String detail) {
        var value = reading.apply(raw);
        if (value.isEmpty()) {
            reject(name, detail);
        }
        return value;
    }

    Set<String> list(String name, String raw) {
        var values = new LinkedHashSet<>(Arrays.asList(raw.split(",", -1)));
        if (values.stream().anyMatch(String::isBlank)) {
            reject(name, "`" + name + "` has an empty value between its commas.");
        }
        if (values.size() > MAX_VALUES) {
            reject(name, "`" + name + "` takes at most " + MAX_VALUES + " values.");
        }
        return values;
    }

    private static String oneOf(String name, String raw, Collection<String> choices) {
        var quoted = choices.stream().sorted().map(choice -> "`" + choice + "`").collect(joining(", "));
        var hint = ClosestMatch.of(raw, choices).map(match -> " Did you mean `" + match + "`?").orElse("");
        return "`" + name + "` is one of " + quoted + "." + hint;
    }
}
