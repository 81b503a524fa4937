package org.depesche.content.collection.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.collection.CollectionType;
import org.depesche.content.collection.desk.CollectionForm.CollectedArticleRef;
import org.depesche.content.image.ImageForm;
import org.depesche.content.image.ImageFormReader;
import org.depesche.platform.json.JsonForm;
import org.depesche.platform.json.MergePatch;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads what the desk sends of a collection; what GET gave may come back as it is. */
@ApplicationScoped
class CollectionFormReader {

    private static final int MAX_NAME = 200;
    private static final int MAX_DESCRIPTION = 5_000;
    private static final Set<String> READ_ONLY = Set.of("id", "site", "url", "createdAt", "updatedAt");

    private final ImageFormReader images;
    private final CollectionConfig config;
    private final ObjectMapper json;

    CollectionFormReader(ImageFormReader images, CollectionConfig config, ObjectMapper json) {
        this.images = images;
        this.config = config;
        this.json = json;
    }

    /** All of it: what is left out is empty. */
    ParsedCollection readFull(JsonForm sent, Object present) {
        return read(sent, sent.json().deepCopy(), json.valueToTree(present));
    }

    /** A merge patch (RFC 7396): what is left out stays, null clears. */
    ParsedCollection readPatch(JsonForm sent, Object present) {
        ObjectNode before = json.valueToTree(present);
        return read(sent, MergePatch.apply(before, sent.json()), before);
    }

    private ParsedCollection read(JsonForm sent, ObjectNode written, ObjectNode present) {
        READ_ONLY.stream().filter(member -> written.has(member) && written.get(member).equals(present.get(member)))
                .forEach(written::remove);
        var form = sent.withDocument(written);
        READ_ONLY.stream().filter(form::has).forEach(member -> form.reject(member, "cannot be set."));
        form.require("name");
        var says = new CollectionForm(form.slug("slug").orElse(null), form.text("name", MAX_NAME).orElse(""),
                form.choice("type", CollectionType.WORDS).orElse(CollectionType.LIST),
                form.text("description", MAX_DESCRIPTION).orElse(null), image(form).orElse(null), articles(form));
        return new ParsedCollection(says, form);
    }

    private Optional<ImageForm> image(JsonForm form) {
        return form.object("image").map(object -> {
            var image = images.read(object);
            var words = image.overrides();
            if (image.id() == null && image.metadata().src() == null && words.alt() == null && words.caption() == null) {
                object.reject("names no image: its id is needed, or words or an address to register one.");
            }
            return image;
        });
    }

    private List<CollectedArticleRef> articles(JsonForm form) {
        var list = form.raw("articles");
        if (list.isEmpty()) {
            return List.of();
        }
        if (!list.get().isArray() || list.get().size() > config.maxArticles()) {
            form.reject("articles", list.get().isArray()
                    ? "holds " + list.get().size() + " articles; at most " + config.maxArticles() + " are allowed."
                    : "must be a list.");
            return List.of();
        }
        var refs = new ArrayList<CollectedArticleRef>();
        for (var i = 0; i < list.get().size(); i++) {
            var pointer = form.pointer("articles") + "/" + i;
            Optional.ofNullable(ref(form, list.get().get(i), pointer)).ifPresentOrElse(
                    word -> refs.add(new CollectedArticleRef(pointer, word)),
                    () -> form.rejectAt(pointer, "must name an article: by its id or slug."));
        }
        return refs;
    }

    private static @Nullable String ref(JsonForm form, JsonNode element, String pointer) {
        if (element instanceof ObjectNode object) {
            var article = form.nested(object, pointer);
            article.ignore("headline", "state");
            var slug = article.text("slug", 200);
            return article.text("id", 36).or(() -> slug).orElse(null);
        }
        return element.isTextual() ? element.asText() : null;
    }

    /** What was sent, and the form that knows what is wrong with it; more may be found when it is looked up. */
    record ParsedCollection(CollectionForm collection, JsonForm form) {
    }
}
