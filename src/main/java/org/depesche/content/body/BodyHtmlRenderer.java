package org.depesche.content.body;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.depesche.content.body.html.HtmlEscaper;
import org.jspecify.annotations.Nullable;

/**
 * Renders a body as one string of semantic HTML, for clients that do not use blocks. Embeds are rendered as links:
 * nothing is loaded from a provider before consent.
 */
public final class BodyHtmlRenderer {

    private final Function<ImageReference, Optional<Picture>> images;
    private final Function<UUID, Optional<Target>> articles;
    private final StringBuilder html = new StringBuilder();

    private BodyHtmlRenderer(Function<ImageReference, Optional<Picture>> images, Function<UUID, Optional<Target>> articles) {
        this.images = images;
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
            tag("p", paragraph.html());
        } else if (block instanceof Block.Heading heading) {
            html.append("<h%d id=\"%s\">%s</h%1$d>".formatted(heading.level(), heading.anchor(), heading.html()));
        } else if (block instanceof Block.Question question) {
            tag("p", "<strong>" + question.html() + "</strong>");
        } else if (block instanceof Block.Quote quote) {
            quote(quote);
        } else if (block instanceof Block.Items list) {
            list(list);
        } else if (block instanceof Block.Table table) {
            table(table);
        } else if (block instanceof Block.Box box) {
            box(box);
        } else {
            renderEmbedded(block);
        }
    }

    private void quote(Block.Quote quote) {
        html.append(quote.pull() ? "<blockquote class=\"pull\">" : "<blockquote>");
        tag("p", quote.html());
        optional("footer", quote.attribution());
        html.append("</blockquote>");
    }

    private void list(Block.Items list) {
        var name = list.ordered() ? "ol" : "ul";
        html.append('<').append(name).append('>');
        cells("li", list.items());
        html.append("</").append(name).append('>');
    }

    private void table(Block.Table table) {
        html.append("<table>");
        optional("caption", table.caption());
        if (!table.header().isEmpty()) {
            html.append("<thead><tr>");
            cells("th", table.header());
            html.append("</tr></thead>");
        }
        html.append("<tbody>");
        table.rows().forEach(row -> {
            html.append("<tr>");
            cells("td", row);
            html.append("</tr>");
        });
        html.append("</tbody></table>");
    }

    private void box(Block.Box box) {
        html.append("<aside>");
        optional("h2", box.title());
        renderAll(box.body());
        html.append("</aside>");
    }

    private void renderEmbedded(Block block) {
        if (block instanceof Block.Embed embed) {
            var title = Optional.ofNullable(embed.title()).map(text -> text + " (" + embed.provider().name() + ")");
            tag("p", link(embed.url(), title.orElse(embed.provider().name())));
        } else if (block instanceof Block.Media media) {
            media(media);
        } else if (block instanceof Block.Download file) {
            tag("p", link(file.url(), file.title()));
        } else if (block instanceof Block.ArticleLink link) {
            articles.apply(link.article()).ifPresent(target -> tag("p", link(target.url(), target.headline())));
        } else {
            BodyReferences.imagesOf(block).forEach(use -> images.apply(use).ifPresent(this::figure));
        }
    }

    private void media(Block.Media media) {
        html.append('<').append(media.kind()).append(" controls preload=\"none\"");
        attribute("src", media.url());
        html.append('>');
        if (media.captionsUrl() != null) {
            html.append("<track kind=\"captions\"");
            attribute("src", media.captionsUrl());
            html.append('>');
        }
        html.append("</").append(media.kind()).append('>');
    }

    /** Shows the alternative text instead of an image without URL. */
    private void figure(Picture picture) {
        var caption = picture.caption() == null && picture.src() == null ? picture.alt() : picture.caption();
        if (picture.src() == null && caption == null && picture.credit() == null) {
            return;
        }
        html.append("<figure>");
        if (picture.src() != null) {
            img(picture, picture.src());
        }
        if (caption != null || picture.credit() != null) {
            html.append("<figcaption>");
            optional("span", caption);
            optional("small", picture.credit());
            html.append("</figcaption>");
        }
        html.append("</figure>");
    }

    private void img(Picture picture, String src) {
        html.append("<img");
        attribute("src", src);
        attribute("srcset", picture.srcset());
        attribute("alt", Optional.ofNullable(picture.alt()).orElse(""));
        attribute("width", picture.width());
        attribute("height", picture.height());
        html.append(" loading=\"lazy\">");
    }

    private void cells(String name, List<InlineText> cells) {
        cells.forEach(cell -> tag(name, Optional.ofNullable(cell.html()).orElse("")));
    }

    private void tag(String name, String inline) {
        html.append('<').append(name).append('>').append(inline).append("</").append(name).append('>');
    }

    private void optional(String name, @Nullable String text) {
        if (text != null) {
            tag(name, HtmlEscaper.escape(text));
        }
    }

    private void attribute(String name, @Nullable Object value) {
        if (value != null) {
            html.append(' ').append(name).append("=\"").append(HtmlEscaper.escapeAttribute(value.toString())).append('"');
        }
    }

    private static String link(String url, String text) {
        return "<a href=\"" + HtmlEscaper.escapeAttribute(url) + "\">" + HtmlEscaper.escape(text) + "</a>";
    }
}
