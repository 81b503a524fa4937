package org.depesche.platform.access;

import java.util.List;

import org.depesche.platform.page.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "KeyList", description = "Keys, newest first")
record KeyList(@Schema(required = true) List<KeyView> items, @Schema(required = true) Page page) {

    KeyList {
        items = List.copyOf(items);
    }
}
