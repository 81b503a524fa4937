package org.depesche.content.editorial.form;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.depesche.content.body.Block;
import org.depesche.content.body.ImageReference;
import org.depesche.content.body.html.Warning;
import org.depesche.content.editorial.ArticleState;
import org.depesche.content.editorial.Schedule;
import org.depesche.content.model.ArticleAccess;
import org.depesche.content.model.ArticleContent;
import org.depesche.content.model.ArticleType;
import org.depesche.content.model.ContentLimits;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** An article in the editorial API: its state, and the members that PUT accepts. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "EditorialArticle", description = "A working copy: the article in its writing form, and how it stands")
public record EditorialArticleView(
        @Schema(required = true, readOnly = true) UUID id,
        @Schema(required = true, examples = "erfolgreiches-zweites-treffen") String slug,
        @Schema(implementation = ArticleState.class, required = true,
                readOnly = true,
                description = "What the public sees now: `draft`, `published`, `unpublished`, `withdrawn`; more may be added",
                examples = "draft") String state,
        @Schema(required = true, readOnly = true, description = "Counts the saves", examples = "3") int revision,
        @Schema(
                readOnly = true,
                description = "The revision that is public",
                examples = "2") @Nullable Integer publishedRevision,
        @Schema(readOnly = true, description = "What is to happen to it by itself") @Nullable ScheduledView scheduled,
        @Schema(readOnly = true, description = "Why it is gone, while it is") @Nullable WithdrawnView withdrawn,
        @Schema(required = true, readOnly = true, examples = "2026-01-15T10:30:00+01:00") OffsetDateTime createdAt,
        @Schema(required = true, readOnly = true, examples = "Newsroom") String createdBy,
        @Schema(required = true, readOnly = true, examples = "2026-01-15T10:31:00+01:00") OffsetDateTime savedAt,
        @Schema(required = true, readOnly = true, examples = "Newsroom") String savedBy,
        @Schema(implementation = ArticleType.class, required = true, examples = "news") String type,
        @Schema(required = true, examples = "de") String language,
        @Schema(implementation = ArticleAccess.class, required = true, examples = "free") String access,
        @Schema(examples = "Digitalministerkonferenz") @Nullable String kicker,
        @Schema(examples = "Erfolgreiches zweites Treffen") @Nullable String headline,
        @Nullable String shortHeadline,
        @Nullable String teaser,
        @Schema(description = "Slug of its category on its home site", examples = "politik") @Nullable String category,
        @Schema(
                required = true,
                description = "Slugs of all its categories on its home site, the main one first") List<String> categories,
        @Schema(required = true, description = "The sites it stands on, the home site first") List<PlacementView> placements,
        @Schema(implementation = ImageReferenceFormSchema.class) @Nullable ImageReference image,
        ArticleContent.@Nullable Advertising advertising,
        @Schema(required = true, description = "Slugs of its tags") List<String> tags,
        @Schema(required = true, description = "Slugs of its authors") List<String> authors,
        ArticleContent.@Nullable Source source,
        @Schema(required = true) boolean sensitive,
        ArticleContent.@Nullable Rights rights,
        ArticleContent.@Nullable Production production,
        @Schema(required = true, type = SchemaType.ARRAY, implementation = BlockFormSchema.class) List<Block> body,
        @Schema(required = true) List<ArticleContent.Link> links,
        @Schema(required = true) List<ArticleContent.Correction> corrections,
        ArticleContent.@Nullable Seo seo,
        @Schema(
                required = true,
                readOnly = true,
                description = "Slugs of the related articles picked for it, in order; set by `PUT "
                        + "…/related`") List<String> related,
        @Schema(description = "Id of the article that this one translates") @Nullable UUID translationOf,
        @Schema(required = true, description = "Former addresses and paths") List<String> aliases,
        @Schema(examples = "2024-10-21T00:00:00+02:00") @Nullable OffsetDateTime publishedAt,
        @Schema(examples = "2024-10-21T00:00:00+02:00") @Nullable OffsetDateTime updatedAt,
        @Nullable OffsetDateTime embargoUntil,
        ArticleContent.@Nullable Origin origin,
        @Schema(
                required = true,
                readOnly = true,
                description = "What cleaning removed from this request; pictures that a publication cannot "
                        + "show") List<Warning> warnings) {

    /** @param category slug */
    @Schema(name = "Placement", description = "Where an article stands on one site")
    public record PlacementView(
            @Schema(required = true, maxLength = ContentLimits.REFERENCE, examples = "default") String site,
            @Schema(required = true, maxLength = ContentLimits.REFERENCE, examples = "politik") String category) {
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Scheduled", description = "What is to happen to an article by itself")
    public record ScheduledView(
            @Schema(
                    implementation = Schedule.Action.class,
                    required = true,
                    description = "`publish` or `unpublish`",
                    examples = "publish") String action,
            @Schema(required = true, examples = "2026-03-01T06:00:00+01:00") OffsetDateTime at,
            @Schema(
                    required = true,
                    description = "The zone in which the moment was meant",
                    examples = "Europe/Berlin") String timeZone,
            @Schema(required = true, description = "Who wanted it", examples = "Newsroom") String by,
            @Schema(description = "The note that goes out with it") @Nullable String correction,
            @Schema(description = "`updatedAt` will stay as it is") @Nullable Boolean minor,
            @Schema(description = "How often it was tried in vain", examples = "2") @Nullable Integer attempts,
            @Schema(
                    description = "What kept it from happening the last time",
                    examples = "A category is required.") @Nullable String problem) {
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Withdrawn", description = "Why an article is gone")
    public record WithdrawnView(@Schema(required = true, examples = "2026-03-01T06:00:00+01:00") OffsetDateTime at,
            @Schema(description = "For the desk alone", examples = "Einstweilige Verfügung") @Nullable String reason,
            @Schema(
                    description = "The notice to readers",
                    examples = "Dieser Beitrag ist nicht mehr verfügbar.") @Nullable String notice) {
    }
}
