package org.depesche.content.editorial.form;

import java.util.List;

import org.depesche.content.body.form.BodyLimits;
import org.depesche.kernel.Slug;
import org.depesche.platform.json.ListElements;
import org.depesche.platform.json.WebUrl;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Used only for the OpenAPI document: {@link org.depesche.content.body.form.BodyReader} reads the body. */
@Schema(
        name = "BlockInput",
        description = "A block in its writing form: of the types of Block. More may be added. `html` is cleaned; "
                + "`warnings` name what was removed. `text`, which is plain, may stand in its place.",
        discriminatorProperty = "type",
        oneOf = {
                BlockFormSchema.Paragraph.class,
                BlockFormSchema.Heading.class,
                BlockFormSchema.Quote.class,
                BlockFormSchema.Question.class,
                BlockFormSchema.Items.class,
                BlockFormSchema.Box.class,
                BlockFormSchema.Image.class,
                BlockFormSchema.Gallery.class,
                BlockFormSchema.Table.class,
                BlockFormSchema.Embed.class,
                BlockFormSchema.Media.class,
                BlockFormSchema.Download.class,
                BlockFormSchema.ArticleLink.class },
        discriminatorMapping = {
                @DiscriminatorMapping(value = "paragraph", schema = BlockFormSchema.Paragraph.class),
                @DiscriminatorMapping(value = "heading", schema = BlockFormSchema.Heading.class),
                @DiscriminatorMapping(value = "quote", schema = BlockFormSchema.Quote.class),
                @DiscriminatorMapping(value = "question", schema = BlockFormSchema.Question.class),
                @DiscriminatorMapping(value = "list", schema = BlockFormSchema.Items.class),
                @DiscriminatorMapping(value = "box", schema = BlockFormSchema.Box.class),
                @DiscriminatorMapping(value = "image", schema = BlockFormSchema.Image.class),
                @DiscriminatorMapping(value = "gallery", schema = BlockFormSchema.Gallery.class),
                @DiscriminatorMapping(value = "table", schema = BlockFormSchema.Table.class),
                @DiscriminatorMapping(value = "embed", schema = BlockFormSchema.Embed.class),
                @DiscriminatorMapping(value = "media", schema = BlockFormSchema.Media.class),
                @DiscriminatorMapping(value = "file", schema = BlockFormSchema.Download.class),
                @DiscriminatorMapping(value = "articleLink", schema = BlockFormSchema.ArticleLink.class) })
sealed interface BlockFormSchema {

    String TYPE = "Tells the types of blocks apart";
    String HTML = "Inline HTML; or `text`";
    String TEXT = "Plain text in the place of `html`";

    @Schema(name = "ParagraphBlockInput", description = "Plain running text.")
    record Paragraph(@Schema(required = true, description = TYPE, constValue = "paragraph") String type,
            @Schema(
                    description = HTML,
                    examples = "Die <em>Länder</em> haben sich getroffen.",
                    maxLength = BodyLimits.BLOCK_LENGTH) @Nullable String html,
            @Schema(description = TEXT, maxLength = BodyLimits.BLOCK_LENGTH) @Nullable String text) implements BlockFormSchema {
    }

    @Schema(name = "HeadingBlockInput", description = "A heading within the text.")
    record Heading(@Schema(required = true, description = TYPE, constValue = "heading") String type,
            @Schema(description = "2 (default) to 4", minimum = "2", maximum = "4", examples = "2") @Nullable Integer level,
            @Schema(
                    description = HTML,
                    examples = "Die <em>Länder</em> haben sich getroffen.",
                    maxLength = BodyLimits.BLOCK_LENGTH) @Nullable String html,
            @Schema(description = TEXT, maxLength = BodyLimits.BLOCK_LENGTH) @Nullable String text,
            @Schema(
                    description = "Where links lead to; made from the words when not given",
                    examples = "mehr-daten",
                    maxLength = Slug.MAX_LENGTH,
                    pattern = Slug.PATTERN) @Nullable String anchor)
            implements
                BlockFormSchema {
    }

