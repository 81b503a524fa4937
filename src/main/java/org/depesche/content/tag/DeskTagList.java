package org.depesche.content.tag;

import java.util.List;

import org.depesche.platform.page.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "EditorialTagList", description = "One page of all tags, by name")
record DeskTagList(@Schema(required = true) List<DeskTag> items, @Schema(required = true) Page page) {

    DeskTagList {
        items = List.copyOf(items);
    }
}
