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

import org.depesche.kernel.ClosestMatch;
import org.depesche.kernel.Slug;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One JSON object that somebody sent, read member by member. A wrong member is noted and reads as absent, so that a
 * reader asks for all it knows and then calls {@link #verify()}, which tells every mistake at once, members that nobody
 * asked for among them:
 *
 * <pre>
 * var form = Form.parse(body);
 * var name = form.text("name", 200);
 * var links = form.objects("links", 50).stream().map(Link::read).toList();
 * form.require("name");
 * form.verify();
 * </pre>
 *
 * JSON's {@code null} is the same as absent. Texts come out as they came in, neither trimmed nor cut.
 */
public final class JsonForm {

    private static final byte[] EMPTY_OBJECT = { '{', '}' };

    private final ObjectNode members;
    private final String pointer;
    private final JsonForm root;
    private final InputErrors inputErrors;
    private final Set<String> readMembers = new HashSet<>();
    private final List<JsonForm> nested = new ArrayList<>();

    private JsonForm(ObjectNode members, String pointer, InputErrors mistakes) {
        this.members = members;
        this.pointer = pointer;
        this.inputErrors = mistakes;
        this.root = this;
    }

    private JsonForm(ObjectNode members, String pointer, JsonForm root) {
        this.members = members;
        this.pointer = pointer;
        this.inputErrors = root.inputErrors;
        this.root = root;
        root.nested.add(this);
    }

    public static JsonForm parse(byte[] json) {
        return parse(json, 0, json.length, JsonLimits.DEFAULT);
    }

    /** Mistakes found elsewhere in the same request, as in its parameters, are told together with those of the body. */
    public static JsonForm parse(byte[] json, List<InputError> others) {
        try {
            var form = parse(json);
            others.forEach(form.inputErrors::add);
            return form;
        } catch (Problem unreadable) {
            throw unreadable.with(others);
        }
    }

    /** Throws a {@link Problem} when the bytes are no JSON object. */
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

    /** What callers may leave out altogether: no body is the same as {@code {}}. */
    public static JsonForm parseOptional(byte @Nullable [] json, List<InputError> others) {
        return parse(json == null || json.length == 0 ? EMPTY_OBJECT : json, others);
    }

    /** A value that is read already, as the document a patch resulted in; mistakes are told below that pointer. */
    public static JsonForm of(ObjectNode members, String pointer) {
        return new JsonForm(members, pointer, new InputErrors(JsonLimits.DEFAULT.maxErrors()));
    }

    /** Another document in place of this one, as what a patch resulted in; mistakes found so far stay. */
    public JsonForm withDocument(ObjectNode document) {
        var form = of(document, pointer);
        inputErrors.copy().all().forEach(form.inputErrors::add);
        return form;
    }

    /** Whether the member is there and not null. */
    public boolean has(String member) {
        return member(member).isPresent();
    }

    /** Whether the member is there with the value null: what a merge patch removes. */
    public boolean isExplicitNull(String member) {
        readMembers.add(member);
        return members.path(member).isNull();
    }

    /** Members that may be there and are not read. */
    public void ignore(String... names) {
        readMembers.addAll(Arrays.asList(names));
    }

    /** Nobody will read what is left, as it is known already that the whole object is wrong. */
    public void ignoreRest() {
        members.fieldNames().forEachRemaining(readMembers::add);
    }

    /** Members that must be there. */
    public void require(String... names) {
        for (var name : names) {
            if (!has(name)) {
                reject(name, "is required.");
            }
        }
    }

    /** A mistake that the caller found. */
    public void reject(String member, String detail) {
        inputErrors.add(JsonPointers.child(pointer, member), detail);
    }

    /** A mistake somewhere below, as in an element of a list. */
    public void rejectAt(String place, String detail) {
        inputErrors.add(place, detail);
    }

    /** A mistake of this object as a whole. */
    public void reject(String detail) {
        inputErrors.add(pointer, detail);
    }

    public String pointer() {
        return pointer;
    }

    /** The pointer of one of the members. */
    public String pointer(String member) {
        return JsonPointers.child(pointer, member);
    }

    /** The members as sent. */
    public ObjectNode json() {
        return members;
    }

    /** At most that many characters (Unicode code points), and not blank. */
    public Optional<String> text(String member, int max) {
        return member(member).flatMap(value -> TextRules.read(value, max, problem -> reject(member, problem)));
    }

    public Optional<String> slug(String member) {
        return text(member, Slug.MAX_LENGTH).filter(slug -> Slug.isSlug(slug) || rejectAndFail(member,
                "must be a slug: lower-case ASCII letters and digits, in words joined by hyphens."));
    }

    /** An absolute address with one of these schemes; none named: http or https. */
    public Optional<URI> httpUrl(String member, String... schemes) {
        var allowed = schemes.length == 0 ? WebUrl.HTTP : Set.of(schemes);
        return text(member, WebUrl.MAX_LENGTH).flatMap(text -> {
            var url = WebUrl.parse(text, allowed);
            if (url.isEmpty()) {
                reject(member,
                        "must be an absolute address with " + String.join(" or ", allowed.stream().sorted().toList()) + ".");
            }
            return url;
        });
    }

    public Optional<Boolean> flag(String member) {
        return member(member).filter(value -> value.isBoolean() || rejectType(member, "true or false", value))
                .map(JsonNode::booleanValue);
    }

    public OptionalInt number(String member, int min, int max) {
        var number = number(member, (long) min, (long) max);
        return number.isPresent() ? OptionalInt.of((int) number.getAsLong()) : OptionalInt.empty();
    }

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

    public Optional<Double> decimal(String member, double min, double max) {
        var range = "a number from " + min + " to " + max;
        return member(member)
                .filter(value -> value.isNumber() || rejectType(member, range, value)).map(JsonNode::doubleValue)
                .filter(value -> value >= min && value <= max || rejectAndFail(member, "must be " + range + "."));
    }

    /** The value that the word stands for. */
    public <E> Optional<E> choice(String member, Map<String, E> values) {
        return text(member, 200).flatMap(word -> {
            var choice = Optional.ofNullable(values.get(word));
            if (choice.isEmpty()) {
                reject(member, "must be one of " + String.join(", ", values.keySet()) + ".");
            }
            return choice;
        });
    }

    public Optional<JsonForm> object(String member) {
        return member(member).flatMap(value -> nested(value, pointer(member)));
    }

    /** The objects of a list; what is no object is noted and left out. */
    public List<JsonForm> objects(String member, int maxCount) {
        return elements(member, maxCount, this::nested);
    }

    /** A list of lists of objects, as a table is. */
    public List<List<JsonForm>> lists(String member, int maxCount, int maxEach) {
        return elements(member, maxCount, (value, at) -> {
            if (!value.isArray() || value.size() > maxEach) {
                inputErrors.add(at,
                        value.isArray() ? tooManyMessage(value, maxEach) : "must be a list, not " + typeName(value) + ".");
                return Optional.empty();
            }
            return Optional.of(each(value, at, this::nested));
        });
    }

    /** The texts of a list, under the rules of {@link #text}. */
    public List<String> texts(String member, int maxCount, int maxChars) {
        return elements(member, maxCount,
                (value, at) -> TextRules.read(value, maxChars, problem -> inputErrors.add(at, problem)));
    }

    /** The member as sent, for what has more than one form; it is the caller's to judge. */
    public Optional<JsonNode> raw(String member) {
        return member(member);
    }

    /** A form for an object that {@link #raw} found, or whose list it found; mistakes stay together with ours. */
    public JsonForm nested(ObjectNode value, String at) {
        return new JsonForm(value, at, root);
    }

    private Optional<JsonForm> nested(JsonNode value, String at) {
        if (value instanceof ObjectNode object) {
            return Optional.of(nested(object, at));
        }
        inputErrors.add(at, "must be an object, not " + typeName(value) + ".");
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

    private static <T> List<T> each(JsonNode list, String at, BiFunction<JsonNode, String, Optional<T>> read) {
        var elements = new ArrayList<T>(list.size());
        for (var i = 0; i < list.size(); i++) {
            read.apply(list.get(i), at + "/" + i).ifPresent(elements::add);
        }
        return List.copyOf(elements);
    }

    private static String tooManyMessage(JsonNode list, int max) {
        return "holds " + list.size() + " elements; at most " + max + " are allowed.";
    }

    /** Throws all mistakes as one problem, if there are any. */
    public void verify() {
        var errors = errors();
        if (!errors.isEmpty()) {
            throw Problem.invalidBody(errors);
        }
    }

    /** All mistakes so far, with the members that nobody asked for. */
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
                var meant = all.isFull() ? Optional.<String> empty() : ClosestMatch.of(name, readMembers);
                all.add(pointer(name),
                        "There is no such member" + meant.map(other -> "; the closest known one is " + other).orElse("") + ".");
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
