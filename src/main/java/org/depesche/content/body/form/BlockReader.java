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

/** Blocks as somebody sent them, one by one; a wrong one is noted at its place and left out. */
final class BlockReader {

    private static final int MAX_TITLE = 500;
    private static final int MAX_ITEMS = 5_000;
    private static final int MAX_COLUMNS = 100;
    private static final int MAX_IMAGES = 500;

    private final BodyReaderContext reading;
    private final MediaBlockReader embedded;
    private final Map<String, Function<JsonForm, Optional<? extends Block>>> types = new LinkedHashMap<>();

    BlockReader(BodyReaderContext reading) {
        this.reading = reading;
        this.embedded = new MediaBlockReader(reading);
        types.put("paragraph", form -> readHtml(form).map(Block.Paragraph::new));
        types.put("heading", this::heading);
        types.put("quote", this::quote);
        types.put("question", form -> readHtml(form).map(Block.Question::new));
        types.put("list", this::list);
        types.put("box", this::box);
        types.put("image", form -> embedded.image(form, "image").map(Block.Image::new));
        types.put("gallery", this::gallery);
        types.put("table", this::table);
        types.put("embed", embedded::embed);
        types.put("media", embedded::media);
        types.put("file", embedded::file);
        types.put("articleLink", embedded::articleLink);
    }

    List<Block> readAll(JsonForm form, String member) {
        var blocks = new ArrayList<Block>();
        // Not one of more than the limit is read, but their number is told.
        for (var block : form.objects(member, reading.limits().blocks())) {
            if (reading.countBlock()) {
                read(block).filter(one -> checkLength(one, block)).ifPresent(blocks::add);
            } else {
                block.ignoreRest();
            }
        }
        return blocks;
    }

    private Optional<? extends Block> read(JsonForm form) {
        form.require("type");
        var type = form.choice("type", types);
        if (type.isEmpty()) {
            form.ignoreRest();
        }
        // A type added later brings this along; who sends it back knows as little of it as we do.
        form.ignore("fallbackHtml");
        return type.flatMap(read -> read.apply(form));
    }

    private boolean checkLength(Block block, JsonForm form) {
        var length = BlockLength.of(block);
        var max = reading.limits().blockLength();
        if (length > max) {
            form.reject("holds " + length + " characters; at most " + max + " are allowed.");
        }
        return length <= max;
    }

    private Optional<Block> heading(JsonForm form) {
        var level = form.number("level", 2, 4).orElse(2);
        var anchor = form.slug("anchor");
        return readHtml(form).map(html -> new Block.Heading(level, html,
                anchor.map(reading.anchors()::unique).orElseGet(() -> reading.anchors().fromHtml(html))));
    }

    private Optional<Block> quote(JsonForm form) {
        var attribution = form.text("attribution", MAX_TITLE).orElse(null);
        var pull = form.flag("pull").orElse(false);
        return readHtml(form).map(html -> new Block.Quote(html, attribution, pull));
    }

    private Optional<Block> list(JsonForm form) {
        form.require("items");
        var ordered = form.flag("ordered").orElse(false);
        var items = form.objects("items", MAX_ITEMS).stream().flatMap(item -> readHtml(item).stream()).map(InlineText::new)
                .toList();
        return items.isEmpty() ? Optional.empty() : Optional.of(new Block.Items(ordered, items));
    }

    private Optional<Block> box(JsonForm form) {
        form.require("body");
        var title = form.text("title", MAX_TITLE).orElse(null);
        var inside = new BlockReader(reading);
        inside.types.put("box", nested -> {
            nested.ignoreRest();
            nested.reject("type", "A box holds no box.");
            return Optional.empty();
        });
        var body = inside.readAll(form, "body");
        return body.isEmpty() ? Optional.empty() : Optional.of(new Block.Box(title, body));
    }

    private Optional<Block> gallery(JsonForm form) {
        form.require("images");
        var images = form.objects("images", MAX_IMAGES).stream().flatMap(image -> reading.image(image).stream()).toList();
        return images.isEmpty() ? Optional.empty() : Optional.of(new Block.Gallery(images));
    }

    private Optional<Block> table(JsonForm form) {
        form.require("rows");
        var caption = form.text("caption", MAX_TITLE).orElse(null);
        var header = form.objects("header", MAX_COLUMNS).stream().map(this::cell).toList();
        var rows = form.lists("rows", MAX_ITEMS, MAX_COLUMNS).stream().map(row -> row.stream().map(this::cell).toList())
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

    /** {@code html} cleaned, or {@code text} as it is; none when both are absent, wrong or without any text. */
    private Optional<String> readHtml(JsonForm form) {
        var isHtml = form.has("html");
        if (form.has("text") && isHtml) {
            form.reject("text", "stands beside html; give one of them.");
        }
        if (!isHtml) {
            var text = form.text("text", reading.limits().blockLength());
            if (!form.has("text")) {
                form.reject("html", "is required.");
            }
            return text.map(HtmlEscaper::escape);
        }
        return form.text("html", reading.limits().blockLength()).flatMap(html -> sanitize(form, html));
    }

    private Optional<String> sanitize(JsonForm form, String html) {
        var clean = InlineHtmlSanitizer.sanitize(html, detail -> reading.warn(form.pointer("html"), detail));
        if (clean.isEmpty()) {
            reading.warn(form.pointer("html"), "left out, as no text remains");
        }
        return clean;
    }
}
