package org.depesche.content.editorial.form;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.editorial.WorkingCopies;
import org.depesche.platform.json.JsonForm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes one form of what a PUT or PATCH sends and what is there: what GET gave may come back as it is. */
@ApplicationScoped
public class ArticleFormMerger {

    private static final String RELATED = "related";
    /** What tells how an article stands. */
    public static final Set<String> READ_ONLY = Set.of("id", "state", "revision", "publishedRevision", "scheduled",
            "createdAt",
            "createdBy", "savedAt", "savedBy", "withdrawn", RELATED, "warnings");

    private final ObjectMapper json;
    private final WorkingCopies copies;

    ArticleFormMerger(ObjectMapper json, WorkingCopies copies) {
        this.json = json;
        this.copies = copies;
    }

    /** The whole article anew. */
    public JsonForm mergePut(JsonForm sent, EditorialArticleView present) {
        ObjectNode written = sent.json().deepCopy();
        ObjectNode before = json.valueToTree(present);
        dropEquivalentPicks(written, before);
        return toForm(sent, written, before);
    }

    /** The article with what the patch says (RFC 7396). */
    public JsonForm mergePatch(JsonForm sent, EditorialArticleView present) {
        ObjectNode before = json.valueToTree(present);
        return toForm(sent, (ObjectNode) applyMergePatch(before.deepCopy(), sent.json()), before);
    }

    private JsonForm toForm(JsonForm sent, ObjectNode written, ObjectNode present) {
        // The lists of categories and placements name the home category once more; who changes `category` alone means all of them.
        if (!written.path("category").equals(present.path("category"))) {
            dropUnchanged("categories", written, present);
            dropUnchanged("placements", written, present);
        }
        // One that was made up for want of a headline must not come back as wanted.
        dropUnchanged("slug", written, present);
        READ_ONLY.forEach(member -> dropUnchanged(member, written, present));
        // What was cleaned when it was written before is told only once.
        written.remove("warnings");
        var form = sent.withDocument(written);
        READ_ONLY.stream().filter(written::has).forEach(member -> {
            form.ignore(member);
            form.reject(member,
                    member.equals(RELATED) ? "cannot be set here; PUT …/related takes the picks." : "cannot be set.");
        });
        return form;
    }

    /** Those picked may have been renamed or deleted since they were read; that is no new version of this article. */
    private void dropEquivalentPicks(ObjectNode written, ObjectNode present) {
        var sent = textValues(written.path(RELATED));
        var picked = textValues(present.path(RELATED));
        if (!sent.isEmpty()) {
            var found = copies.findIds(Stream.concat(sent.stream(), picked.stream()).toList());
            if (ids(sent, found).equals(ids(picked, found))) {
                written.remove(RELATED);
            }
        }
    }

    private static List<String> textValues(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    }

    private static List<UUID> ids(List<String> refs, Map<String, UUID> found) {
        return refs.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private static void dropUnchanged(String member, ObjectNode written, ObjectNode present) {
        if (written.has(member) && written.get(member).equals(present.get(member))) {
            written.remove(member);
        }
    }

    private static JsonNode applyMergePatch(ObjectNode target, ObjectNode patch) {
        for (Map.Entry<String, JsonNode> change : patch.properties()) {
            var value = change.getValue();
            if (value.isNull()) {
                target.remove(change.getKey());
            } else if (value instanceof ObjectNode object) {
                var before = target.get(change.getKey()) instanceof ObjectNode old ? old : target.objectNode();
                target.set(change.getKey(), applyMergePatch(before, object));
            } else {
                target.set(change.getKey(), value);
            }
        }
        return target;
    }
}
