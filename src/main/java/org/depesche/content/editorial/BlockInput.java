package org.depesche.content.editorial;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** For the OpenAPI document alone: bodies are read by {@link org.depesche.content.body.BodyReader}. */
@Schema(name = "BlockInput", description = "A block in its writing form: of the types of Block. More may be added. `html` is cleaned, and what that took away told in `warnings`; `text`, which is plain, may stand in its place.", discriminatorProperty = "type", oneOf = {
        BlockInput.Paragraph.class, BlockInput.Heading.class, BlockInput.Quote.class, BlockInput.Question.class,
        BlockInput.Items.class, BlockInput.Box.class, BlockInput.Image.class, BlockInput.Gallery.class, BlockInput.Table.class,
        BlockInput.Embed.class, BlockInput.Media.class, BlockInput.Download.class,
        BlockInput.ArticleLink.class }, discriminatorMapping = {
                @DiscriminatorMapping(value = "paragraph", schema = BlockInput.Paragraph.class),
                @DiscriminatorMapping(value = "heading", schema = BlockInput.Heading.class),
                @DiscriminatorMapping(value = "quote", schema = BlockInput.Quote.class),
                @DiscriminatorMapping(value = "question", schema = BlockInput.Question.class),
                @DiscriminatorMapping(value = "list", schema = BlockInput.Items.class),
                @DiscriminatorMapping(value = "box", schema = BlockInput.Box.class),
                @DiscriminatorMapping(value = "image", schema = BlockInput.Image.class),
                @DiscriminatorMapping(value = "gallery", schema = BlockInput.Gallery.class),
                @DiscriminatorMapping(value = "table", schema = BlockInput.Table.class),
                @DiscriminatorMapping(value = "embed", schema = BlockInput.Embed.class),
                @DiscriminatorMapping(value = "media", schema = BlockInput.Media.class),
                @DiscriminatorMapping(value = "file", schema = BlockInput.Download.class),
                @DiscriminatorMapping(value = "articleLink", schema = BlockInput.ArticleLink.class) })
sealed interface BlockInput {

    String TYPE = "Tells the types of blocks apart";
    String HTML = "Inline HTML; or `text`";
    String TEXT = "Plain text in the place of `html`";

    @Schema(name = "ParagraphBlockInput", description = "Plain running text.")
    record Paragraph(@Schema(required = true, description = TYPE, constValue = "paragraph") String type,
            @Schema(description = HTML, examples = "Die <em>Länder</em> haben sich getroffen.") @Nullable String html,
            @Schema(description = TEXT) @Nullable String text) implements BlockInput {
    }

    @Schema(name = "HeadingBlockInput", description = "A heading within the text.")
    record Heading(@Schema(required = true, description = TYPE, constValue = "heading") String type,
            @Schema(description = "2 (default) to 4", minimum = "2", maximum = "4", examples = "2") @Nullable Integer level,
            @Schema(description = HTML, examples = "Die <em>Länder</em> haben sich getroffen.") @Nullable String html,
            @Schema(description = TEXT) @Nullable String text,
            @Schema(description = "Where links lead to; made from the words when not given", examples = "mehr-daten") @Nullable String anchor)
            implements
                BlockInput {
    }

    @Schema(name = "QuoteBlockInput", description = "Words of somebody.")
    record Quote(@Schema(required = true, description = TYPE, constValue = "quote") String type,
            @Schema(description = HTML, examples = "Die <em>Länder</em> haben sich getroffen.") @Nullable String html,
            @Schema(description = TEXT) @Nullable String text,
            @Schema(description = "Who said it", examples = "Ina Held", maxLength = 500) @Nullable String attribution,
            @Schema(description = "It repeats words of the text") @Nullable Boolean pull) implements BlockInput {
    }

    @Schema(name = "QuestionBlockInput", description = "An interviewer's question; the paragraphs after it are its answer.")
    record Question(@Schema(required = true, description = TYPE, constValue = "question") String type,
            @Schema(description = HTML, examples = "Die <em>Länder</em> haben sich getroffen.") @Nullable String html,
            @Schema(description = TEXT) @Nullable String text) implements BlockInput {
    }

    @Schema(name = "ListBlockInput", description = "A list.")
    record Items(@Schema(required = true, description = TYPE, constValue = "list") String type,
            @Schema(description = "Numbered") @Nullable Boolean ordered,
            @Schema(required = true, maxItems = 5000) List<InlineInput> items) implements BlockInput {
    }

    @Schema(name = "BoxBlockInput", description = "A box beside the text. It holds no box.")
    record Box(@Schema(required = true, description = TYPE, constValue = "box") String type,
            @Schema(examples = "Zahlen", maxLength = 500) @Nullable String title,
            @Schema(required = true) List<BlockInput> body) implements BlockInput {
    }

