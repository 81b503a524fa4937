package org.depesche.content.body.html;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that the sanitizer removed or changed. */
@Schema(name = "Warning", description = "Something that was changed in what you sent. The request was carried out.")
public record Warning(
        @Schema(
                required = true,
                description = "Where, as a JSON pointer (RFC 6901).",
                examples = "/body/2/html") String pointer,
        @Schema(required = true, description = "What, in a sentence.", examples = "removed <script>") String detail) {
}
