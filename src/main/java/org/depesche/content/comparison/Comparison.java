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
public final class Comparison {

    private final Wording wording;
    private final List<Change> changes = new ArrayList<>();

    /** @param longest text, in characters, that is compared word by word */
    public Comparison(int longest) {
        this.wording = new Wording(longest);
    }

    /** All differences, in the order of the later one. */
    public List<Change> of(ObjectNode before, ObjectNode after) {
        members("", before, after);
        return List.copyOf(changes);
    }

    private void members(String at, ObjectNode before, ObjectNode after) {
        var names = new LinkedHashSet<String>();
        after.fieldNames().forEachRemaining(names::add);
        before.fieldNames().forEachRemaining(names::add);
        names.forEach(name -> value(at + "/" + name, before.get(name), after.get(name)));
    }

    private void value(String at, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (before == null || after == null) {
            changes.add(new Change(at, before == null ? "added" : "removed", before, after, List.of()));
        } else if (before instanceof ObjectNode was && after instanceof ObjectNode is) {
            members(at, was, is);
        } else if (before instanceof ArrayNode was && after instanceof ArrayNode is && (hasObjects(was) || hasObjects(is))) {
            blocks(at, list(was), list(is));
        } else if (!before.equals(after)) {
            changes.add(new Change(at, "changed", before, after, wording.of(before, after)));
        }
    }

    private static boolean hasObjects(ArrayNode list) {
        return !list.isEmpty() && list.get(0).isObject();
    }

    private static List<JsonNode> list(ArrayNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private void blocks(String at, List<JsonNode> before, List<JsonNode> after) {
        Hunk.between(before, after).forEach(hunk -> blocks(at, hunk));
    }

    private void blocks(String at, Hunk<JsonNode> hunk) {
        var done = 0;
        for (var pair : Pairing.of(hunk.removed(), hunk.added())) {
            for (; done < pair.before(); done++) {
                removed(at + "/" + (hunk.at() + done), hunk.removed().get(done));
            }
            var place = at + "/" + (hunk.atAfter() + pair.after());
            if (pair.isNew()) {
                added(place, hunk.added().get(pair.after()));
            } else {
                value(place, hunk.removed().get(done++), hunk.added().get(pair.after()));
            }
        }
        for (; done < hunk.removed().size(); done++) {
            removed(at + "/" + (hunk.at() + done), hunk.removed().get(done));
        }
    }

    private void removed(String at, JsonNode before) {
        changes.add(new Change(at, "removed", before, null, List.of()));
    }

    private void added(String at, JsonNode after) {
        changes.add(new Change(at, "added", null, after, List.of()));
    }
}
