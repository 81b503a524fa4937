package org.depesche.platform.access;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** The one answer that holds a key's text. */
@Schema(name = "NewKey", description = "A key just made, with the text that is shown this once")
record NewKeyView(
        @JsonUnwrapped @Schema(hidden = true) KeyView known,
        @Schema(required = true, description = "The key itself. Send it as `Authorization: Bearer <key>`. It cannot be shown again", examples = "dep_k3v9x2m1_…") String key) {

    @Override
    public String toString() {
        return known.toString();
    }
}
