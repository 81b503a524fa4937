package org.depesche.content.tag;

import java.util.List;

import org.depesche.platform.page.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "TagList", description = "One page of tags, by name")
record TagList(@Schema(required = true) List<TagEntry> items, @Schema(required = true) Page page) {

    TagList {
        items = List.copyOf(items);
    }
}
