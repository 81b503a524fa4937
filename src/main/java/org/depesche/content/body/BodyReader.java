package org.depesche.content.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.depesche.platform.form.Form;

import com.fasterxml.jackson.databind.node.JsonNodeType;

/**
 * Reads the body of the writing form: a list of blocks, or one string of HTML. Mistakes stand on the form, at their places;
 * what cleaning took away is told in the warnings. One reader may be used by many threads when its functions may.
 */
public final class BodyReader {

    private final Function<Form, Optional<ImageUse>> images;
    private final BiFunction<String, String, Optional<UUID>> articles;
    private final BodyLimits limits;

    /**
     * @param images reads an image as sent ({@code {"id", …}} or one to register), noting its own mistakes on that form
     * @param articles which article an id or a slug names, and at which place: who looks up later tells a mistake there
     */
    public BodyReader(Function<Form, Optional<ImageUse>> images, BiFunction<String, String, Optional<UUID>> articles,
            BodyLimits limits) {
        this.images = images;
        this.articles = articles;
        this.limits = limits;
    }

    public BodyReader(Function<Form, Optional<ImageUse>> images, BiFunction<String, String, Optional<UUID>> articles) {
        this(images, articles, BodyLimits.DEFAULT);
    }

    public BodyReader(Function<Form, Optional<ImageUse>> images, Function<String, Optional<UUID>> articles) {
        this(images, (ref, pointer) -> articles.apply(ref), BodyLimits.DEFAULT);
    }

    public ReadBody read(Form form, String member) {
        var reading = new Reading(limits, images, articles);
        var isHtml = form.raw(member).filter(body -> body.getNodeType() == JsonNodeType.STRING).isPresent();
        var blocks = isHtml ? html(form, member, reading) : blocks(form, member, reading);
        if (reading.counted() > limits.blocks()) {
            form.reject(member, "holds " + reading.counted() + " blocks; at most " + limits.blocks() + " are allowed.");
        }
        return reading.done(blocks);
    }

    private static List<Block> blocks(Form form, String member, Reading reading) {
        var reader = new BlockReader(reading);
        return reader.all(form, member);
    }

    private static List<Block> html(Form form, String member, Reading reading) {
        var html = form.text(member, reading.limits().htmlLength());
        if (html.isEmpty()) {
            return List.of();
        }
        var blocks = new HtmlBody(form, member, reading).read(html.get());
        return new ArrayList<>(blocks.stream().filter(block -> BlockLength.fits(block, reading, form, member)).toList());
    }
}
