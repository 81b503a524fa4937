package org.depesche.content.article.view;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import org.depesche.content.body.BlockView;
import org.depesche.content.model.AiUse;
import org.depesche.kernel.CollectionType;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A complete article. */
@Schema(name = "Article", description = "A whole article.")
public record Article(
        @JsonUnwrapped ArticleSummary summary,
        @Schema(required = true, description = "Always blocks; `include=bodyHtml,bodyText` add strings.") List<BlockView> body,
        @Schema(description = "Only `true` or absent: the caller may read these first blocks alone. The same holds for "
                + "`bodyHtml` and `bodyText`.", examples = "true") @Nullable Boolean truncated,
        @Schema(required = true, description = "For further reading.") List<LinkView> links,
        @Schema(required = true, description = "Public corrections, oldest first.") List<CorrectionView> corrections,
        @Schema(required = true, description = "The other language versions.") List<TranslationView> translations,
        @Schema(required = true, description = "The collections it is part of.") List<CollectionView> collections,
        @Schema(required = true, description = "Title, description and indexing for search engines.") SeoView seo,
        @Schema(description = "How far a machine wrote it; absent: not stated.") @Nullable ProductionView production,
        @Schema(required = true, description = "A whole number below 2^53 beside the id, given once, for clients that need "
                + "numbers. `fields=serial` shows it in smaller views, too.", examples = "48211") long serial)
        implements
            ArticleRepresentation {

    Article asTruncated() {
        return new Article(summary, body, true, links, corrections, translations, collections, seo, production, serial);
    }

    /** A link for further reading. */
    @Schema(name = "Link", description = "A link for further reading.")
    public record LinkView(@Schema(required = true, examples = "Beschlüsse der Konferenz") String title,
            @Schema(required = true, examples = "https://www.example.org/beschluesse") URI url) {
    }

    /** A public correction. */
    @Schema(name = "Correction", description = "A public correction.")
    public record CorrectionView(
            @Schema(
                    required = true,
                    type = SchemaType.STRING,
                    format = "date-time",
                    examples = "2024-10-22T09:30:00+02:00") Instant at,
            @Schema(required = true, examples = "In einer früheren Fassung war die Jahreszahl falsch.") String note) {
    }

    /** The same article in another language. */
    @Schema(name = "Translation", description = "The same article in another language.")
    public record TranslationView(@Schema(required = true, examples = "en") String language,
            @Schema(required = true, examples = "successful-second-meeting") String slug,
            @Schema(examples = "https://www.example.org/politics/successful-second-meeting") @Nullable URI url) {
    }

    /** A collection that lists the article. */
    @Schema(name = "ArticleCollection", description = "A collection the article is part of.")
    public record CollectionView(@Schema(required = true, examples = "digitalpakt") String slug,
            @Schema(required = true, examples = "Digitalpakt") String name,
            @Schema(implementation = CollectionType.class, required = true,
                    description = "`list`, `dossier` or `series`; more may come.",
                    examples = "series") String type,
            @Schema(description = "Which part of a series.", examples = "2") @Nullable Integer part) {
    }

    /** How far a machine wrote an article. */
    @Schema(name = "Production", description = "How far a machine wrote an article.")
    public record ProductionView(
            @Schema(
                    required = true,
                    implementation = AiUse.class,
                    description = "`none`, `assisted` or `generated`; more may come.",
                    examples = "assisted") String ai,
            @Schema(description = "What the newsroom says of it.", examples = "Übersetzt mit DeepL") @Nullable String note,
            @Schema(required = true, description = "Whether a person has reviewed it.", examples = "true") boolean reviewed) {
    }

    /** Metadata for search engines. */
    @Schema(name = "Seo", description = "Title, description and indexing for search engines.")
    public record SeoView(@Schema(examples = "Digitalministerkonferenz: Das zweite Treffen") @Nullable String title,
            @Schema(examples = "Was die Länder in Berlin beschlossen haben.") @Nullable String description,
            @Schema(required = true, examples = "false") boolean noindex) {
    }
}
