package org.depesche.content.editorial.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.depesche.content.body.Block;
import org.depesche.content.body.ImageReference;
import org.depesche.content.body.form.BodyReader;
import org.depesche.content.body.html.Warning;
import org.depesche.content.image.form.ImageForm;
import org.depesche.content.image.form.ImageFormReader;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.json.JsonForm;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Reads the body and the images of one article. New images and linked articles get placeholder ids, because the references
 * of the whole batch are looked up together.
 */
final class ArticleBodyReader {

    private final ImageFormReader imageForms;
    private final Map<UUID, ImageForm> images = new LinkedHashMap<>();
    private final Map<UUID, String> imagePointers = new HashMap<>();
    private final Map<UUID, FormReference> articles = new LinkedHashMap<>();
    private final Map<String, UUID> articleIds = new HashMap<>();
    private final List<Warning> warnings = new ArrayList<>();

    ArticleBodyReader(ImageFormReader imageForms) {
        this.imageForms = imageForms;
    }

    /** Reads the blocks of {@code body}, or the HTML of {@code bodyHtml} into blocks. */
    List<Block> readBlocks(JsonForm form) {
        var isHtml = form.has("bodyHtml");
        if (isHtml && form.has("body")) {
            form.reject("bodyHtml", "does not go with body: send one of them.");
        }
        if (isHtml && form.raw("bodyHtml").filter(JsonNode::isTextual).isEmpty()) {
            form.reject("bodyHtml", "must be a string of HTML.");
            return List.of();
        }
        return isHtml || form.has("body") ? readBlocks(form, isHtml ? "bodyHtml" : "body") : List.of();
    }

    private List<Block> readBlocks(JsonForm form, String member) {
        var body = new BodyReader(this::readImage, (word, at) -> Optional.of(articlePlaceholder(word, at))).read(form, member);
        warnings.addAll(body.warnings());
        return body.blocks();
    }

    Optional<ImageReference> readImage(JsonForm form) {
        var image = imageForms.read(form);
        if (!form.has("id") && isEmpty(image)) {
            form.reject(ImageFormReader.hasAltOfDecorative(form)
                    ? "must have an id, a src, a caption or a credit: a decorative image has no alt, and nothing else is given."
                    : "must have an id, a src or words (alt, caption, credit).");
        }
        if (ImageFormReader.hasAltOfDecorative(form)) {
            warnings.add(new Warning(form.pointer("alt"), "is left out: the image is decorative."));
        }
        var id = image.id() == null ? Uuid7.next() : image.id();
        images.merge(id, image, (former, present) -> !former.isWrittenBack() && present.isWrittenBack() ? present : former);
        imagePointers.putIfAbsent(id, form.pointer("id"));
        var overrides = image.textsOfUse();
        return Optional.of(new ImageReference(id, overrides.alt(), overrides.decorative(), overrides.caption(),
                overrides.credit()));
    }

    private static boolean isEmpty(ImageForm image) {
        var overrides = image.overrides();
        return image.metadata().src() == null && overrides.alt() == null && overrides.caption() == null
                && overrides.credit() == null;
    }

    private UUID articlePlaceholder(String word, String pointer) {
        return articleIds.computeIfAbsent(word, ref -> {
            var id = Uuid7.next();
            articles.put(id, new FormReference(ref, null, pointer));
            return id;
        });
    }

    Map<UUID, ImageForm> images() {
        return Collections.unmodifiableMap(images);
    }

    /** Returns the pointer of the first use of each image. */
    Map<UUID, String> imagePointers() {
        return Collections.unmodifiableMap(imagePointers);
    }

    Map<UUID, FormReference> articles() {
        return Collections.unmodifiableMap(articles);
    }

    List<Warning> warnings() {
        return warnings;
    }
}
