package org.depesche.content.editorial.revision;

import java.time.OffsetDateTime;
import java.util.List;

import org.depesche.content.editorial.WorkingCopyMetadata;
import org.depesche.content.editorial.form.EditorialArticleView;
import org.depesche.platform.page.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** One save of an article. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Revision", description = "One save of an article")
record RevisionView(@Schema(required = true, examples = "3") int number,
        @Schema(required = true, examples = "2026-01-15T10:31:00+01:00") OffsetDateTime at,
        @Schema(required = true, description = "Who saved it", examples = "Newsroom") String by,
        @Schema(
                implementation = WorkingCopyMetadata.SaveKind.class,
                required = true,
                description = "`save`, `autosave`, `import`, `restore`, `correction`; more may be added",
                examples = "save") String kind,
        @Schema(
                required = true,
                description = "The members that differ from the revision before; empty in the first") List<String> changed,
        @Schema(required = true, description = "Whether it is what the public sees now") boolean published,
        @Schema(
                description = "What it says, in the writing form; where one revision is asked "
                        + "for") @Nullable EditorialArticleView article) {

    /** One page of revisions. */
    @Schema(name = "RevisionList", description = "Revisions, the newest first")
    record RevisionList(@Schema(required = true) List<RevisionView> items, @Schema(required = true) Page page) {
    }
}
