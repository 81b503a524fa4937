package org.depesche.content.category;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CategoryTree", description = "The site's categories: those at the top, each with its children")
record CategoryTreeView(@Schema(required = true, description = "In the desk's order") List<CategoryNode> items) {

    CategoryTreeView {
        items = List.copyOf(items);
    }
}
