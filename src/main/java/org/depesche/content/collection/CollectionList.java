package org.depesche.content.collection;

import java.util.List;

import org.depesche.platform.page.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CollectionList", description = "One page of collections, by name")
record CollectionList(@Schema(required = true) List<CollectionView> items, @Schema(required = true) Page page) {

    CollectionList {
        items = List.copyOf(items);
    }
}
