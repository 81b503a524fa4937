package org.depesche.content.body;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.depesche.platform.form.Form;

/** One body while it is read: what all of its blocks share. */
final class Reading {

    private final BodyLimits limits;
    private final Function<Form, Optional<ImageUse>> images;
    private final BiFunction<String, String, Optional<UUID>> articles;
    private final Warnings warnings = new Warnings();
    private final Anchors anchors = new Anchors();
    private int count;

    Reading(BodyLimits limits, Function<Form, Optional<ImageUse>> images, BiFunction<String, String, Optional<UUID>> articles) {
        this.limits = limits;
        this.images = images;
        this.articles = articles;
    }

    BodyLimits limits() {
        return limits;
    }

    Anchors anchors() {
        return anchors;
    }

    Optional<ImageUse> image(Form form) {
        return images.apply(form);
    }

    Optional<UUID> article(String ref, String pointer) {
        return articles.apply(ref, pointer);
    }

    void warn(String pointer, String detail) {
        warnings.add(pointer, detail);
    }

    ReadBody done(List<Block> blocks) {
        return new ReadBody(blocks, warnings.all());
    }

    /** Notes one more block; whether there still may be one. */
    boolean count() {
        return ++count <= limits.blocks();
    }

    int counted() {
        return count;
    }
}