    @Schema(name = "ImageBlockInput", description = "An image.")
    record Image(@Schema(required = true, description = TYPE, constValue = "image") String type,
            @Schema(required = true) ImageInput image) implements BlockInput {
    }

    @Schema(name = "GalleryBlockInput", description = "Several images.")
    record Gallery(@Schema(required = true, description = TYPE, constValue = "gallery") String type,
            @Schema(required = true, maxItems = 500) List<ImageInput> images) implements BlockInput {
    }

    @Schema(name = "TableBlockInput", description = "A table; cells may be empty.")
    record Table(@Schema(required = true, description = TYPE, constValue = "table") String type,
            @Schema(examples = "Wahlergebnis", maxLength = 500) @Nullable String caption,
            @Schema(maxItems = 100) @Nullable List<CellInput> header,
            @Schema(required = true, maxItems = 5000) List<List<CellInput>> rows) implements BlockInput {
    }

    @Schema(name = "EmbedBlockInput", description = "Something of a provider; of known ones `embedUrl` and `provider` are made from the `url`.")
    record Embed(@Schema(required = true, description = TYPE, constValue = "embed") String type,
            @Schema(required = true, format = "uri", examples = "https://www.youtube.com/watch?v=dQw4w9WgXcQ") String url,
            @Schema(description = "Of a provider that is not known", format = "uri") @Nullable String embedUrl,
            @Schema(examples = "Pressekonferenz", maxLength = 500) @Nullable String title,
            @Nullable ProviderInput provider,
            @Schema(minimum = "1", maximum = "20000", examples = "16") @Nullable Integer width,
            @Schema(minimum = "1", maximum = "20000", examples = "9") @Nullable Integer height,
            @Nullable ImageInput preview,
            @Schema(description = "Read-only: as GET gave it") @Nullable String consent) implements BlockInput {
    }

    @Schema(name = "MediaBlockInput", description = "A video or a piece of audio.")
    record Media(@Schema(required = true, description = TYPE, constValue = "media") String type,
            @Schema(required = true, enumeration = {
                    "video", "audio" }) String kind,
            @Schema(required = true, format = "uri", examples = "https://media.example.org/rat.mp4") String url,
            @Schema(description = "Guessed from the `url` when not given", examples = "video/mp4") @Nullable String mediaType,
            @Schema(minimum = "0", maximum = "604800", examples = "312") @Nullable Integer durationSeconds,
            @Nullable ImageInput poster,
            @Schema(description = "WebVTT", format = "uri") @Nullable String captionsUrl,
            @Schema(description = "What is said, plain text") @Nullable String transcript) implements BlockInput{
    }

    @Schema(name = "FileBlockInput", description = "A file to download.")
    record Download(@Schema(required = true, description = TYPE, constValue = "file") String type,
            @Schema(required = true, examples = "Haushaltsplan", maxLength = 500) String title,
            @Schema(required = true, format = "uri", examples = "https://media.example.org/haushalt.pdf") String url,
            @Schema(description = "Guessed from the `url` when not given", examples = "application/pdf") @Nullable String mediaType,
            @Schema(minimum = "0", examples = "812345") @Nullable Long byteSize) implements BlockInput {
    }

    @Schema(name = "ArticleLinkBlockInput", description = "Another article of ours; while that is not public the block is left out.")
    record ArticleLink(@Schema(required = true, description = TYPE, constValue = "articleLink") String type,
            @Schema(required = true, description = "Its slug or id, or an object with one of them", examples = "haushalt-beschlossen", oneOf = {
                    String.class, ArticleRef.class }) Object article)
            implements
                BlockInput{
    }

    @Schema(name = "InlineInput", description = "A run of text: `html` or `text`.")
    record InlineInput(@Schema(description = HTML) @Nullable String html, @Schema(description = TEXT) @Nullable String text) {
    }

    @Schema(name = "CellInput", description = "A cell of a table: `html` or `text`, or neither.")
    record CellInput(@Schema(description = HTML) @Nullable String html, @Schema(description = TEXT) @Nullable String text) {
    }

    @Schema(name = "ProviderInput", description = "Who provides an embed.")
    record ProviderInput(@Schema(required = true, examples = "youtube") String slug,
            @Schema(required = true, examples = "YouTube", maxLength = 500) String name,
            @Schema(format = "uri") @Nullable String privacyUrl) {
    }

    @Schema(name = "ArticleRefInput", description = "One of both; what else a card has is ignored.")
    record ArticleRef(@Nullable UUID id, @Schema(examples = "haushalt-beschlossen") @Nullable String slug) {
    }
}
