package org.depesche.content.editorial.form;

import static org.depesche.content.model.ContentLimits.REFERENCE;
import static org.depesche.platform.json.ListElements.TEXT_LENGTH;

import java.time.OffsetDateTime;
import java.util.List;

import org.depesche.content.body.form.BodyLimits;
import org.depesche.content.model.ArticleAccess;
import org.depesche.content.model.ArticleContent;
import org.depesche.content.model.ArticleType;
import org.depesche.content.model.ContentLimits;
import org.depesche.kernel.LanguageTag;
import org.depesche.kernel.Slug;
import org.depesche.platform.json.WebUrl;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Used only for the OpenAPI document: {@link ArticleFormReader} reads the body, to report all errors at once. */
@Schema(
        name = "ArticleInput",
        description = "An article in its writing form. Everything may be left out in a draft; a publication needs a headline "
                + "and a category. Tags and authors are slugs or names and made when new; categories are slugs or names of "
                + "those there are. Where GET gives an object with slug or name, that is taken too.")
public record ArticleFormSchema(
        @Schema(
                description = "Made from the headline when not given",
                examples = "erfolgreiches-zweites-treffen",
                maxLength = Slug.MAX_LENGTH,
                pattern = Slug.PATTERN) @Nullable String slug,
        @Schema(
                description = "`news` (default), `feature`, `interview`, `opinion`, `event`, `video`, `podcast`",
                implementation = ArticleType.class,
                examples = "news") @Nullable String type,
        @Schema(
                description = "BCP 47; the site's when not given",
                examples = "de",
                maxLength = LanguageTag.MAX_LENGTH) @Nullable String language,
        @Schema(
                description = "`free` (default), `registered`, `subscribers`",
                implementation = ArticleAccess.class,
                examples = "free") @Nullable String access,
        @Schema(examples = "Digitalministerkonferenz", maxLength = ContentLimits.HEADLINE) @Nullable String kicker,
        @Schema(examples = "Erfolgreiches zweites Treffen", maxLength = ContentLimits.HEADLINE) @Nullable String headline,
        @Schema(maxLength = ContentLimits.HEADLINE) @Nullable String shortHeadline,
        @Schema(
                examples = "Die Länder haben sich in Berlin getroffen.",
                maxLength = ContentLimits.TEASER) @Nullable String teaser,
        @Schema(
                description = "Its category on its home site",
                examples = "politik",
                maxLength = REFERENCE) @Nullable String category,
        @Schema(
                description = "Further categories on its home site; the first one is its category where none is named",
                examples = "[\"panorama\"]",
                maxItems = ContentLimits.CATEGORIES,
                extensions = @Extension(name = TEXT_LENGTH, value = "" + REFERENCE)) @Nullable List<String> categories,
        @Schema(
                description = "The sites it stands on with its category there, the home site first; the default site when "
                        + "not given",
                maxItems = ContentLimits.PLACEMENTS) @Nullable List<EditorialArticleView.PlacementView> placements,
        @Nullable ImageReferenceFormSchema image,
        ArticleContent.@Nullable Advertising advertising,
        @Schema(
                examples = "[\"Open Source\"]",
                maxItems = ContentLimits.TAGS,
                extensions = @Extension(name = TEXT_LENGTH, value = "" + REFERENCE)) @Nullable List<String> tags,
        @Schema(
                examples = "[\"Ina Held\"]",
                maxItems = ContentLimits.AUTHORS,
                extensions = @Extension(name = TEXT_LENGTH, value = "" + REFERENCE)) @Nullable List<String> authors,
        ArticleContent.@Nullable Source source,
        @Schema(
                description = "Grief, suicide, catastrophe: no automatic related lists, no advertising around "
                        + "it") @Nullable Boolean sensitive,
        ArticleContent.@Nullable Rights rights,
        ArticleContent.@Nullable Production production,
        @Schema(
                description = "Blocks. One string of HTML is taken here too, but typed clients send that as "
                        + "`bodyHtml`",
                maxItems = BodyLimits.BLOCKS) @Nullable List<BlockFormSchema> body,
        @Schema(
                description = "The body as one string of HTML, in the place of `body`",
                examples = "<p>Der Rat hat <em>einstimmig</em> zugestimmt.</p>",
                maxLength = BodyLimits.HTML_LENGTH) @Nullable String bodyHtml,
        @Schema(maxItems = ContentLimits.LINKS) @Nullable List<ArticleContent.Link> links,
        @Schema(maxItems = ContentLimits.CORRECTIONS) @Nullable List<ArticleContent.Correction> corrections,
        ArticleContent.@Nullable Seo seo,
        @Schema(
                description = "Slug or id of the article that this one translates",
                examples = "successful-second-meeting",
                maxLength = REFERENCE) @Nullable String translationOf,
        @Schema(
                description = "Former addresses and paths",
                examples = "[\"/meldung_33154.html\"]",
                maxItems = ContentLimits.ALIASES,
                extensions = @Extension(
                        name = TEXT_LENGTH,
                        value = "" + WebUrl.MAX_LENGTH)) @Nullable List<String> aliases,
        @Schema(
                description = "The first publication; the moment of publishing when not given",
                examples = "2024-10-21T00:00:00+02:00") @Nullable OffsetDateTime publishedAt,
        @Schema(
                description = "The last change that the desk announces to readers; once the article was public, publishing "
                        + "sets it",
                examples = "2024-10-22T00:00:00+02:00") @Nullable OffsetDateTime updatedAt,
        @Schema(
                description = "Not to be published before",
                examples = "2026-03-01T06:00:00+01:00") @Nullable OffsetDateTime embargoUntil,
        ArticleContent.@Nullable Origin origin) {
}
