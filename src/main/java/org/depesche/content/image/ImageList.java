package org.depesche.content.image;

import java.util.List;

import org.depesche.platform.page.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ImageList", description = "One page of images, newest first")
record ImageList(@Schema(required = true) List<WholeImage> items, @Schema(required = true) Page page) {

    ImageList {
        items = List.copyOf(items);
    }
}
