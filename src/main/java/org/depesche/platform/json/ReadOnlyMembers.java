package org.depesche.platform.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The members of a representation that clients cannot write. A request may have them with their current values, so that a
 * client can send back what GET returned.
 */
public final class ReadOnlyMembers {

    private final Map<String, String> details;

    private ReadOnlyMembers(Map<String, String> details) {
        this.details = details;
    }

    public static ReadOnlyMembers of(String... names) {
        return withMessage("cannot be set.", List.of(names));
    }

    public static ReadOnlyMembers withMessage(String message, List<String> names) {
        var details = new LinkedHashMap<String, String>();
        names.forEach(name -> details.put(name, message));
        return new ReadOnlyMembers(details);
    }

    /** Returns the same members with another error message for one of them. */
    public ReadOnlyMembers withMessage(String name, String message) {
        var changed = new LinkedHashMap<>(details);
        changed.put(name, message);
        return new ReadOnlyMembers(changed);
    }

    /**
     * Returns a form with the other members of a document. Each read-only member that differs from its current value is an
     * error of the form.
     *
     * @param request the request, whose errors the form has too
     * @param document the members that the request asks for; this method removes unchanged read-only members from it
     * @param current the current representation
     */
    public JsonForm check(JsonForm request, ObjectNode document, ObjectNode current) {
        details.keySet().stream().filter(name -> isUnchanged(document.get(name), current.get(name)))
                .forEach(document::remove);
        var form = request.withDocument(document);
        details.forEach((name, message) -> {
            if (document.has(name)) {
                form.ignore(name);
                form.reject(name, message);
            }
        });
        return form;
    }

    /** JSON's null is read as absent, as everywhere in a form. */
    private static boolean isUnchanged(@Nullable JsonNode requested, @Nullable JsonNode current) {
        return requested != null && (requested.isNull() || requested.equals(current));
    }
}
