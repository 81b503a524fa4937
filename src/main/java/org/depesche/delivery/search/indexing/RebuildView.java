package org.depesche.delivery.search.indexing;

import java.time.Instant;

import org.depesche.delivery.search.indexing.IndexRebuilder.Progress;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** The progress of this node's last rebuild. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SearchRebuild", description = "How far the last rebuild of the search index is, on the node that answers.")
record RebuildView(
        @Schema(implementation = IndexRebuilder.State.class, required = true,
                examples = "running",
                description = "`none`, `running`, `finished` or `failed`; more may come") String state,
        @Schema(required = true, description = "Articles taken in so far", examples = "400") long indexed,
        @Schema(required = true, description = "Articles in all", examples = "1234") long total,
        @Nullable Instant startedAt, @Nullable Instant finishedAt) {

    static RebuildView of(Progress progress) {
        return new RebuildView(progress.state().word(), progress.indexed(), progress.total(),
                progress.startedAt(), progress.finishedAt());
    }
}
