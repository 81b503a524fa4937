package org.depesche.content.editorial.preview;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A preview link, which shows a working copy without a key. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PreviewLink", description = "A link by which somebody without a key sees a working copy")
record PreviewLinkView(@Schema(required = true, description = "What it is revoked by") UUID id,
        @Schema(
                description = "Where to look; only in the answer that makes it",
                examples = "https://www.example.org/preview?token=Zm9v") @Nullable URI url,
        @Schema(
                description = "What `GET /v1/preview/{token}` takes; only in the answer that makes it",
                examples = "8rYxQ2n5hWJmV1kT7cB4eA9sD3fG6uLpZ0oNiRtUyHw") @Nullable String token,
        @Schema(required = true, examples = "2026-12-24T18:00:00+01:00") OffsetDateTime expiresAt,
        @Schema(required = true, examples = "2026-12-17T09:30:00+01:00") OffsetDateTime createdAt,
        @Schema(required = true, description = "Who made it", examples = "Newsroom") String createdBy,
        @Schema(
                description = "Since then it leads nowhere",
                examples = "2026-12-18T09:30:00+01:00") @Nullable OffsetDateTime revokedAt) {

    /** The preview links of one article. */
    @Schema(name = "PreviewLinkList", description = "Preview links of an article, the newest first")
    record PreviewLinkList(@Schema(required = true) List<PreviewLinkView> items) {
    }
}
