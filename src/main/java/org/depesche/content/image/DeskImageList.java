package org.depesche.content.image;

import java.util.List;

import org.depesche.platform.page.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "EditorialImageList", description = "One page of images, newest first")
record DeskImageList(@Schema(required = true) List<DeskImage> items, @Schema(required = true) Page page) {

    DeskImageList {
        items = List.copyOf(items);
    }
}
