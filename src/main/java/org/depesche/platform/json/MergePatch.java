package org.depesche.platform.json;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Applies a JSON merge patch (RFC 7396): null removes a member, objects are merged, any other value replaces the member. */
public final class MergePatch {

    private MergePatch() {
    }

    /** Returns the patched document. Neither argument is changed. */
    public static ObjectNode apply(ObjectNode document, ObjectNode patch) {
        return merge(document.deepCopy(), patch);
    }

    private static ObjectNode merge(ObjectNode target, ObjectNode patch) {
        for (Map.Entry<String, JsonNode> change : patch.properties()) {
            var value = change.getValue();
            if (value.isNull()) {
                target.remove(change.getKey());
            } else if (value instanceof ObjectNode object) {
                var current = target.get(change.getKey()) instanceof ObjectNode existing ? existing : target.objectNode();
                target.set(change.getKey(), merge(current, object));
            } else {
                target.set(change.getKey(), value.deepCopy());
            }
        }
        return target;
    }
}
