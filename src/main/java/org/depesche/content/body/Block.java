package org.depesche.content.body;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One block of a stored body. All {@code html} in it is sanitized. Blocks without references are delivered unchanged; the
 * other blocks have a counterpart in {@link BlockView}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXISTING_PROPERTY, property = "type")
@JsonSubTypes({
        @Type(name = "paragraph", value = Block.Paragraph.class), @Type(name = "heading", value = Block.Heading.class),
        @Type(name = "quote", value = Block.Quote.class), @Type(name = "question", value = Block.Question.class),
        @Type(name = "list", value = Block.Items.class), @Type(name = "box", value = Block.Box.class),
        @Type(name = "image", value = Block.Image.class), @Type(name = "gallery", value = Block.Gallery.class),
        @Type(name = "table", value = Block.Table.class), @Type(name = "embed", value = Block.Embed.class),
        @Type(name = "media", value = Block.Media.class), @Type(name = "file", value = Block.Download.class),
        @Type(name = "articleLink", value = Block.ArticleLink.class) })
@JsonPropertyOrder("type")
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Block {

    /** Returns the value of the member {@code type} in JSON. */
    @JsonProperty("type")
    String type();

    @Schema(name = "ParagraphBlock", description = "A paragraph of running text.")
    record Paragraph(
            @Schema(
                    required = true,
                    description = BlockView.HTML,
                    examples = "Der Rat hat <em>einstimmig</em> zugestimmt.") String html)
            implements
                Block,
                BlockView {
        @Override
        @JsonProperty("type")
        @Schema(required = true, description = "Tells the types of blocks apart.", constValue = "paragraph")
        public String type() {
            return "paragraph";
        }
    }

    @Schema(name = "HeadingBlock", description = "A subheading.")
    record Heading(
            @Schema(
                    required = true,
                    description = "2, 3 or 4; the article's headline is level 1.",
                    minimum = "2",
                    maximum = "4",
                    examples = "2") int level,
            @Schema(required = true, description = BlockView.HTML, examples = "Mehr Daten") String html,
            @Schema(
                    required = true,
                    description = "Name for a link to this place, unique in the body. In `bodyHtml` the id is "
                            + "`section-` and this name.",
                    examples = "mehr-daten") String anchor)
            implements
                Block,
                BlockView {
        @Override
        @JsonProperty("type")
        @Schema(required = true, description = "Tells the types of blocks apart.", constValue = "heading")
        public String type() {
            return "heading";
        }
    }

    @Schema(name = "QuoteBlock", description = "Words of somebody, set apart from the text.")
    record Quote(
            @Schema(required = true, description = BlockView.HTML, examples = "„Das ist ein guter Tag.“") String html,
            @Schema(
                    description = "Who said it, plain text.",
                    examples = "Bürgermeisterin Ina Held") @Nullable String attribution,
            @Schema(
                    required = true,
                    description = "Whether it repeats words of the text as an eye-catcher; such a quote counts in neither "
                            + "text nor search.") boolean pull)
            implements
                Block,
                BlockView {
        @Override
        @JsonProperty("type")
        @Schema(required = true, description = "Tells the types of blocks apart.", constValue = "quote")
        public String type() {
            return "quote";
        }
    }

    @Schema(name = "QuestionBlock", description = "An interviewer's question; the paragraphs after it are the answer.")
    record Question(
            @Schema(required = true, description = BlockView.HTML, examples = "Was kommt als Nächstes?") String html)
            implements
                Block,
                BlockView {
        @Override
        @JsonProperty("type")
        @Schema(required = true, description = "Tells the types of blocks apart.", constValue = "question")
        public String type() {
            return "question";
        }
    }

    @Schema(name = "ListBlock", description = "A list.")
    record Items(
            @Schema(required = true, description = "Whether the items are numbered.") boolean ordered,
            @Schema(required = true, description = "The items in their order, never nested.") List<InlineText> items)
            implements
                Block,
                BlockView {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        @JsonProperty("type")
        @Schema(required = true, description = "Tells the types of blocks apart.", constValue = "list")
        public String type() {
            return "list";
        }
    }

    @Schema(name = "TableBlock", description = "A table.")
    record Table(
            @Schema(
                    description = "What the table shows, plain text.",
                    examples = "Einwohner nach Ortsteil") @Nullable String caption,
            @Schema(required = true, description = "The cells of the head; empty when there is none.") List<InlineText> header,
            @Schema(required = true, description = "The rows, each a list of cells.") List<List<InlineText>> rows)
            implements
                Block,
                BlockView {
        public Table {
            header = List.copyOf(header);
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        @JsonProperty("type")
        @Schema(required = true, description = "Tells the types of blocks apart.", constValue = "table")
        public String type() {
            return "table";
        }
    }

    @Schema(name = "FileBlock", description = "A document to download.")
    record Download(
            @Schema(required = true, description = "What it is, plain text.", examples = "Haushaltsplan 2026") String title,
            @Schema(
                    required = true,
                    description = "Where it is.",
                    format = "uri",
                    examples = "https://www.example.org/haushalt.pdf") String url,
            @Schema(description = "Its media type.", examples = "application/pdf") @Nullable String mediaType,
            @Schema(description = "Its size in bytes.", minimum = "0", examples = "812345") @Nullable Long byteSize)
            implements
                Block,
                BlockView {
        @Override
        @JsonProperty("type")
        @Schema(required = true, description = "Tells the types of blocks apart.", constValue = "file")
        public String type() {
            return "file";
        }
    }

    record Box(@Nullable String title, List<Block> body) implements Block {
        public Box {
            body = List.copyOf(body);
        }

        @Override
        public String type() {
            return "box";
        }
    }

    record Image(ImageReference image) implements Block {
        @Override
        public String type() {
            return "image";
        }
    }

    record Gallery(List<ImageReference> images) implements Block {
        public Gallery {
            images = List.copyOf(images);
        }

        @Override
        public String type() {
            return "gallery";
        }
    }

    record Embed(String url, @Nullable String embedUrl, @Nullable String title, EmbedProvider provider, @Nullable Integer width,
            @Nullable Integer height, @Nullable ImageReference preview) implements Block {
        @Override
        public String type() {
            return "embed";
        }
    }

    record Media(String kind, String url, @Nullable String mediaType, @Nullable Integer durationSeconds,
            @Nullable ImageReference poster, @Nullable String captionsUrl, @Nullable String transcript) implements Block {
        @Override
        public String type() {
            return "media";
        }

        /** The kind of the recording. */
        public enum Kind {
            VIDEO,
            AUDIO;

            /** Returns the name in the API and in HTML. */
            @JsonValue
            public String word() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    record ArticleLink(UUID article) implements Block {
        @Override
        public String type() {
            return "articleLink";
        }
    }
}