    @Schema(name = "QuoteBlockInput", description = "Words of somebody.")
    record Quote(@Schema(required = true, description = TYPE, constValue = "quote") String type,
            @Schema(
                    description = HTML,
                    examples = "Die <em>Länder</em> haben sich getroffen.",
                    maxLength = BodyLimits.BLOCK_LENGTH) @Nullable String html,
            @Schema(description = TEXT, maxLength = BodyLimits.BLOCK_LENGTH) @Nullable String text,
            @Schema(
                    description = "Who said it",
                    examples = "Ina Held",
                    maxLength = BodyLimits.TITLE) @Nullable String attribution,
            @Schema(description = "It repeats words of the text") @Nullable Boolean pull) implements BlockFormSchema {
    }

    @Schema(name = "QuestionBlockInput", description = "An interviewer's question; the paragraphs after it are its answer.")
    record Question(@Schema(required = true, description = TYPE, constValue = "question") String type,
            @Schema(
                    description = HTML,
                    examples = "Die <em>Länder</em> haben sich getroffen.",
                    maxLength = BodyLimits.BLOCK_LENGTH) @Nullable String html,
            @Schema(description = TEXT, maxLength = BodyLimits.BLOCK_LENGTH) @Nullable String text) implements BlockFormSchema {
    }

    @Schema(name = "ListBlockInput", description = "A list.")
    record Items(@Schema(required = true, description = TYPE, constValue = "list") String type,
            @Schema(description = "Numbered") @Nullable Boolean ordered,
            @Schema(required = true, maxItems = BodyLimits.ITEMS) List<InlineFormSchema> items) implements BlockFormSchema {
    }

    @Schema(name = "BoxBlockInput", description = "A box beside the text. It holds no box.")
    record Box(@Schema(required = true, description = TYPE, constValue = "box") String type,
            @Schema(examples = "Zahlen", maxLength = BodyLimits.TITLE) @Nullable String title,
            @Schema(required = true, maxItems = BodyLimits.BLOCKS) List<BlockFormSchema> body) implements BlockFormSchema {
    }

    @Schema(name = "ImageBlockInput", description = "An image.")
    record Image(@Schema(required = true, description = TYPE, constValue = "image") String type,
            @Schema(required = true) ImageReferenceFormSchema image) implements BlockFormSchema {
    }

    @Schema(name = "GalleryBlockInput", description = "Several images.")
    record Gallery(@Schema(required = true, description = TYPE, constValue = "gallery") String type,
            @Schema(required = true, maxItems = BodyLimits.IMAGES) List<ImageReferenceFormSchema> images)
            implements
                BlockFormSchema {
    }

    @Schema(name = "TableBlockInput", description = "A table; cells may be empty.")
    record Table(@Schema(required = true, description = TYPE, constValue = "table") String type,
            @Schema(examples = "Wahlergebnis", maxLength = BodyLimits.TITLE) @Nullable String caption,
            @Schema(maxItems = BodyLimits.COLUMNS) @Nullable List<CellFormSchema> header,
            @Schema(
                    required = true,
                    maxItems = BodyLimits.ITEMS,
                    extensions = @Extension(
                            name = ListElements.MAX_ITEMS,
                            value = "" + BodyLimits.COLUMNS)) List<List<CellFormSchema>> rows)
            implements
                BlockFormSchema {
    }

    @Schema(
            name = "EmbedBlockInput",
            description = "Something of a provider; of known ones `embedUrl` and `provider` are made from the `url`.")
    record Embed(@Schema(required = true, description = TYPE, constValue = "embed") String type,
            @Schema(
                    required = true,
                    format = "uri",
                    maxLength = WebUrl.MAX_LENGTH,
                    examples = "https://www.youtube.com/watch?v=dQw4w9WgXcQ") String url,
            @Schema(
                    description = "Of a provider that is not known",
                    format = "uri",
                    maxLength = WebUrl.MAX_LENGTH) @Nullable String embedUrl,
            @Schema(examples = "Pressekonferenz", maxLength = BodyLimits.TITLE) @Nullable String title,
            @Nullable ProviderFormSchema provider,
            @Schema(minimum = "1", maximum = "" + BodyLimits.EMBED_PIXELS, examples = "16") @Nullable Integer width,
            @Schema(minimum = "1", maximum = "" + BodyLimits.EMBED_PIXELS, examples = "9") @Nullable Integer height,
            @Nullable ImageReferenceFormSchema preview,
            @Schema(description = "As GET gave it", readOnly = true) @Nullable String consent) implements BlockFormSchema {
    }

