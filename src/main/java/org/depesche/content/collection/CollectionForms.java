package org.depesche.content.collection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.collection.CollectionForm.Ref;
import org.depesche.content.image.ImageForm;
import org.depesche.content.image.ImageForms;
import org.depesche.platform.form.Form;
import org.depesche.platform.form.MergePatch;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads what the desk sends of a collection; what GET gave may come back as it is. */
@ApplicationScoped
class CollectionForms {

    private static final int MAX_NAME = 200;
    private static final int MAX_DESCRIPTION = 5_000;
    private static final Set<String> READ_ONLY = Set.of("id", "site", "url", "createdAt", "updatedAt");

    private final ImageForms images;
    private final CollectionConfig config;
    private final ObjectMapper json;

    CollectionForms(ImageForms images, CollectionConfig config, ObjectMapper json) {
        this.images = images;
        this.config = config;
        this.json = json;
    }

    /** All of it: what is left out is empty. */
    ReadCollection whole(Form sent, Object present) {
        return read(sent, sent.json().deepCopy(), json.valueToTree(present));
    }

    /** A merge patch (RFC 7396): what is left out stays, null clears. */
    ReadCollection patched(Form sent, Object present) {
        ObjectNode before = json.valueToTree(present);
        return read(sent, MergePatch.apply(before, sent.json()), before);
    }

    private ReadCollection read(Form sent, ObjectNode written, ObjectNode present) {
        READ_ONLY.stream().filter(member -> written.has(member) && written.get(member).equals(present.get(member)))
                .forEach(written::remove);
        var form = sent.replaced(written);
        READ_ONLY.stream().filter(form::has).forEach(member -> form.reject(member, "cannot be set."));
        form.require("name");
        var says = new CollectionForm(form.slug("slug").orElse(null), form.text("name", MAX_NAME).orElse(""),
                form.choice("type", CollectionType.WORDS).orElse(CollectionType.LIST),
                form.text("description", MAX_DESCRIPTION).orElse(null), image(form).orElse(null), articles(form));
        return new ReadCollection(says, form);
    }

    private Optional<ImageForm> image(Form form) {
        return form.object("image").map(object -> {
            var image = images.read(object);
            var words = image.words();
            if (image.id() == null && image.fresh().src() == null && words.alt() == null && words.caption() == null) {
                object.reject("names no image: its id is needed, or words or an address to register one.");
            }
            return image;
        });
    }

    private List<Ref> articles(Form form) {
        var list = form.raw("articles");
        if (list.isEmpty()) {
            return List.of();
        }
        if (!list.get().isArray() || list.get().size() > config.articles()) {
            form.reject("articles", list.get().isArray()
                    ? "holds " + list.get().size() + " articles; at most " + config.articles() + " are allowed."
                    : "must be a list.");
            return List.of();
        }
        var refs = new ArrayList<Ref>();
        for (var i = 0; i < list.get().size(); i++) {
            var pointer = form.pointer("articles") + "/" + i;
            Optional.ofNullable(word(form, list.get().get(i), pointer)).ifPresentOrElse(
                    word -> refs.add(new Ref(pointer, word)),
                    () -> form.rejectAt(pointer, "must name an article: by its id or slug."));
        }
        return refs;
    }

    private static @Nullable String word(Form form, JsonNode element, String pointer) {
        if (element instanceof ObjectNode object) {
            var article = form.nested(object, pointer);
            article.ignore("headline", "state");
            var slug = article.text("slug", 200);
            return article.text("id", 36).or(() -> slug).orElse(null);
        }
        return element.isTextual() ? element.asText() : null;
    }
}
