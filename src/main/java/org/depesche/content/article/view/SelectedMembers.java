package org.depesche.content.article.view;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An article with the members that {@code include} added to a view and {@code fields} kept, in the order of the view. */
final class SelectedMembers implements ArticleRepresentation {

    private final Map<String, JsonNode> members = new LinkedHashMap<>();

    SelectedMembers(ObjectNode json) {
        json.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
    }

    // not a JsonValue: items of lists add members of their own to these
    @JsonAnyGetter
    Map<String, JsonNode> members() {
        return members;
    }
}
