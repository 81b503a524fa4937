package org.depesche.content.editorial.form;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.editorial.WorkingCopyRepository;
import org.depesche.platform.http.response.ConditionalUpdate;
import org.depesche.platform.json.JsonForm;
import org.depesche.platform.json.ReadOnlyMembers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Merges a PUT or PATCH of an article with its current representation, so that a client can send back what GET returned. */
@ApplicationScoped
public class ArticleFormMerger {

    /** The members that describe the state of an article. */
    public static final List<String> READ_ONLY_NAMES = List.of("id", "state", "revision", "publishedRevision", "scheduled",
            "createdAt", "createdBy", "savedAt", "savedBy", "withdrawn", "related", "warnings");

    private static final ReadOnlyMembers READ_ONLY = ReadOnlyMembers.of(READ_ONLY_NAMES.toArray(String[]::new))
            .withMessage("related", "cannot be set here; PUT …/related takes the picks.");

    private static final ReadOnlyMembers READ_ONLY_ONCE_PUBLISHED = READ_ONLY.withMessage("updatedAt",
            "cannot be set once the article was public; publishing sets it, and `minor` keeps it.");

    private final ObjectMapper json;
    private final WorkingCopyRepository copies;

    ArticleFormMerger(ObjectMapper json, WorkingCopyRepository copies) {
        this.json = json;
        this.copies = copies;
    }

    /** @param wasPublished from then on {@code updatedAt} is read-only */
    public JsonForm merge(ConditionalUpdate update, EditorialArticleView view, boolean wasPublished) {
        ObjectNode current = json.valueToTree(view);
        var document = update.document(current);
        if (!update.isPatch()) {
            dropEquivalentPicks(document, current);
        }
        PlacementMerger.merge(document, current);
        // A patch that brings the body as HTML replaces the blocks.
        if (update.isPatch() && update.request().has("bodyHtml") && !update.request().has("body")) {
            document.remove("body");
        }
        // A provisional slug must not become an explicit slug.
        dropUnchanged("slug", document, current);
        document.remove("warnings");
        var readOnly = wasPublished ? READ_ONLY_ONCE_PUBLISHED : READ_ONLY;
        return readOnly.check(update.request(), document, current);
    }

    /** Accepts picks under other slugs: a picked article may have been renamed or deleted since the client read them. */
    private void dropEquivalentPicks(ObjectNode document, ObjectNode current) {
        var requested = textValues(document.path("related"));
        var picked = textValues(current.path("related"));
        if (!requested.isEmpty()) {
            var found = copies.findIds(Stream.concat(requested.stream(), picked.stream()).toList());
            if (ids(requested, found).equals(ids(picked, found))) {
                document.remove("related");
            }
        }
    }

    private static List<String> textValues(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    }

    private static List<UUID> ids(List<String> refs, Map<String, UUID> found) {
        return refs.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private static void dropUnchanged(String member, ObjectNode document, ObjectNode current) {
        if (document.has(member) && document.get(member).equals(current.get(member))) {
            document.remove(member);
        }
    }
}
