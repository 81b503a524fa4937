package org.depesche.content.category;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "EditorialCategoryList", description = "The site's categories, each before those below it, in the desk's order")
record EditorialCategoryList(@Schema(required = true) List<EditorialCategory> items) {

    EditorialCategoryList {
        items = List.copyOf(items);
    }
}
