package org.depesche.content.editorial.form;

import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Reconciles the members {@code category}, {@code categories} and {@code placements}, which all repeat the category of the
 * home site. A change of one of them is a change of that category alone, and the unchanged members follow.
 */
final class PlacementMerger {

    private static final String CATEGORY = "category";
    private static final String CATEGORIES = "categories";
    private static final String PLACEMENTS = "placements";

    private PlacementMerger() {
    }

    /** Changes the merged document of a request. */
    static void merge(ObjectNode document, ObjectNode current) {
        if (!isUnchanged(CATEGORY, document, current)) {
            followCategory(document, current);
        } else if (!isUnchanged(PLACEMENTS, document, current)) {
            followPlacements(document, current);
        }
    }

    private static boolean isUnchanged(String member, ObjectNode document, ObjectNode current) {
        return document.path(member).equals(current.path(member));
    }

    private static void followCategory(ObjectNode document, ObjectNode current) {
        if (isUnchanged(CATEGORIES, document, current)) {
            dropMainCategory(document);
        }
        if (!isUnchanged(PLACEMENTS, document, current) || document.path(PLACEMENTS).isEmpty()) {
            return;
        }
        var placements = (ArrayNode) document.get(PLACEMENTS);
        var home = (ObjectNode) placements.get(0);
        var main = reference(document.path(CATEGORY)).or(() -> firstOf(document.path(CATEGORIES)));
        main.ifPresentOrElse(category -> home.put(CATEGORY, category), () -> placements.remove(0));
    }

    private static void followPlacements(ObjectNode document, ObjectNode current) {
        var requested = document.path(PLACEMENTS).path(0);
        if (requested.isMissingNode()) {
            return;
        }
        var former = current.path(PLACEMENTS).path(0);
        var isHomeChanged = !requested.path("site").equals(former.path("site"));
        if (!isHomeChanged && requested.path(CATEGORY).equals(former.path(CATEGORY))) {
            return;
        }
        document.remove(CATEGORY);
        if (isUnchanged(CATEGORIES, document, current)) {
            // Further categories are of the home site; another site does not have them.
            dropMainCategory(document);
            if (isHomeChanged) {
                document.remove(CATEGORIES);
            }
        }
    }

    private static void dropMainCategory(ObjectNode document) {
        if (document.get(CATEGORIES) instanceof ArrayNode categories && !categories.isEmpty()) {
            categories.remove(0);
        }
    }

    /** Returns the id, slug or name in a reference. Empty for null, and for a value that is no reference. */
    private static Optional<String> reference(JsonNode category) {
        return category.isTextual() ? Optional.of(category.textValue())
                : Stream.of("id", "slug", "name").map(category::path).filter(JsonNode::isTextual).map(JsonNode::textValue)
                        .findFirst();
    }

    private static Optional<String> firstOf(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).findFirst().flatMap(PlacementMerger::reference);
    }
}
