package org.depesche.content.author;

import java.util.List;

import org.depesche.platform.page.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "AuthorList", description = "One page of authors, by name")
record AuthorList(@Schema(required = true) List<AuthorEntry> items, @Schema(required = true) Page page) {

    AuthorList {
        items = List.copyOf(items);
    }
}
