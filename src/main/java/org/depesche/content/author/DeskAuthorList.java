package org.depesche.content.author;

import java.util.List;

import org.depesche.platform.page.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "EditorialAuthorList", description = "One page of all authors, by name")
record DeskAuthorList(@Schema(required = true) List<DeskAuthor> items, @Schema(required = true) Page page) {

    DeskAuthorList {
        items = List.copyOf(items);
    }
}
