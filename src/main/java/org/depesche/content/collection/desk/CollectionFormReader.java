package org.depesche.content.collection.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.collection.desk.CollectionForm.CollectedArticleRef;
import org.depesche.content.image.form.ImageForm;
import org.depesche.content.image.form.ImageFormReader;
import org.depesche.kernel.CollectionType;
import org.depesche.platform.http.response.ConditionalUpdate;
import org.depesche.platform.json.JsonForm;
import org.depesche.platform.json.ReadOnlyMembers;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads the form of a collection. */
@ApplicationScoped
class CollectionFormReader {

    static final int MAX_NAME = 200;
    static final int MAX_DESCRIPTION = 5_000;
    static final int MAX_REF = 200;
    private static final ReadOnlyMembers READ_ONLY = ReadOnlyMembers.of("id", "site", "url", "createdAt", "updatedAt");

    private final ImageFormReader images;
    private final CollectionConfig config;
    private final ObjectMapper json;

    CollectionFormReader(ImageFormReader images, CollectionConfig config, ObjectMapper json) {
        this.images = images;
        this.config = config;
        this.json = json;
    }

    ParsedCollection readNew(JsonForm request, String site) {
        var current = JsonNodeFactory.instance.objectNode().put("site", site);
        return read(READ_ONLY.check(request, request.json().deepCopy(), current));
    }

    ParsedCollection readUpdate(ConditionalUpdate update, EditorialCollectionView view) {
        return read(update.form(json.valueToTree(view), READ_ONLY));
    }

    private ParsedCollection read(JsonForm form) {
        form.require("name");
        var collection = new CollectionForm(form.slug("slug").orElse(null), form.visibleText("name", MAX_NAME).orElse(""),
                form.choice("type", CollectionType.WORDS).orElse(CollectionType.LIST),
                form.text("description", MAX_DESCRIPTION).orElse(null), image(form).orElse(null), articles(form));
        return new ParsedCollection(collection, form);
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
            var slug = article.text("slug", MAX_REF);
            return article.text("id", 36).or(() -> slug).orElse(null);
        }
        return element.isTextual() ? element.asText() : null;
    }

    /** A collection and its form. The look-up of references may add errors to the form. */
    record ParsedCollection(CollectionForm collection, JsonForm form) {
    }
}
