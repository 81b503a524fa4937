package org.depesche.content.body.form;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.depesche.content.body.Block;
import org.depesche.content.body.BlockMarkup;
import org.depesche.content.body.ImageReference;
import org.depesche.content.body.html.HtmlEscaper;
import org.depesche.content.body.html.Warnings;
import org.depesche.kernel.PlainText;
import org.depesche.platform.json.JsonForm;
import org.depesche.platform.json.WebUrl;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Converts elements with external content: images, frames, videos, posts. */
final class HtmlMediaReader {

    private static final Set<String> POST_PROVIDERS = Set.of("x", "instagram", "tiktok", "facebook", "bluesky", "threads");
    private static final String CREDIT = "[class*=credit], [class*=copyright], [class*=source], [class*=fotograf], small";

    private final JsonForm form;
    private final String member;
    private final BodyReaderContext context;
    private final Consumer<Block> sink;

    HtmlMediaReader(JsonForm form, String member, BodyReaderContext context, Consumer<Block> sink) {
        this.form = form;
        this.member = member;
        this.context = context;
        this.sink = sink;
    }

    void image(Element image) {
        readImage(image, Optional.empty()).map(Block.Image::new).ifPresent(sink);
    }

    /** Reads a picture as its image: the service makes its own renditions. */
    void picture(Element picture) {
        var image = picture.selectFirst("img");
        if (image == null) {
            warn("removed <picture> without an image");
            return;
        }
        warnOfSources(picture);
        image(image);
    }

    private void warnOfSources(Element element) {
        if (element.selectFirst("picture > source") != null) {
            warn("removed <source> of <picture>");
        }
    }

    /** Converts a figure to one image with its caption, or to a gallery. */
    void figure(Element figure) {
        if (figure.hasAttr(BlockMarkup.IMAGE)) {
            renderedImage(figure).map(Block.Image::new).ifPresent(sink);
            return;
        }
        warnOfSources(figure);
        if (figure.attr(BlockMarkup.BLOCK).equals("gallery")) {
            var images = figure.select("> figure[" + BlockMarkup.IMAGE + "]").stream()
                    .flatMap(image -> renderedImage(image).stream()).toList();
            if (!images.isEmpty()) {
                sink.accept(new Block.Gallery(images));
                return;
            }
        }
        var uses = figure.select("img").stream()
                .flatMap(image -> readImage(image, Optional.ofNullable(image.closest("figure"))).stream()).toList();
        if (uses.size() == 1) {
            sink.accept(new Block.Image(uses.get(0)));
        } else if (!uses.isEmpty()) {
            sink.accept(new Block.Gallery(uses));
        } else {
            captionHtml(figure).ifPresent(html -> sink.accept(new Block.Paragraph(html)));
        }
    }

    private static Optional<String> captionHtml(Element figure) {
        return Optional.ofNullable(figure.selectFirst("figcaption")).map(Element::text).filter(text -> !text.isBlank())
                .map(HtmlEscaper::escape);
    }

    private Optional<ImageReference> renderedImage(Element figure) {
        var json = JsonNodeFactory.instance.objectNode().put("id", figure.attr(BlockMarkup.IMAGE));
        if (figure.attr(BlockMarkup.DECORATIVE).matches("true|false")) {
            json.put("decorative", figure.attr(BlockMarkup.DECORATIVE).equals("true"));
        }
        putChanged(json, "alt", figure, figure.attr(BlockMarkup.ALT));
        Optional.ofNullable(figure.selectFirst("img")).ifPresent(image -> putChanged(json, "alt", image, image.attr("alt")));
        figure.select("figcaption > span, figcaption > small").forEach(
                words -> putChanged(json, memberOf(words),
                        words, words.wholeText()));
        return context.image(form.nested(json, form.pointer(member)));
    }

    private static String memberOf(Element words) {
        if (words.nameIs("small")) {
            return "credit";
        }
        return words.hasAttr(BlockMarkup.ALT) ? "alt" : "caption";
    }

    private static void putChanged(ObjectNode json, String name, Element element, String text) {
        if (!text.isBlank() && !element.attr(BlockMarkup.INHERITED).equals(BlockMarkup.hash(text))) {
            json.put(name, text);
        }
    }

    private Optional<ImageReference> readImage(Element image, Optional<Element> figure) {
        var src = url(image.attr("src")).or(() -> url(image.attr("data-src"))).or(() -> largest(image));
        if (src.isEmpty()) {
            warn("removed an image without an http or https address");
            return Optional.empty();
        }
        if (pixels(image, "width") == 1 && pixels(image, "height") == 1) {
            warn("removed an invisible image");
            return Optional.empty();
        }
        var json = json(image, src.get());
        figure.map(parent -> parent.selectFirst("figcaption")).ifPresent(caption -> describe(caption, json));
        return context.image(form.nested(json, form.pointer(member)));
    }

    /** Returns the last address of {@code srcset}, which is the largest by custom. */
    private static Optional<URI> largest(Element image) {
        var pictured = Optional.ofNullable(image.parent()).filter(parent -> parent.nameIs("picture"))
                .map(parent -> parent.select("source[srcset]").attr("srcset")).orElse("");
        return Stream.of(image.attr("srcset"), image.attr("data-srcset"), pictured).filter(set -> !set.isBlank())
                .map(set -> set.strip().split(",\\s+")).map(parts -> parts[parts.length - 1].split("\\s")[0])
                .flatMap(last -> url(last).stream()).findFirst();
    }

