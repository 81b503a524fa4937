package org.depesche.content.editorial;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** For the OpenAPI document alone: bodies are read by {@link org.depesche.content.body.BodyReader}. */
@Schema(name = "BlockInput", additionalProperties = Schema.True.class, description = "A block in its writing form: its members as in Block, but images as in ImageInput and `articleLink.article` as slug or id. `html` is cleaned; `text` may stand in its place.")
record BlockInput(
        @Schema(required = true, description = "The block's type, as in Block", examples = "paragraph") String type) {
}
