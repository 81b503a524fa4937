package org.depesche.platform.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A failure that the client receives as a problem document (RFC 9457). Packages throw it, or a subclass that states the
 * fact. One mapper turns all problems into responses.
 */
public class Problem extends RuntimeException {

    private final transient ProblemType type;
    private final transient List<InputError> errors = new ArrayList<>();
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    /**
     * Creates a problem without stack trace.
     *
     * @param detail a sentence about this occurrence, which the client receives
     */
    public Problem(ProblemType type, String detail) {
        super(detail, null, false, false);
        this.type = type;
    }

    /** Creates the problem of invalid parameters, with all errors. */
    public static Problem invalidParameters(List<InputError> errors) {
        return new Problem(ProblemType.INVALID_PARAMETER, summary(errors)).with(errors);
    }

    /** Creates the conflict of one member with the stored state. */
    public static Problem conflict(String pointer, String detail) {
        return new Problem(ProblemType.CONFLICT, detail).with(List.of(InputError.atPointer(pointer, detail)));
    }

    /** Creates the problem of an invalid body, with all errors. The errors may include parameters of the same request. */
    public static Problem invalidBody(List<InputError> errors) {
        var isBody = errors.stream().anyMatch(error -> error.pointer() != null);
        return isBody ? new Problem(ProblemType.INVALID_BODY, summary(errors)).with(errors) : invalidParameters(errors);
    }

    private static String summary(List<InputError> errors) {
        return errors.size() == 1 ? errors.get(0).detail() : errors.size() + " mistakes; see errors.";
    }

    /** Adds errors to the document. */
    public Problem with(List<InputError> additional) {
        errors.addAll(additional);
        return this;
    }

    /** Adds an extension member to the document (RFC 9457, section 3.2). */
    public Problem with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** Adds a response header, for example Retry-After or Allow. */
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
