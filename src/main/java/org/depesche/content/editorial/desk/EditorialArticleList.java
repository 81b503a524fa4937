package org.depesche.content.editorial.desk;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.depesche.content.editorial.form.EditorialArticleView.ScheduledView;
import org.depesche.platform.page.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** One page of articles for the desk. */
@Schema(name = "EditorialArticleList", description = "Articles on the desk")
record EditorialArticleList(@Schema(required = true) List<Item> items, @Schema(required = true) Page page) {

    /** The members of an article in an editorial list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "EditorialArticleItem", description = "An article on the desk, in short")
    record Item(@Schema(required = true) UUID id,
            @Schema(required = true, examples = "erfolgreiches-zweites-treffen") String slug,
            @Schema(
                    required = true,
                    description = "What the public sees now: `draft`, `published`, `unpublished`, `withdrawn`; more may be "
                            + "added",
                    examples = "draft") String state,
            @Schema(examples = "Erfolgreiches zweites Treffen") @Nullable String headline,
            @Schema(required = true, examples = "3") int revision,
            @Schema(description = "The revision that is public", examples = "2") @Nullable Integer publishedRevision,
            @Schema(description = "What is to happen to it by itself") @Nullable ScheduledView scheduled,
            @Schema(required = true, examples = "2026-01-15T10:30:00+01:00") OffsetDateTime createdAt,
            @Schema(required = true, examples = "Newsroom") String createdBy,
            @Schema(required = true, examples = "2026-01-15T10:31:00+01:00") OffsetDateTime savedAt,
            @Schema(required = true, examples = "Newsroom") String savedBy,
            @Schema(examples = "2024-10-21T00:00:00+02:00") @Nullable OffsetDateTime publishedAt,
            @Schema(examples = "2024-10-21T00:00:00+02:00") @Nullable OffsetDateTime updatedAt) {
    }
}
