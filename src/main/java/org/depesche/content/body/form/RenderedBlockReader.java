package org.depesche.content.body.form;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.depesche.content.body.Block;
import org.depesche.content.body.BlockMarkup;
import org.depesche.content.body.html.InlineHtmlSanitizer;
import org.depesche.platform.json.JsonForm;
import org.jsoup.nodes.Element;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Reads the elements that {@code bodyHtml} marks as blocks of another type than their element suggests, with the rules of
 * the JSON form. An element whose marks do not fit is read like any other.
 */
final class RenderedBlockReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonForm form;
    private final String member;
    private final Consumer<String> warn;
    private final Consumer<Block> sink;
    private final MediaBlockReader media;
    private final Map<String, Function<Element, Optional<Block>>> readers;

    RenderedBlockReader(JsonForm form, String member, BodyReaderContext context, Consumer<Block> sink) {
        this.form = form;
        this.member = member;
        this.warn = detail -> context.warn(form.pointer(member), detail);
        this.sink = sink;
        this.media = new MediaBlockReader(context);
        this.readers = Map.of("question", this::question, "embed", this::embed, "file", this::file, "articleLink",
                this::articleLink, "media", this::media);
    }

    /** Returns whether the element was a marked block. */
    boolean read(Element element) {
        if (element.nameIs("p") && element.hasAttr(BlockMarkup.EXACT)) {
            exact(element).map(Block.Paragraph::new).ifPresent(sink);
            return true;
        }
        var reader = readers.get(element.attr(BlockMarkup.BLOCK));
        var block = reader == null ? Optional.<Block> empty() : reader.apply(element);
        block.ifPresent(sink);
        return block.isPresent();
    }

    private Optional<String> exact(Element element) {
        return InlineHtmlSanitizer.sanitize(element.childNodes(), false, warn);
    }

    private Optional<Block> question(Element element) {
        var strong = Optional.ofNullable(element.selectFirst("> strong:only-child"));
        return strong.or(() -> Optional.of(element)).flatMap(this::exact).map(Block.Question::new);
    }

    private Optional<Block> embed(Element element) {
        return link(element).flatMap(link -> {
            var json = json().with("url", link.attr("href"));
            json.with("embedUrl", element.attr(BlockMarkup.EMBED_URL));
            json.object("provider", element.attr(BlockMarkup.PROVIDER));
            json.number("width", element.attr(BlockMarkup.WIDTH));
            json.number("height", element.attr(BlockMarkup.HEIGHT));
            json.object("preview", element.attr(BlockMarkup.PREVIEW));
            var provider = json.members.path("provider").path("name").asText();
            var text = link.wholeText();
            var suffix = " (" + provider + ")";
            if (!text.equals(provider)) {
                json.with("title", text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text);
            }
            return media.embed(json.form());
        });
    }

    private Optional<Block> file(Element element) {
        return link(element).flatMap(link -> {
            var json = json().with("url", link.attr("href"));
            json.with("title", link.wholeText());
            json.with("mediaType", link.attr("type"));
            json.number("byteSize", element.attr(BlockMarkup.BYTE_SIZE));
            return media.file(json.form());
        });
    }

    private Optional<Block> articleLink(Element element) {
        var id = element.attr(BlockMarkup.ARTICLE);
        return id.isBlank() ? Optional.empty() : media.articleLink(json().with("article", id).form());
    }

    private Optional<Block> media(Element element) {
        if (HtmlMediaReader.url(element.attr("src")).isEmpty()) {
            return Optional.empty();
        }
        var json = json().with("kind", element.normalName());
        json.with("url", element.attr("src"));
        json.with("mediaType", element.attr(BlockMarkup.MEDIA_TYPE));
        json.number("durationSeconds", element.attr(BlockMarkup.DURATION));
        json.with("transcript", element.attr(BlockMarkup.TRANSCRIPT));
        json.object("poster", element.attr(BlockMarkup.PREVIEW));
        Optional.ofNullable(element.selectFirst("> track")).ifPresent(track -> json.with("captionsUrl", track.attr("src")));
        return media.media(json.form());
    }

    private static Optional<Element> link(Element element) {
        return Optional.ofNullable(element.selectFirst("> a:only-child"))
                .filter(link -> HtmlMediaReader.url(link.attr("href")).isPresent());
    }

    private Attributes json() {
        return new Attributes(JsonNodeFactory.instance.objectNode());
    }

    /** The members of the JSON form of a block, read from the attributes of its element. */
    private final class Attributes {

        private final ObjectNode members;

        private Attributes(ObjectNode members) {
            this.members = members;
        }

        Attributes with(String name, String value) {
            if (!value.isBlank()) {
                members.put(name, value);
            }
            return this;
        }

        void number(String name, String value) {
            if (value.matches("\\d{1,18}")) {
                members.put(name, Long.parseLong(value));
            }
        }

        void object(String name, String value) {
            try {
                if (!value.isBlank() && JSON.readTree(value) instanceof ObjectNode object) {
                    members.set(name, object);
                }
            } catch (JsonProcessingException noJson) {
                warn.accept("removed an attribute that is no JSON: " + name);
            }
        }

        JsonForm form() {
            return RenderedBlockReader.this.form.nested(members, RenderedBlockReader.this.form.pointer(member));
        }
    }
}
