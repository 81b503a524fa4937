package org.depesche.content.body.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.depesche.content.body.Block;
import org.depesche.content.body.InlineText;
import org.depesche.content.body.html.HtmlEscaper;
import org.depesche.content.body.html.InlineHtmlSanitizer;
import org.depesche.platform.json.JsonForm;

/** Reads the blocks of a body's input form. An invalid block is reported at its pointer and omitted. */
final class BlockReader {

    private final BodyReaderContext context;
    private final MediaBlockReader mediaReader;
    private final Map<String, Function<JsonForm, Optional<? extends Block>>> readers = new LinkedHashMap<>();

    BlockReader(BodyReaderContext context) {
        this.context = context;
        this.mediaReader = new MediaBlockReader(context);
        readers.put("paragraph", form -> readHtml(form).map(Block.Paragraph::new));
        readers.put("heading", this::heading);
        readers.put("quote", this::quote);
        readers.put("question", form -> readHtml(form).map(Block.Question::new));
        readers.put("list", this::list);
        readers.put("box", this::box);
        readers.put("image", form -> mediaReader.image(form, "image").map(Block.Image::new));
        readers.put("gallery", this::gallery);
        readers.put("table", this::table);
        readers.put("embed", mediaReader::embed);
        readers.put("media", mediaReader::media);
        readers.put("file", mediaReader::file);
        readers.put("articleLink", mediaReader::articleLink);
    }

    List<Block> readAll(JsonForm form, String member) {
        var blocks = new ArrayList<Block>();
        // Blocks beyond the limit are not read, but counted for the error message.
        for (var block : form.objects(member, context.limits().blocks())) {
            if (context.countBlock()) {
                read(block).filter(valid -> checkLength(valid, block)).ifPresent(blocks::add);
            } else {
                block.ignoreRest();
            }
        }
        return blocks;
    }

    private Optional<? extends Block> read(JsonForm form) {
        form.require("type");
        var type = form.choice("type", readers);
        if (type.isEmpty()) {
            form.ignoreRest();
        }
        // Block types added later have this member in responses; clients may send it back.
        form.ignore("fallbackHtml");
        return type.flatMap(read -> read.apply(form));
    }

    private boolean checkLength(Block block, JsonForm form) {
        var length = BlockLength.of(block);
        var max = context.limits().blockLength();
        if (length > max) {
            form.reject("holds " + length + " characters; at most " + max + " are allowed.");
        }
        return length <= max;
    }

    private Optional<Block> heading(JsonForm form) {
        var level = form.number("level", 2, 4).orElse(2);
        var anchor = form.slug("anchor");
        return readHtml(form).map(html -> new Block.Heading(level, html,
                anchor.map(context.anchors()::unique).orElseGet(() -> context.anchors().fromHtml(html))));
    }

    private Optional<Block> quote(JsonForm form) {
        var attribution = form.text("attribution", BodyLimits.TITLE).orElse(null);
        var isPullQuote = form.flag("pull").orElse(false);
        return readHtml(form).map(html -> new Block.Quote(html, attribution, isPullQuote));
    }

    private Optional<Block> list(JsonForm form) {
        form.require("items");
        var ordered = form.flag("ordered").orElse(false);
        var items = form.objects("items", BodyLimits.ITEMS).stream().flatMap(item -> readHtml(item).stream())
                .map(InlineText::new)
                .toList();
        return items.isEmpty() ? Optional.empty() : Optional.of(new Block.Items(ordered, items));
    }

    private Optional<Block> box(JsonForm form) {
        form.require("body");
        var title = form.text("title", BodyLimits.TITLE).orElse(null);
        var boxReader = new BlockReader(context);
        boxReader.readers.put("box", nested -> {
            nested.ignoreRest();
            nested.reject("type", "A box holds no box.");
            return Optional.empty();
        });
        var body = boxReader.readAll(form, "body");
        return body.isEmpty() ? Optional.empty() : Optional.of(new Block.Box(title, body));
    }

    private Optional<Block> gallery(JsonForm form) {
        form.require("images");
        var images = form.objects("images", BodyLimits.IMAGES).stream().flatMap(image -> context.image(image).stream())
                .toList();
        return images.isEmpty() ? Optional.empty() : Optional.of(new Block.Gallery(images));
    }

    private Optional<Block> table(JsonForm form) {
        form.require("rows");
        var caption = form.text("caption", BodyLimits.TITLE).orElse(null);
        var header = form.objects("header", BodyLimits.COLUMNS).stream().map(this::cell).toList();
        var rows = form.lists("rows", BodyLimits.ITEMS, BodyLimits.COLUMNS).stream()
                .map(row -> row.stream().map(this::cell).toList())
                .toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Block.Table(caption, header, rows));
    }

    private InlineText cell(JsonForm form) {
        return form.has("html") || form.has("text") ? new InlineText(readHtml(form).orElse(null)) : empty(form);
    }

    private static InlineText empty(JsonForm form) {
        form.ignore("html", "text");
        return new InlineText(null);
    }

    /** Returns sanitized {@code html} or escaped {@code text}. Empty if both are absent, invalid or without text. */
    private Optional<String> readHtml(JsonForm form) {
        var isHtml = form.has("html");
        if (form.has("text") && isHtml) {
            form.reject("text", "stands beside html; give one of them.");
        }
        if (!isHtml) {
            var text = form.text("text", context.limits().blockLength());
            if (!form.has("text")) {
                form.reject("html", "is required.");
            }
            return text.map(HtmlEscaper::escape);
        }
        return form.text("html", context.limits().blockLength()).flatMap(html -> sanitize(form, html));
    }

    private Optional<String> sanitize(JsonForm form, String html) {
        var clean = InlineHtmlSanitizer.sanitize(html, detail -> context.warn(form.pointer("html"), detail));
        if (clean.isEmpty()) {
            context.warn(form.pointer("html"), "left out, as no text remains");
        }
        return clean;
    }
}
