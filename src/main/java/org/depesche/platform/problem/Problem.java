package org.depesche.platform.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A failure that the caller is told of as a problem document (RFC 9457). Rooms throw it as it is or as a subclass that
 * states the fact; one mapper turns all of them into answers.
 */
public class Problem extends RuntimeException {

    private final transient ProblemType type;
    private final transient List<InputError> errors = new ArrayList<>();
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    public Problem(ProblemType type, String detail) {
        super(detail, null, false, false);
        this.type = type;
    }

    /** Wrong parameters, all of them at once. */
    public static Problem invalidParameters(List<InputError> errors) {
        return new Problem(ProblemType.INVALID_PARAMETER, summary(errors)).with(errors);
    }

    /** A body that breaks rules, all of them at once; wrong parameters of the same request may be among them. */
    public static Problem invalidBody(List<InputError> errors) {
        var isBody = errors.stream().anyMatch(error -> error.pointer() != null);
        return isBody ? new Problem(ProblemType.INVALID_BODY, summary(errors)).with(errors) : invalidParameters(errors);
    }

    private static String summary(List<InputError> errors) {
        return errors.size() == 1 ? errors.get(0).detail() : errors.size() + " mistakes; see errors.";
    }

    public Problem with(List<InputError> more) {
        errors.addAll(more);
        return this;
    }

    /** An extension member of the document (RFC 9457, section 3.2). */
    public Problem with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** A header of the answer, as Retry-After or Allow. */
    public Problem header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<InputError> errors() {
        return List.copyOf(errors);
    }

    public Map<String, Object> members() {
        return Map.copyOf(members);
    }

    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }
}