    @Schema(name = "MediaBlockInput", description = "A video or a piece of audio.")
    record Media(@Schema(required = true, description = TYPE, constValue = "media") String type,
            @Schema(required = true, implementation = org.depesche.content.body.Block.Media.Kind.class) String kind,
            @Schema(
                    required = true,
                    format = "uri",
                    maxLength = WebUrl.MAX_LENGTH,
                    examples = "https://media.example.org/rat.mp4") String url,
            @Schema(
                    description = "Guessed from the `url` when not given",
                    examples = "video/mp4",
                    maxLength = BodyLimits.MEDIA_TYPE) @Nullable String mediaType,
            @Schema(
                    minimum = "0",
                    maximum = "" + BodyLimits.DURATION_SECONDS,
                    examples = "312") @Nullable Integer durationSeconds,
            @Nullable ImageReferenceFormSchema poster,
            @Schema(description = "WebVTT", format = "uri", maxLength = WebUrl.MAX_LENGTH) @Nullable String captionsUrl,
            @Schema(description = "What is said, plain text", maxLength = BodyLimits.BLOCK_LENGTH) @Nullable String transcript)
            implements
                BlockFormSchema {
    }

    @Schema(name = "FileBlockInput", description = "A file to download.")
    record Download(@Schema(required = true, description = TYPE, constValue = "file") String type,
            @Schema(required = true, examples = "Haushaltsplan", maxLength = BodyLimits.TITLE) String title,
            @Schema(
                    required = true,
                    format = "uri",
                    maxLength = WebUrl.MAX_LENGTH,
                    examples = "https://media.example.org/haushalt.pdf") String url,
            @Schema(
                    description = "Guessed from the `url` when not given",
                    examples = "application/pdf",
                    maxLength = BodyLimits.MEDIA_TYPE) @Nullable String mediaType,
            @Schema(minimum = "0", maximum = "" + Long.MAX_VALUE, examples = "812345") @Nullable Long byteSize)
            implements
                BlockFormSchema {
    }

    @Schema(
            name = "ArticleLinkBlockInput",
            description = "Another article of ours; while that is not public the block is left out.")
    record ArticleLink(@Schema(required = true, description = TYPE, constValue = "articleLink") String type,
            @Schema(
                    required = true,
                    description = "Its slug or id. An object with one of them is taken too",
                    examples = "haushalt-beschlossen",
                    maxLength = BodyLimits.REFERENCE) String article)
            implements
                BlockFormSchema {
    }

    @Schema(name = "InlineInput", description = "A run of text: `html` or `text`.")
    record InlineFormSchema(@Schema(description = HTML, maxLength = BodyLimits.BLOCK_LENGTH) @Nullable String html,
            @Schema(description = TEXT, maxLength = BodyLimits.BLOCK_LENGTH) @Nullable String text) {
    }

    @Schema(name = "CellInput", description = "A cell of a table: `html` or `text`, or neither.")
    record CellFormSchema(@Schema(description = HTML, maxLength = BodyLimits.BLOCK_LENGTH) @Nullable String html,
            @Schema(description = TEXT, maxLength = BodyLimits.BLOCK_LENGTH) @Nullable String text) {
    }

    @Schema(name = "ProviderInput", description = "Who provides an embed.")
    record ProviderFormSchema(
            @Schema(required = true, maxLength = Slug.MAX_LENGTH, pattern = Slug.PATTERN, examples = "youtube") String slug,
            @Schema(required = true, examples = "YouTube", maxLength = BodyLimits.TITLE) String name,
            @Schema(format = "uri", maxLength = WebUrl.MAX_LENGTH) @Nullable String privacyUrl) {
    }
}
