package org.depesche.content.article.view;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.depesche.content.category.ArticleCategoryView;
import org.depesche.content.image.view.ImageView;
import org.depesche.content.model.ArticleAccess;
import org.depesche.content.model.ArticleType;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The least that shows an article: the members of a teaser. */
@Schema(name = "ArticleCard", description = "The least that shows an article: what a teaser tile needs.")
public record ArticleCard(
        @Schema(required = true, description = "Stable for ever.", examples = "01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11") UUID id,
        @Schema(required = true, description = "Readable name, unique in the whole content base. It may change; the former "
                + "one then redirects.", examples = "erfolgreiches-zweites-treffen") String slug,
        @Schema(implementation = ArticleType.class, required = true,
                description = "`news`, `feature`, `interview`, `opinion`, `event`, `video`, `podcast`; more may come.",
                examples = "news") String type,
        @Schema(
                description = "The address on the site asked. Absent while the site has no address.",
                examples = "https://www.example.org/politik/erfolgreiches-zweites-treffen") @Nullable URI url,
        @Schema(
                required = true,
                description = "The part of the address below that of the site asked; always there.",
                examples = "/politik/erfolgreiches-zweites-treffen") String path,
        @Schema(
                description = "The address on the home site: for `rel=canonical`.",
                examples = "https://www.example.org/politik/erfolgreiches-zweites-treffen") @Nullable URI canonicalUrl,
        @Schema(required = true, description = "The home site.", examples = "default") String site,
        @Schema(required = true, description = "Every site it is placed on, the home site first.") List<String> sites,
        @Schema(
                description = "A word or two above the headline: a place, an organisation, a topic, the format.",
                examples = "Digitalministerkonferenz") @Nullable String kicker,
        @Schema(required = true, examples = "Erfolgreiches zweites Treffen") @Nullable String headline,
        @Schema(
                required = true,
                type = SchemaType.STRING,
                format = "date-time",
                description = "First publication.",
                examples = "2024-10-21T00:00:00+02:00") Instant publishedAt,
        @Schema(
                required = true,
                type = SchemaType.STRING,
                format = "date-time",
                description = "The last change that the desk announces to readers.",
                examples = "2024-10-21T00:00:00+02:00") Instant updatedAt,
        @Schema(required = true, description = "BCP 47.", examples = "de") String language,
        @Schema(implementation = ArticleAccess.class, required = true,
                description = "`free`, `registered` or `subscribers`; more may come.",
                examples = "free") String access,
        @Schema(required = true, description = "Where it stands on the site asked.") @Nullable ArticleCategoryView category,
        @Schema(description = "The lead image, as this article uses it.") @Nullable ImageView image,
        @Schema(description = "Only on advertising; must be shown.") @Nullable AdvertisingView advertising)
        implements
            ArticleRepresentation {

    /** The label of advertising. */
    @Schema(name = "Advertising", description = "Marks paid content; must be shown.")
    public record AdvertisingView(@Schema(description = "The word to show.", examples = "Anzeige") @Nullable String label,
            @Nullable SponsorView sponsor) {
    }

    /** The sponsor of advertising. */
    @Schema(name = "Sponsor", description = "Who paid for it.")
    public record SponsorView(@Schema(required = true, examples = "Stadtwerke Beispielstadt") String name,
            @Schema(examples = "https://www.example.org") @Nullable URI url) {
    }
}
