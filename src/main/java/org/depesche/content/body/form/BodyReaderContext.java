package org.depesche.content.body.form;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.depesche.content.body.Block;
import org.depesche.content.body.ImageReference;
import org.depesche.content.body.html.Warnings;
import org.depesche.platform.json.JsonForm;

/** The state that all blocks of one body share while the body is read. */
final class BodyReaderContext {

    private final BodyLimits limits;
    private final Function<JsonForm, Optional<ImageReference>> images;
    private final BiFunction<String, String, Optional<UUID>> articles;
    private final Warnings warnings = new Warnings();
    private final HeadingAnchors anchors = new HeadingAnchors();
    private int blockCount;

    BodyReaderContext(BodyLimits limits, Function<JsonForm, Optional<ImageReference>> images,
            BiFunction<String, String, Optional<UUID>> articles) {
        this.limits = limits;
        this.images = images;
        this.articles = articles;
    }

    BodyLimits limits() {
        return limits;
    }

    HeadingAnchors anchors() {
        return anchors;
    }

    Optional<ImageReference> image(JsonForm form) {
        return images.apply(form);
    }

    Optional<UUID> article(String ref, String pointer) {
        return articles.apply(ref, pointer);
    }

    void warn(String pointer, String detail) {
        warnings.add(pointer, detail);
    }

    BodyReader.SanitizedBody result(List<Block> blocks) {
        return new BodyReader.SanitizedBody(blocks, warnings.all());
    }

    /** Counts one block. Returns false if the body has too many. */
    boolean countBlock() {
        return ++blockCount <= limits.blocks();
    }

    int blockCount() {
        return blockCount;
    }
}