    private static ObjectNode json(Element image, URI src) {
        var json = JsonNodeFactory.instance.objectNode().put("src", src.toString());
        if (!image.attr("alt").isBlank()) {
            json.put("alt", text(image.attr("alt")));
        } else if (image.hasAttr("alt")) {
            json.put("decorative", true);
        }
        for (var name : List.of("width", "height")) {
            if (pixels(image, name) > 0) {
                json.put(name, pixels(image, name));
            }
        }
        return json;
    }

    private static void describe(Element caption, ObjectNode json) {
        var captionOnly = caption.clone();
        var credit = Optional.ofNullable(captionOnly.selectFirst(CREDIT));
        credit.map(Element::text).map(HtmlMediaReader::text).filter(text -> !text.isBlank())
                .ifPresent(text -> json.put("credit", text));
        credit.ifPresent(Element::remove);
        if (!captionOnly.text().isBlank()) {
            json.put("caption", text(captionOnly.text()));
        }
    }

    void frame(Element frame) {
        var src = url(frame.attr("src")).or(() -> url(frame.attr("data-src")));
        if (src.isEmpty()) {
            warn("removed <iframe> without an http or https address");
            return;
        }
        var embed = EmbedProviders.resolve(src.get());
        var hasSize = isEmbedSize(pixels(frame, "width")) && isEmbedSize(pixels(frame, "height"));
        sink.accept(new Block.Embed(embed.url(), Optional.ofNullable(embed.frameUrl()).orElse(src.get().toString()),
                title(frame),
                embed.provider(),
                hasSize ? Integer.valueOf(pixels(frame, "width")) : ratio(embed).map(EmbedProviders.Ratio::width).orElse(null),
                hasSize ? Integer.valueOf(pixels(frame, "height"))
                        : ratio(embed).map(EmbedProviders.Ratio::height).orElse(null),
                null));
    }

    private static boolean isEmbedSize(int pixels) {
        return pixels > 0 && pixels <= BodyLimits.EMBED_PIXELS;
    }

    private static Optional<EmbedProviders.Ratio> ratio(EmbedProviders.EmbedMatch embed) {
        return Optional.ofNullable(embed.ratio());
    }

    void media(Element media) {
        var source = url(media.attr("src"))
                .or(() -> media.select("source[src]").stream().flatMap(element -> url(element.attr("src")).stream())
                        .findFirst());
        if (source.isEmpty()) {
            warn("removed " + Warnings.tagName(media.normalName()) + " without an http or https address");
            return;
        }
        var captions = media.select("track[kind=captions], track[kind=subtitles]").stream()
                .flatMap(track -> url(track.attr("src")).stream()).findFirst();
        var poster = url(media.attr("poster")).flatMap(src -> context
                .image(form.nested(JsonNodeFactory.instance.objectNode().put("src", src.toString()), form.pointer(member))));
        sink.accept(
                new Block.Media(media.normalName(), source.get().toString(), MediaTypes.of(source.get()).orElse(null), null,
                        poster.orElse(null), captions.map(URI::toString).orElse(null), null));
    }

    /**
     * Converts a social network's embed code, a quotation that a script would replace. Its text becomes the title.
     * Returns false if the element is no such code.
     */
    boolean readEmbeddedPost(Element quote) {
        if (!quote.className().matches("(?i).*(twitter|instagram|tiktok|bluesky|text-post)-?(tweet|media|embed|post).*")) {
            return false;
        }
        var embed = quote.select("a[href]").stream().map(link -> link.attr("href"))
                .flatMap(href -> url(href).stream()).map(EmbedProviders::resolve)
                .filter(match -> match.frameUrl() != null && POST_PROVIDERS.contains(match.provider().slug()))
                .reduce((first, last) -> last)
                .or(() -> url(quote.attr("data-instgrm-permalink")).or(() -> url(quote.attr("cite")))
                        .map(EmbedProviders::resolve));
        embed.ifPresent(
                match -> sink.accept(new Block.Embed(match.url(), match.frameUrl(), truncate(quote.text()), match.provider(),
                        ratio(match).map(EmbedProviders.Ratio::width).orElse(null),
                        ratio(match).map(EmbedProviders.Ratio::height).orElse(null), null)));
        return embed.isPresent();
    }

    private void warn(String detail) {
        context.warn(form.pointer(member), detail);
    }

    private static @Nullable String title(Element element) {
        return truncate(text(element.attr("title")));
    }

    private static @Nullable String truncate(String title) {
        var end = title.offsetByCodePoints(0, Math.min(BodyLimits.TITLE, title.codePointCount(0, title.length())));
        return PlainText.isBlank(title) ? null : title.substring(0, end);
    }

    /** Returns the text of an attribute. Invalid characters become U+FFFD. */
    private static String text(String value) {
        return PlainText.of(HtmlEscaper.escape(value.strip()));
    }

    private static int pixels(Element element, String name) {
        var value = element.attr(name);
        return value.matches("\\d{1,5}") ? Integer.parseInt(value) : 0;
    }

    static Optional<URI> url(String text) {
        return WebUrl.parse(text.strip().startsWith("//") ? "https:" + text.strip() : text);
    }
}
