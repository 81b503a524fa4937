package org.depesche.content.category;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "FlatCategoryList", description = "The site's categories, each before those below it")
record FlatCategoryList(@Schema(required = true, description = "In the desk's order") List<FlatCategory> items) {

    FlatCategoryList {
        items = List.copyOf(items);
    }
}
