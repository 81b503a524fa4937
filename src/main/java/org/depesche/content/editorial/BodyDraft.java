package org.depesche.content.editorial;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.depesche.content.body.Block;
import org.depesche.content.body.BodyReader;
import org.depesche.content.body.ImageUse;
import org.depesche.content.body.Warning;
import org.depesche.content.image.ImageForm;
import org.depesche.content.image.ImageForms;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.form.Form;

/**
 * One article's body and images while they are read. Images to register and articles that are linked get an id that stands
 * for them until the whole batch is looked up at once.
 */
final class BodyDraft {

    private final ImageForms imageForms;
    private final Map<UUID, ImageForm> images = new LinkedHashMap<>();
    private final Map<UUID, String> places = new HashMap<>();
    private final Map<UUID, Ref> articles = new LinkedHashMap<>();
    private final Map<String, UUID> articleIds = new HashMap<>();
    private final List<Warning> warnings = new ArrayList<>();

    BodyDraft(ImageForms imageForms) {
        this.imageForms = imageForms;
    }

    List<Block> blocks(Form form, String member) {
        if (!form.has(member)) {
            return List.of();
        }
        var body = new BodyReader(this::use, (word, at) -> Optional.of(article(word, at))).read(form, member);
        warnings.addAll(body.warnings());
        return body.blocks();
    }

    Optional<ImageUse> use(Form form) {
        var image = imageForms.read(form);
        if (!form.has("id") && saysNothing(image)) {
            form.reject("must have an id, a src or words (alt, caption, credit).");
        }
        var id = image.id() == null ? Uuid7.next() : image.id();
        images.put(id, image);
        places.putIfAbsent(id, form.pointer("id"));
        var words = image.words();
        return Optional.of(new ImageUse(id, words.alt(), words.decorative(), words.caption(), words.credit()));
    }

    private static boolean saysNothing(ImageForm image) {
        var words = image.words();
        return image.fresh().src() == null && words.alt() == null && words.caption() == null && words.credit() == null;
    }

    private UUID article(String word, String pointer) {
        return articleIds.computeIfAbsent(word, fresh -> {
            var id = Uuid7.next();
            articles.put(id, new Ref(fresh, null, pointer));
            return id;
        });
    }

    Map<UUID, ImageForm> images() {
        return Collections.unmodifiableMap(images);
    }

    /** Where each image is named first. */
    Map<UUID, String> places() {
        return Collections.unmodifiableMap(places);
    }

    Map<UUID, Ref> articles() {
        return Collections.unmodifiableMap(articles);
    }

    List<Warning> warnings() {
        return warnings;
    }
}
