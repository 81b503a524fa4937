package org.depesche.content.body.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.depesche.content.body.Block;
import org.depesche.content.body.ImageReference;
import org.depesche.content.body.html.Warning;
import org.depesche.platform.json.JsonForm;

import com.fasterxml.jackson.databind.node.JsonNodeType;

/**
 * Reads the body of the writing form: a list of blocks, or one string of HTML. Mistakes stand on the form, at their places;
 * what cleaning took away is told in the warnings. One reader may be used by many threads when its functions may.
 */
public final class BodyReader {

    private final Function<JsonForm, Optional<ImageReference>> images;
    private final BiFunction<String, String, Optional<UUID>> articles;
    private final BodyLimits limits;

    /**
     * @param images reads an image as sent ({@code {"id", …}} or one to register), noting its own mistakes on that form
     * @param articles which article an id or a slug names, and at which place: who looks up later tells a mistake there
     */
    public BodyReader(Function<JsonForm, Optional<ImageReference>> images, BiFunction<String, String, Optional<UUID>> articles,
            BodyLimits limits) {
        this.images = images;
        this.articles = articles;
        this.limits = limits;
    }

    public BodyReader(Function<JsonForm, Optional<ImageReference>> images,
            BiFunction<String, String, Optional<UUID>> articles) {
        this(images, articles, BodyLimits.DEFAULT);
    }

    public BodyReader(Function<JsonForm, Optional<ImageReference>> images, Function<String, Optional<UUID>> articles) {
        this(images, (ref, pointer) -> articles.apply(ref), BodyLimits.DEFAULT);
    }

    public SanitizedBody read(JsonForm form, String member) {
        var reading = new BodyReaderContext(limits, images, articles);
        var isHtml = form.raw(member).filter(body -> body.getNodeType() == JsonNodeType.STRING).isPresent();
        var blocks = isHtml ? html(form, member, reading) : blocks(form, member, reading);
        if (reading.blockCount() > limits.blocks()) {
            form.reject(member, "holds " + reading.blockCount() + " blocks; at most " + limits.blocks() + " are allowed.");
        }
        return reading.result(blocks);
    }

    private static List<Block> blocks(JsonForm form, String member, BodyReaderContext reading) {
        var reader = new BlockReader(reading);
        return reader.readAll(form, member);
    }

    private static List<Block> html(JsonForm form, String member, BodyReaderContext reading) {
        var html = form.text(member, reading.limits().htmlLength());
        if (html.isEmpty()) {
            return List.of();
        }
        var blocks = new HtmlBodyReader(form, member, reading).read(html.get());
        return new ArrayList<>(blocks.stream().filter(block -> BlockLength.checkLength(block, reading, form, member)).toList());
    }

    /** A body that somebody sent, clean, and what cleaning took away. */
    public record SanitizedBody(List<Block> blocks, List<Warning> warnings) {

        public SanitizedBody {
            blocks = List.copyOf(blocks);
            warnings = List.copyOf(warnings);
        }
    }
}
