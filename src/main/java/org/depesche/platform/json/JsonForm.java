package org.depesche.platform.json;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.depesche.kernel.ClosestMatch;
import org.depesche.kernel.PlainText;
import org.depesche.kernel.Slug;
import org.depesche.kernel.SlugSuggestion;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One JSON object that a client sent, read member by member. An invalid member is recorded as an error and read as
 * absent. The caller reads all members and then calls {@link #verify()}, which throws all errors at once, including
 * members that nobody read:
 * <pre>
 * var form = JsonForm.parse(body);
 * var name = form.text("name", 200);
 * var links = form.objects("links", 50).stream().map(Link::read).toList();
 * form.require("name");
 * form.verify();
 * </pre>
 *
 * <p>JSON's {@code null} is read as absent. Texts are returned unchanged, neither trimmed nor cut.
 */
public final class JsonForm {

    private static final byte[] EMPTY_OBJECT = { '{', '}' };
    private static final byte[] NULL = { 'n', 'u', 'l', 'l' };

    private final ObjectNode members;
    private final String pointer;
    private final JsonForm root;
    private final InputErrors inputErrors;
    private final Set<String> readMembers = new HashSet<>();
    private final List<JsonForm> nested = new ArrayList<>();

    private JsonForm(ObjectNode members, String pointer, InputErrors inputErrors) {
        this.members = members;
        this.pointer = pointer;
        this.inputErrors = inputErrors;
        this.root = this;
    }

    private JsonForm(ObjectNode members, String pointer, JsonForm root) {
        this.members = members;
        this.pointer = pointer;
        this.inputErrors = root.inputErrors;
        this.root = root;
        root.nested.add(this);
    }

    /**
     * Parses a body with the default limits.
     *
     * @throws Problem if the bytes are no JSON object
     */
    public static JsonForm parse(byte[] json) {
        return parse(json, 0, json.length, JsonLimits.DEFAULT);
    }

    /** Parses a body, and adds errors found elsewhere in the same request, for example in its parameters. */
    public static JsonForm parse(byte[] json, List<InputError> errors) {
        try {
            var form = parse(json);
            errors.forEach(form.inputErrors::add);
            return form;
        } catch (Problem malformed) {
            throw malformed.with(errors);
        }
    }

    /**
     * Parses part of an array.
     *
     * @throws Problem if the bytes are no JSON object
     */
    public static JsonForm parse(byte[] json, int offset, int length, JsonLimits limits) {
        var value = StrictJsonParser.withLimits(limits).parse(json, offset, length);
        if (value instanceof ObjectNode members) {
            var form = new JsonForm(members, "", new InputErrors(limits.maxErrors()));
            if (StrictJsonParser.mayContainSurrogateEscapes(json, offset, length)) {
                UnicodeText.rejectUnpairedSurrogates(members, "", form.inputErrors::add);
            }
            return form;
        }
        throw Problem.invalidBody(List.of(InputError.atPointer("", "must be an object, not " + typeName(value) + ".")));
    }

    /** Parses an optional body: no body, and the {@code null} that some clients send instead, are read as {@code {}}. */
    public static JsonForm parseOptional(byte @Nullable [] json, List<InputError> errors) {
        return parse(json == null || json.length == 0 || Arrays.equals(json, NULL) ? EMPTY_OBJECT : json, errors);
    }

    /** Wraps a parsed value, for example the result of a patch. Errors are reported below the given pointer. */
    public static JsonForm of(ObjectNode members, String pointer) {
        return new JsonForm(members, pointer, new InputErrors(JsonLimits.DEFAULT.maxErrors()));
    }

    /** Returns a form with another document, for example the result of a patch. The errors found so far are kept. */
    public JsonForm withDocument(ObjectNode document) {
        var form = of(document, pointer);
        inputErrors.copy().all().forEach(form.inputErrors::add);
        return form;
    }

    /**
     * Removes what XML cannot carry from all texts of this object, before a member is read. Returns the number of removed
     * characters by the pointer of the text.
     */
    public Map<String, Integer> removeForbiddenCharacters() {
        return UnicodeText.removeForbidden(members, pointer);
    }

    /** Returns whether the member is present and not null. */
    public boolean has(String member) {
        return member(member).isPresent();
    }

    /** Returns whether the member is present with the value null, which a merge patch uses to remove it. */
    public boolean isExplicitNull(String member) {
        readMembers.add(member);
        return members.path(member).isNull();
    }

    /** Accepts members without reading them. */
    public void ignore(String... names) {
        readMembers.addAll(Arrays.asList(names));
    }

    /** Accepts all remaining members, because the whole object is already known to be invalid. */
    public void ignoreRest() {
        members.fieldNames().forEachRemaining(readMembers::add);
    }

    /** Records an error for each of these members that is absent. */
    public void require(String... names) {
        for (var name : names) {
            if (!has(name)) {
                reject(name, "is required.");
            }
        }
    }

    /** Records an error that the caller found in a member. */
    public void reject(String member, String detail) {
        inputErrors.add(JsonPointers.child(pointer, member), detail);
    }

    /** Records an error at a pointer below this object, for example in an element of a list. */
    public void rejectAt(String pointer, String detail) {
        inputErrors.add(pointer, detail);
    }

    /** Records an error about this object as a whole. */
    public void reject(String detail) {
        inputErrors.add(pointer, detail);
    }

    /** Returns the JSON pointer (RFC 6901) of this object in the request's body. */
    public String pointer() {
        return pointer;
    }

    /** Returns the JSON pointer of a member. */
    public String pointer(String member) {
        return JsonPointers.child(pointer, member);
    }

    /** Returns the members as the client sent them. */
    public ObjectNode json() {
        return members;
    }

    /** Reads a text of at most {@code max} characters (Unicode code points) that is not blank. */
    public Optional<String> text(String member, int max) {
        return member(member).flatMap(value -> TextRules.read(value, max, problem -> reject(member, problem)));
    }

    /** Reads a text, as a name or a headline, of which a reader must see at least one character. */
    public Optional<String> visibleText(String member, int max) {
        return text(member, max).filter(text -> !PlainText.isInvisible(text) || rejectAndFail(member,
                "needs one visible character."));
    }

    /** Reads a slug. */
    public Optional<String> slug(String member) {
        return text(member, Slug.MAX_LENGTH).filter(slug -> Slug.isSlug(slug) || rejectAndFail(member,
                "must be a slug: lower-case ASCII letters and digits, in words joined by hyphens."
                        + SlugSuggestion.didYouMean(Optional.of(Slug.from(slug, "")).filter(Slug::isSlug))));
    }

    /** Reads an absolute URL with one of these schemes; without schemes, http or https. */
    public Optional<URI> httpUrl(String member, String... schemes) {
        var allowed = schemes.length == 0 ? WebUrl.HTTP : Set.of(schemes);
        return text(member, WebUrl.MAX_LENGTH).flatMap(text -> {
            var url = WebUrl.parse(text, allowed);
            if (url.isEmpty()) {
                reject(member, WebUrl.mistake(text, allowed));
            }
            return url;
        });
    }

    /** Reads true or false. */
    public Optional<Boolean> flag(String member) {
        return member(member).filter(value -> value.isBoolean() || rejectType(member, "true or false", value))
                .map(JsonNode::booleanValue);
    }

    /** Reads a whole number from {@code min} to {@code max}, both inclusive. */
    public OptionalInt number(String member, int min, int max) {
        var number = number(member, (long) min, (long) max);
        return number.isPresent() ? OptionalInt.of((int) number.getAsLong()) : OptionalInt.empty();
    }

    /** Reads a whole number from {@code min} to {@code max}, both inclusive. */
    public OptionalLong number(String member, long min, long max) {
        var range = "a whole number from " + min + " to " + max;
        return member(member)
                .filter(value -> value.isNumber() || rejectType(member, range, value))
                .filter(value -> isBetween(value, min, max) || rejectAndFail(member, "must be " + range + "."))
                .map(value -> OptionalLong.of(value.longValue())).orElse(OptionalLong.empty());
    }

    private static boolean isBetween(JsonNode value, long min, long max) {
        return value.canConvertToExactIntegral() && value.canConvertToLong() && value.longValue() >= min
                && value.longValue() <= max;
    }

    /** Reads a number from {@code min} to {@code max}, both inclusive. */
    public Optional<Double> decimal(String member, double min, double max) {
        var range = "a number from " + min + " to " + max;
        return member(member)
                .filter(value -> value.isNumber() || rejectType(member, range, value)).map(JsonNode::doubleValue)
                .filter(value -> value >= min && value <= max || rejectAndFail(member, "must be " + range + "."));
    }

    /** Reads one of these words and returns its value. */
    public <E> Optional<E> choice(String member, Map<String, E> values) {
        return text(member, 200).flatMap(word -> {
            var choice = Optional.ofNullable(values.get(word));
            if (choice.isEmpty()) {
                reject(member, "must be one of " + String.join(", ", values.keySet()) + ".");
            }
            return choice;
        });
    }

    /** Reads an object. */
    public Optional<JsonForm> object(String member) {
        return member(member).flatMap(value -> nested(value, pointer(member)));
    }

    /** Reads a list of objects. An element of another type is an error and left out. */
    public List<JsonForm> objects(String member, int maxCount) {
        return elements(member, maxCount, this::nested);
    }

    /** Reads a list of lists of objects, for example the rows of a table. */
    public List<List<JsonForm>> lists(String member, int maxCount, int maxEach) {
        return elements(member, maxCount, (value, elementPointer) -> {
            if (!value.isArray() || value.size() > maxEach) {
                inputErrors.add(elementPointer,
                        value.isArray() ? tooManyMessage(value, maxEach) : "must be a list, not " + typeName(value) + ".");
                return Optional.empty();
            }
            return Optional.of(each(value, elementPointer, this::nested));
        });
    }

    /** Reads a list of texts, with the rules of {@link #text}. */
    public List<String> texts(String member, int maxCount, int maxChars) {
        return elements(member, maxCount,
                (value, elementPointer) -> TextRules.read(value, maxChars,
                        problem -> inputErrors.add(elementPointer, problem)));
    }

    /**
     * Reads a list of texts with an additional rule.
     *
     * @param mistake returns what is wrong with a text, which becomes an error at the element; empty for a valid text
     */
    public List<String> texts(String member, int maxCount, int maxChars, Function<String, Optional<String>> mistake) {
        return elements(member, maxCount, (value, elementPointer) -> TextRules
                .read(value, maxChars, problem -> inputErrors.add(elementPointer, problem))
                .filter(text -> mistake.apply(text).map(detail -> {
                    inputErrors.add(elementPointer, detail);
                    return false;
                }).orElse(true)));
    }

    /** Returns the member as the client sent it, if its type may vary. The caller checks it. */
    public Optional<JsonNode> raw(String member) {
        return member(member);
    }

    /** Creates a form for an object that {@link #raw} returned or contains. Both forms share the list of errors. */
    public JsonForm nested(ObjectNode value, String pointer) {
        return new JsonForm(value, pointer, root);
    }

    private Optional<JsonForm> nested(JsonNode value, String pointer) {
        if (value instanceof ObjectNode object) {
            return Optional.of(nested(object, pointer));
        }
        inputErrors.add(pointer, "must be an object, not " + typeName(value) + ".");
        return Optional.empty();
    }

    private <T> List<T> elements(String member, int maxCount, BiFunction<JsonNode, String, Optional<T>> read) {
        var list = member(member).filter(value -> value.isArray() || rejectType(member, "a list", value));
        if (list.isEmpty()) {
            return List.of();
        }
        if (list.get().size() > maxCount) {
            reject(member, tooManyMessage(list.get(), maxCount));
            return List.of();
        }
        return each(list.get(), pointer(member), read);
    }

    private static <T> List<T> each(JsonNode list, String pointer, BiFunction<JsonNode, String, Optional<T>> read) {
        var elements = new ArrayList<T>(list.size());
        for (var i = 0; i < list.size(); i++) {
            read.apply(list.get(i), pointer + "/" + i).ifPresent(elements::add);
        }
        return List.copyOf(elements);
    }

    private static String tooManyMessage(JsonNode list, int max) {
        return "holds " + list.size() + " elements; at most " + max + " are allowed.";
    }

    /** Throws one problem with all errors, if there are any. */
    public void verify() {
        var errors = errors();
        if (!errors.isEmpty()) {
            throw Problem.invalidBody(errors);
        }
    }

    /** Returns all errors so far, including one for each member that nobody read. */
    public List<InputError> errors() {
        var all = root.inputErrors.copy();
        root.addUnknownMembers(all);
        root.nested.forEach(form -> form.addUnknownMembers(all));
        return all.all();
    }

    private void addUnknownMembers(InputErrors all) {
        if (readMembers.containsAll(members.propertyStream().map(Map.Entry::getKey).toList())) {
            return;
        }
        members.fieldNames().forEachRemaining(name -> {
            if (!readMembers.contains(name)) {
                var meant = all.isFull() ? Optional.<String> empty()
                        : ClosestMatch.of(name, readMembers).or(() -> MemberHints.of(name, readMembers));
                all.add(pointer(name), "is no member of this object." + SlugSuggestion.didYouMean(meant));
            }
        });
    }

    private Optional<JsonNode> member(String member) {
        readMembers.add(member);
        return Optional.ofNullable(members.get(member)).filter(value -> !value.isNull());
    }

    private boolean rejectType(String member, String expected, JsonNode value) {
        return rejectAndFail(member, "must be " + expected + ", not " + typeName(value) + ".");
    }

    private boolean rejectAndFail(String member, String detail) {
        reject(member, detail);
        return false;
    }

    static String typeName(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT, POJO -> "an object";
            case STRING, BINARY -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case NULL, MISSING -> "null";
        };
    }
}
