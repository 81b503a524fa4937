package org.depesche.content.comparison;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.StreamSupport;

import org.depesche.content.comparison.RevisionDiff.Change;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Compares two JSON objects: objects by member, lists of objects (such as the blocks of a body) by element, texts by word. An
 * instance is used for one comparison.
 */
public final class JsonDiff {

    private final WordDiff wordDiff;
    private final List<Change> changes = new ArrayList<>();

    /** @param maxLength the length in characters up to which texts are compared by word */
    public JsonDiff(int maxLength) {
        this.wordDiff = new WordDiff(maxLength);
    }

    /** Returns all differences, in the order of the second article. */
    public List<Change> compare(ObjectNode before, ObjectNode after) {
        compareObjects("", before, after);
        return List.copyOf(changes);
    }

    private void compareObjects(String pointer, ObjectNode before, ObjectNode after) {
        var names = new LinkedHashSet<String>();
        after.fieldNames().forEachRemaining(names::add);
        before.fieldNames().forEachRemaining(names::add);
        names.forEach(name -> compareValues(pointer + "/" + name, before.get(name), after.get(name)));
    }

    private void compareValues(String pointer, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (before == null || after == null) {
            changes.add(new Change(pointer, before == null ? "added" : "removed", before, after, List.of()));
        } else if (before instanceof ObjectNode beforeObject && after instanceof ObjectNode afterObject) {
            compareObjects(pointer, beforeObject, afterObject);
        } else if (before instanceof ArrayNode beforeArray && after instanceof ArrayNode afterArray
                && (hasObjects(beforeArray) || hasObjects(afterArray))) {
            compareLists(pointer, list(beforeArray), list(afterArray));
        } else if (!before.equals(after)) {
            changes.add(new Change(pointer, "changed", before, after, wordDiff.compare(before, after)));
        }
    }

    private static boolean hasObjects(ArrayNode list) {
        return !list.isEmpty() && list.get(0).isObject();
    }

    private static List<JsonNode> list(ArrayNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private void compareLists(String pointer, List<JsonNode> before, List<JsonNode> after) {
        Hunk.between(before, after).forEach(hunk -> compareLists(pointer, hunk));
    }

    private void compareLists(String pointer, Hunk<JsonNode> hunk) {
        var processed = 0;
        for (var pair : BlockMatcher.match(hunk.removed(), hunk.added())) {
            for (; processed < pair.before(); processed++) {
                addRemoved(pointer + "/" + (hunk.beforeStart() + processed), hunk.removed().get(processed));
            }
            var elementPointer = pointer + "/" + (hunk.afterStart() + pair.after());
            if (pair.isNew()) {
                addAdded(elementPointer, hunk.added().get(pair.after()));
            } else {
                compareValues(elementPointer, hunk.removed().get(processed++), hunk.added().get(pair.after()));
            }
        }
        for (; processed < hunk.removed().size(); processed++) {
            addRemoved(pointer + "/" + (hunk.beforeStart() + processed), hunk.removed().get(processed));
        }
    }

    private void addRemoved(String pointer, JsonNode before) {
        changes.add(new Change(pointer, "removed", before, null, List.of()));
    }

    private void addAdded(String pointer, JsonNode after) {
        changes.add(new Change(pointer, "added", null, after, List.of()));
    }
}
