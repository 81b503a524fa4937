package org.depesche.content.body;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Renders a body as one string of semantic HTML, for clients that do not use blocks. Embeds are rendered as links:
 * nothing is loaded from a provider before consent. The attributes of {@link BlockMarkup} keep what HTML has no element for.
 */
public final class BodyHtmlRenderer {

    /** A bare id becomes a property of {@code window} in browsers: a heading "Config" would hide a variable of the page. */
    private static final String ID_PREFIX = "section-";

    private final FigureRenderer figures;
    private final Function<UUID, Optional<Target>> articles;
    private final HtmlWriter html = new HtmlWriter();

    private BodyHtmlRenderer(Function<ImageReference, Optional<Picture>> images, Function<UUID, Optional<Target>> articles) {
        this.figures = new FigureRenderer(html, images);
        this.articles = articles;
    }

    /** An image with the texts of one use. */
    public record Picture(@Nullable String src, @Nullable String srcset, @Nullable Integer width, @Nullable Integer height,
            @Nullable String alt, @Nullable String caption, @Nullable String credit) {
    }

    /** The headline and URL of a linked article. */
    public record Target(String headline, String url) {
    }

    /**
     * Renders the body.
     *
     * @param images returns an image, or empty to omit it
     * @param articles returns the target of a link, or empty to omit it
     */
    public static String render(List<Block> blocks, Function<ImageReference, Optional<Picture>> images,
            Function<UUID, Optional<Target>> articles) {
        var body = new BodyHtmlRenderer(images, articles);
        body.renderAll(blocks);
        return body.html.toString();
    }

    private void renderAll(List<Block> blocks) {
        blocks.forEach(this::renderBlock);
    }

    private void renderBlock(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            html.inline("p", paragraph.html());
        } else if (block instanceof Block.Heading heading) {
            html.inline("h" + heading.level(), heading.html(), "id", ID_PREFIX + heading.anchor(), BlockMarkup.ANCHOR,
                    heading.anchor());
        } else if (block instanceof Block.Question question) {
            html.open("p", BlockMarkup.BLOCK, "question");
            html.inline("strong", question.html());
            html.close("p");
        } else if (block instanceof Block.Quote quote) {
            quote(quote);
        } else if (block instanceof Block.Items list) {
            var name = list.ordered() ? "ol" : "ul";
            html.open(name);
            cells("li", list.items());
            html.close(name);
        } else if (block instanceof Block.Table table) {
            table(table);
        } else if (block instanceof Block.Box box) {
            html.open("aside", BlockMarkup.BLOCK, "box");
            html.text("h2", box.title());
            renderAll(box.body());
            html.close("aside");
        } else {
            renderEmbedded(block);
        }
    }

    private void quote(Block.Quote quote) {
        html.open("blockquote", "class", quote.pull() ? "pull" : null);
        html.inline("p", quote.html());
        html.text("footer", quote.attribution(), BlockMarkup.BLOCK, "attribution");
        html.close("blockquote");
    }

    private void table(Block.Table table) {
        html.open("table", BlockMarkup.BLOCK, "table");
        html.text("caption", table.caption());
        if (!table.header().isEmpty()) {
            html.open("thead").open("tr");
            cells("th", table.header());
            html.close("tr").close("thead");
        }
        html.open("tbody");
        table.rows().forEach(row -> {
            html.open("tr");
            cells("td", row);
            html.close("tr");
        });
        html.close("tbody").close("table");
    }

    private void renderEmbedded(Block block) {
        if (block instanceof Block.Embed embed) {
            embed(embed);
        } else if (block instanceof Block.Media media) {
            media(media);
        } else if (block instanceof Block.Download file) {
            html.open("p", BlockMarkup.BLOCK, "file", BlockMarkup.BYTE_SIZE, file.byteSize());
            html.text("a", file.title(), "href", file.url(), "type", file.mediaType());
            html.close("p");
        } else if (block instanceof Block.ArticleLink link) {
            articles.apply(link.article()).ifPresent(target -> {
                html.open("p", BlockMarkup.BLOCK, "articleLink", BlockMarkup.ARTICLE, link.article());
                html.text("a", target.headline(), "href", target.url());
                html.close("p");
            });
        } else if (block instanceof Block.Gallery gallery) {
            figures.gallery(gallery.images());
        } else if (block instanceof Block.Image image) {
            figures.figure(image.image());
        }
    }

    private void embed(Block.Embed embed) {
        var provider = embed.provider().name();
        html.open("p", BlockMarkup.BLOCK, "embed", BlockMarkup.EMBED_URL, embed.embedUrl(), BlockMarkup.PROVIDER,
                BodyJson.text(embed.provider()), BlockMarkup.WIDTH, embed.width(), BlockMarkup.HEIGHT, embed.height(),
                BlockMarkup.PREVIEW, figures.reference(embed.preview()));
        html.text("a", embed.title() == null ? provider : embed.title() + " (" + provider + ")", "href", embed.url());
        html.close("p");
    }

    private void media(Block.Media media) {
        html.open(media.kind(), "controls", "", "preload", "none", "src", media.url(), BlockMarkup.BLOCK, "media",
                BlockMarkup.MEDIA_TYPE, media.mediaType(), BlockMarkup.DURATION, media.durationSeconds(),
                BlockMarkup.TRANSCRIPT, media.transcript(), BlockMarkup.PREVIEW, figures.reference(media.poster()));
        if (media.captionsUrl() != null) {
            html.open("track", "kind", "captions", "src", media.captionsUrl());
        }
        html.close(media.kind());
    }

    private void cells(String name, List<InlineText> cells) {
        cells.forEach(cell -> html.inline(name, Optional.ofNullable(cell.html()).orElse("")));
    }
}
