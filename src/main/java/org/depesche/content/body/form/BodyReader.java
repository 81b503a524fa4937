package org.depesche.content.body.form;

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
 * Reads the input form of a body: a list of blocks, or one HTML string. Errors are added to the form at their pointers.
 * The sanitizer's changes are returned as warnings. A reader is thread-safe if its functions are.
 */
public final class BodyReader {

    private final Function<JsonForm, Optional<ImageReference>> images;
    private final BiFunction<String, String, Optional<UUID>> articles;
    private final BodyLimits limits;

    /**
     * @param images reads an image object ({@code {"id", …}} or one to register), and adds errors to that form
     * @param articles resolves an id or slug at a pointer; a caller that resolves later adds an error at that pointer
     */
    public BodyReader(Function<JsonForm, Optional<ImageReference>> images, BiFunction<String, String, Optional<UUID>> articles,
            BodyLimits limits) {
        this.images = images;
        this.articles = articles;
        this.limits = limits;
    }

    /** Creates a reader with the default limits. */
    public BodyReader(Function<JsonForm, Optional<ImageReference>> images,
            BiFunction<String, String, Optional<UUID>> articles) {
        this(images, articles, BodyLimits.DEFAULT);
    }

    /** Creates a reader with the default limits, whose articles are resolved at once, without a pointer. */
    public BodyReader(Function<JsonForm, Optional<ImageReference>> images, Function<String, Optional<UUID>> articles) {
        this(images, (ref, pointer) -> articles.apply(ref), BodyLimits.DEFAULT);
    }

    /** Reads the body in this member of the form. Errors are added to the form. */
    public SanitizedBody read(JsonForm form, String member) {
        var context = new BodyReaderContext(limits, images, articles);
        var isHtml = form.raw(member).filter(body -> body.getNodeType() == JsonNodeType.STRING).isPresent();
        var blocks = isHtml ? html(form, member, context) : blocks(form, member, context);
        if (context.blockCount() > limits.blocks()) {
            form.reject(member, "holds " + context.blockCount() + " blocks; at most " + limits.blocks() + " are allowed.");
        }
        return context.result(blocks);
    }

    private static List<Block> blocks(JsonForm form, String member, BodyReaderContext context) {
        var reader = new BlockReader(context);
        return reader.readAll(form, member);
    }

    private static List<Block> html(JsonForm form, String member, BodyReaderContext context) {
        var html = form.text(member, context.limits().htmlLength());
        if (html.isEmpty()) {
            return List.of();
        }
        var blocks = new HtmlBodyReader(form, member, context).read(html.get());
        var check = new HtmlBlockCheck(context.limits(), mistake -> form.reject(member, mistake));
        return blocks.stream().filter(check::accepts).toList();
    }

    /** The sanitized blocks, and warnings about what the sanitizer removed. */
    public record SanitizedBody(List<Block> blocks, List<Warning> warnings) {

        public SanitizedBody {
            blocks = List.copyOf(blocks);
            warnings = List.copyOf(warnings);
        }
    }
}
