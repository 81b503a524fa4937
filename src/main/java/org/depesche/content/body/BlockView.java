package org.depesche.content.body;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** One block of a delivered body. The views of its images and articles come from the caller of {@link BlockViewRenderer}. */
@JsonPropertyOrder("type")
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "Block",
        description = "One part of an article's body. Types may be added: pass over one you do not know, or show its "
                + "`fallbackHtml`.",
        discriminatorProperty = "type",
        oneOf = {
                Block.Paragraph.class,
                Block.Heading.class,
                Block.Quote.class,
                Block.Question.class,
                Block.Items.class,
                BlockView.Box.class,
                BlockView.Image.class,
                BlockView.Gallery.class,
                Block.Table.class,
                BlockView.Embed.class,
                BlockView.Media.class,
                Block.Download.class,
                BlockView.ArticleLink.class },
        discriminatorMapping = {
                @DiscriminatorMapping(value = "paragraph", schema = Block.Paragraph.class),
                @DiscriminatorMapping(value = "heading", schema = Block.Heading.class),
                @DiscriminatorMapping(value = "quote", schema = Block.Quote.class),
                @DiscriminatorMapping(value = "question", schema = Block.Question.class),
                @DiscriminatorMapping(value = "list", schema = Block.Items.class),
                @DiscriminatorMapping(value = "box", schema = BlockView.Box.class),
                @DiscriminatorMapping(value = "image", schema = BlockView.Image.class),
                @DiscriminatorMapping(value = "gallery", schema = BlockView.Gallery.class),
                @DiscriminatorMapping(value = "table", schema = Block.Table.class),
                @DiscriminatorMapping(value = "embed", schema = BlockView.Embed.class),
                @DiscriminatorMapping(value = "media", schema = BlockView.Media.class),
                @DiscriminatorMapping(value = "file", schema = Block.Download.class),
                @DiscriminatorMapping(value = "articleLink", schema = BlockView.ArticleLink.class) })
public sealed interface BlockView permits Block.Paragraph, Block.Heading, Block.Quote, Block.Question, Block.Items, Block.Table,
        Block.Download, BlockView.Box, BlockView.Image, BlockView.Gallery, BlockView.Embed, BlockView.Media,
        BlockView.ArticleLink {

    String HTML = "Sanitised inline HTML, safe to insert as it is: `a[href, hreflang, rel, title]`, `em`, `strong`, `code`, "
            + "`sub`, `sup`, `br`, `mark`, `q`, `span[lang]`.";

    /** Returns the value of the member {@code type} in JSON. */
    @JsonProperty("type")
    String type();

    @Schema(name = "BoxBlock", description = "A box beside the text, as a fact sheet. A box holds no box.")
    record Box(
            @Schema(description = "Its heading, plain text.", examples = "Zur Person") @Nullable String title,
            @Schema(required = true, description = "Its blocks.") List<BlockView> body) implements BlockView {
        @Override
        @JsonProperty("type")
        @Schema(required = true, description = "Tells the types of blocks apart.", constValue = "box")
        public String type() {
            return "box";
        }
    }

    @Schema(name = "ImageBlock", description = "An image.")
    record Image(@Schema(required = true, ref = "ArticleImage") Object image) implements BlockView {
        @Override
        @JsonProperty("type")
        @Schema(required = true, description = "Tells the types of blocks apart.", constValue = "image")
        public String type() {
            return "image";
        }
    }

    @Schema(name = "GalleryBlock", description = "Several images in their order.")
    record Gallery(
            @Schema(
                    required = true,
                    description = "The images.",
                    type = SchemaType.ARRAY,
                    implementation = AnyImage.class) List<Object> images)
            implements
                BlockView {
        @Override
        @JsonProperty("type")
        @Schema(required = true, description = "Tells the types of blocks apart.", constValue = "gallery")
        public String type() {
            return "gallery";
        }
    }

    /** Refers to the schema of the image package, which this package must not import. */
    @Schema(name = "BlockImage", ref = "ArticleImage")
    interface AnyImage {
    }

    @Schema(
            name = "EmbedBlock",
            description = "Something of another provider. Load nothing of it, not even a preview of theirs, before the "
                    + "reader consents.")
    record Embed(
            @Schema(
                    required = true,
                    description = "The page to link to without consent.",
                    format = "uri",
                    examples = "https://www.youtube.com/watch?v=aqz-KE-bpKQ") String url,
            @Schema(
                    description = "What to load in a frame after consent; absent where only a link is possible.",
                    format = "uri",
                    examples = "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ") @Nullable String embedUrl,
            @Schema(description = "Plain text.", examples = "Die Sitzung im Video") @Nullable String title,
            @Schema(required = true) EmbedProvider provider,
            @Schema(description = "With `height` the aspect ratio.", minimum = "1", examples = "16") @Nullable Integer width,
            @Schema(description = "With `width` the aspect ratio.", minimum = "1", examples = "9") @Nullable Integer height,
            @Schema(ref = "ArticleImage") @Nullable Object preview) implements BlockView {
        @Override
        @JsonProperty("type")
        @Schema(required = true, description = "Tells the types of blocks apart.", constValue = "embed")
        public String type() {
            return "embed";
        }

        @JsonProperty("consent")
        @Schema(required = true, description = "Always `required` today.", examples = "required")
        public String consent() {
            return "required";
        }
    }

    @Schema(name = "MediaBlock", description = "A video or a sound file of our own.")
    record Media(
            @Schema(
                    implementation = Block.Media.Kind.class,
                    required = true,
                    description = "`video` or `audio`.",
                    examples = "video") String kind,
            @Schema(
                    required = true,
                    description = "The file.",
                    format = "uri",
                    examples = "https://media.example.org/rat.mp4") String url,
            @Schema(description = "Its media type.", examples = "video/mp4") @Nullable String mediaType,
            @Schema(description = "How long it plays.", minimum = "0", examples = "312") @Nullable Integer durationSeconds,
            @Schema(ref = "ArticleImage") @Nullable Object poster,
            @Schema(
                    description = "WebVTT captions.",
                    format = "uri",
                    examples = "https://media.example.org/rat.vtt") @Nullable String captionsUrl,
            @Schema(
                    description = "What is said, plain text.",
                    examples = "Guten Tag, meine Damen und Herren.") @Nullable String transcript)
            implements
                BlockView {
        @Override
        @JsonProperty("type")
        @Schema(required = true, description = "Tells the types of blocks apart.", constValue = "media")
        public String type() {
            return "media";
        }
    }

    @Schema(name = "ArticleLinkBlock", description = "Another article of ours, as a card.")
    record ArticleLink(@Schema(required = true, ref = "ArticleCard") Object article) implements BlockView {
        @Override
        @JsonProperty("type")
        @Schema(required = true, description = "Tells the types of blocks apart.", constValue = "articleLink")
        public String type() {
            return "articleLink";
        }
    }
}
