package org.depesche.delivery.feed.format;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.depesche.content.article.view.ArticleCard;
import org.depesche.content.body.Block;
import org.depesche.content.body.BlockView;
import org.depesche.content.body.InlineText;
import org.depesche.content.body.html.HtmlEscaper;
import org.depesche.content.image.view.ImageView;
import org.depesche.content.image.view.MediaUrls;
import org.depesche.content.image.view.SizedFile;
import org.jspecify.annotations.Nullable;

/**
 * Renders a body as HTML for feed readers: absolute addresses, neither classes nor scripts nor frames, and embeds as a picture
 * with a link. A reader shows it without the site's style sheet.
 */
public final class FeedHtml {

    private static final String HREF = "href=\"";
    /** Within a tag only: an attribute that is a part of the text, as in code about HTML, stays. */
    private static final Pattern RELATIVE_LINK = Pattern.compile("(<a\\b[^>]* href=\")(?!https?:|mailto:)([^\"]*)\"");

    private final URI articleUrl;
    private final MediaUrls media;
    private final StringBuilder html = new StringBuilder();

    /** @param articleUrl the page to which links within the body lead */
    public FeedHtml(URI articleUrl, MediaUrls media) {
        this.articleUrl = articleUrl;
        this.media = media;
    }

    /** Adds a line that must be seen, such as the label of advertising. */
    public FeedHtml notice(String text) {
        html.append("<p><strong>").append(HtmlEscaper.escape(text)).append("</strong></p>");
        return this;
    }

    /** Adds a picture with its caption and its credit. */
    public FeedHtml picture(ImageView image) {
        figure(image, null);
        return this;
    }

    public FeedHtml blocks(List<BlockView> blocks) {
        blocks.forEach(this::block);
        return this;
    }

    /** Adds a link to the whole article. */
    public FeedHtml link(URI url, String text) {
        tag("p", anchor(url.toString(), text));
        return this;
    }

    @Override
    public String toString() {
        return html.toString();
    }

    private void block(BlockView block) {
        if (block instanceof Block.Paragraph paragraph) {
            tag("p", inline(paragraph.html()));
        } else if (block instanceof Block.Heading heading) {
            tag("h" + heading.level(), inline(heading.html()));
        } else if (block instanceof Block.Question question) {
            tag("p", "<strong>" + inline(question.html()) + "</strong>");
        } else if (block instanceof Block.Quote quote) {
            quote(quote);
        } else if (block instanceof Block.Items list) {
            list(list);
        } else if (block instanceof Block.Table table) {
            table(table);
        } else {
            reference(block);
        }
    }

    private void quote(Block.Quote quote) {
        html.append("<blockquote>");
        tag("p", inline(quote.html()));
        if (quote.attribution() != null) {
            tag("p", "– " + HtmlEscaper.escape(quote.attribution()));
        }
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
        text("caption", table.caption());
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

    private void reference(BlockView block) {
        if (block instanceof BlockView.Box box) {
            html.append("<aside>");
            text("h2", box.title());
            box.body().forEach(this::block);
            html.append("</aside>");
        } else if (block instanceof BlockView.Image image) {
            figure(image.image(), null);
        } else if (block instanceof BlockView.Gallery gallery) {
            gallery.images().forEach(image -> figure(image, null));
        } else if (block instanceof BlockView.Embed embed) {
            var title = embed.title() == null ? embed.provider().name() : embed.title() + " (" + embed.provider().name() + ")";
            media(embed.preview(), embed.url(), title);
        } else if (block instanceof BlockView.Media media) {
            media(media.poster(), media.url(), media.kind().equals("audio") ? "Audio" : "Video");
        } else if (block instanceof Block.Download file) {
            tag("p", anchor(file.url(), file.title()));
        } else if (block instanceof BlockView.ArticleLink link && link.article() instanceof ArticleCard card
                && card.url() != null) {
            tag("p", anchor(card.url().toString(), AdvertisingLabels.title(card)));
        }
    }

    private void media(@Nullable Object preview, String url, String title) {
        if (preview instanceof ImageView image && image.src() != null) {
            figure(image, url);
        }
        tag("p", anchor(url, title));
    }

    /** Shows the alternative text instead of an image without a file. */
    private void figure(Object picture, @Nullable String target) {
        if (!(picture instanceof ImageView image)) {
            return;
        }
        var caption = image.caption() == null && image.src() == null ? image.alt() : image.caption();
        if (image.src() == null && caption == null && image.credit() == null) {
            return;
        }
        html.append("<figure>");
        media.source(image).map(file -> img(image, file))
                .ifPresent(img -> html.append(target == null ? img : anchorAround(target, img)));
        if (caption != null || image.credit() != null) {
            html.append("<figcaption>").append(HtmlEscaper.escape(caption == null ? "" : caption));
            if (image.credit() != null) {
                html.append(caption == null ? "" : " ").append("<small>").append(HtmlEscaper.escape(image.credit()))
                        .append("</small>");
            }
            html.append("</figcaption>");
        }
        html.append("</figure>");
    }

    private static String img(ImageView image, SizedFile file) {
        var tag = new StringBuilder("<img");
        attribute(tag, "src", file.url());
        attribute(tag, "alt", Optional.ofNullable(image.alt()).orElse(""));
        attribute(tag, "width", file.width());
        attribute(tag, "height", file.height());
        return tag.append(">").toString();
    }

    private static void attribute(StringBuilder tag, String name, @Nullable Object value) {
        if (value != null) {
            tag.append(' ').append(name).append("=\"").append(HtmlEscaper.escapeAttribute(value.toString())).append('"');
        }
    }

    /** A place in the body and a path of the site have no meaning in a reader, so that they become addresses of the site. */
    private String inline(String text) {
        for (var at = text.indexOf(HREF); at >= 0; at = text.indexOf(HREF, at + 1)) {
            var address = at + HREF.length();
            if (!text.startsWith("http:", address) && !text.startsWith("https:", address)
                    && !text.startsWith("mailto:", address)) {
                return RELATIVE_LINK.matcher(text).replaceAll(
                        link -> Matcher.quoteReplacement(link.group(1) + absolute(link.group(2)) + "\""));
            }
        }
        return text;
    }

    private String absolute(String address) {
        try {
            var plain = address.replace("&amp;", "&");
            return HtmlEscaper
                    .escapeAttribute(plain.startsWith("#") ? articleUrl + plain : articleUrl.resolve(plain).toString());
        } catch (IllegalArgumentException invalid) {
            return HtmlEscaper.escapeAttribute(articleUrl.toString());
        }
    }

    private void cells(String name, List<InlineText> cells) {
        cells.forEach(cell -> tag(name, inline(Optional.ofNullable(cell.html()).orElse(""))));
    }

    private void text(String name, @Nullable String text) {
        if (text != null) {
            tag(name, HtmlEscaper.escape(text));
        }
    }

    private void tag(String name, String inline) {
        html.append('<').append(name).append('>').append(inline).append("</").append(name).append('>');
    }

    private static String anchor(String url, String text) {
        return anchorAround(url, HtmlEscaper.escape(text));
    }

    private static String anchorAround(String url, String content) {
        return "<a href=\"" + HtmlEscaper.escapeAttribute(url) + "\">" + content + "</a>";
    }
}
