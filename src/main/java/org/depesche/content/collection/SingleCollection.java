package org.depesche.content.collection;

import java.util.List;

import org.depesche.content.article.ArticleSummary;
import org.depesche.platform.page.Page;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** One collection with a page of its articles. */
@Schema(name = "Collection", description = "A list that the desk fills by hand, with a page of its public articles")
record SingleCollection(
        @JsonUnwrapped CollectionView collection,
        @Schema(required = true, type = SchemaType.ARRAY, implementation = ArticleSummary.class, description = "In the desk's order, in the amount that `view` asks for: cards, summaries or whole articles. `fields` leaves members out, required ones as well; `include` adds some.") List<Object> items,
        @Schema(required = true) Page page) {

    SingleCollection {
        items = List.copyOf(items);
    }
}
