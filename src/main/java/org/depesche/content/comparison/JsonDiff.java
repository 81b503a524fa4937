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
 * Compares two articles in their writing form: objects member by member, bodies block by block, texts word by word. One
 * comparison, one object.
 */
public final class JsonDiff {

    private final WordDiff wordDiff;
    private final List<Change> changes = new ArrayList<>();

    /** @param longest text, in characters, that is compared word by word */
    public JsonDiff(int longest) {
        this.wordDiff = new WordDiff(longest);
    }

    /** All differences, in the order of the later one. */
    public List<Change> compare(ObjectNode before, ObjectNode after) {
        compareObjects("", before, after);
        return List.copyOf(changes);
    }

    private void compareObjects(String at, ObjectNode before, ObjectNode after) {
        var names = new LinkedHashSet<String>();
        after.fieldNames().forEachRemaining(names::add);
        before.fieldNames().forEachRemaining(names::add);
        names.forEach(name -> compareValues(at + "/" + name, before.get(name), after.get(name)));
    }

    private void compareValues(String at, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (before == null || after == null) {
            changes.add(new Change(at, before == null ? "added" : "removed", before, after, List.of()));
        } else if (before instanceof ObjectNode was && after instanceof ObjectNode is) {
            compareObjects(at, was, is);
        } else if (before instanceof ArrayNode was && after instanceof ArrayNode is && (hasObjects(was) || hasObjects(is))) {
            compareLists(at, list(was), list(is));
        } else if (!before.equals(after)) {
            changes.add(new Change(at, "changed", before, after, wordDiff.compare(before, after)));
        }
    }

    private static boolean hasObjects(ArrayNode list) {
        return !list.isEmpty() && list.get(0).isObject();
    }

    private static List<JsonNode> list(ArrayNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private void compareLists(String at, List<JsonNode> before, List<JsonNode> after) {
        Hunk.between(before, after).forEach(hunk -> compareLists(at, hunk));
    }

    private void compareLists(String at, Hunk<JsonNode> hunk) {
        var done = 0;
        for (var pair : BlockMatcher.match(hunk.removed(), hunk.added())) {
            for (; done < pair.before(); done++) {
                addRemoved(at + "/" + (hunk.beforeStart() + done), hunk.removed().get(done));
            }
            var place = at + "/" + (hunk.afterStart() + pair.after());
            if (pair.isNew()) {
                addAdded(place, hunk.added().get(pair.after()));
            } else {
                compareValues(place, hunk.removed().get(done++), hunk.added().get(pair.after()));
            }
        }
        for (; done < hunk.removed().size(); done++) {
            addRemoved(at + "/" + (hunk.beforeStart() + done), hunk.removed().get(done));
        }
    }

    private void addRemoved(String at, JsonNode before) {
        changes.add(new Change(at, "removed", before, null, List.of()));
    }

    private void addAdded(String at, JsonNode after) {
        changes.add(new Change(at, "added", null, after, List.of()));
    }
}
