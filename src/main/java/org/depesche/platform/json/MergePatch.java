package org.depesche.platform.json;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Changes a document as RFC 7396 says: what the patch leaves out stays, null removes, objects merge, all else replaces. */
public final class MergePatch {

    private MergePatch() {
    }

    /** A new document; neither of the two is changed. */
    public static ObjectNode apply(ObjectNode document, ObjectNode patch) {
        return merged(document.deepCopy(), patch);
    }

    private static ObjectNode merged(ObjectNode target, ObjectNode patch) {
        for (Map.Entry<String, JsonNode> change : patch.properties()) {
            var value = change.getValue();
            if (value.isNull()) {
                target.remove(change.getKey());
            } else if (value instanceof ObjectNode object) {
                var before = target.get(change.getKey()) instanceof ObjectNode old ? old : target.objectNode();
                target.set(change.getKey(), merged(before, object));
            } else {
                target.set(change.getKey(), value.deepCopy());
            }
        }
        return target;
    }
}
