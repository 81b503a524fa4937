package org.depesche.intake.importer;

import java.util.List;

import org.depesche.platform.page.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "RejectionList", description = "Records that were not taken, in the order of their lines")
record RejectionList(@Schema(required = true) List<RejectionView> items, @Schema(required = true) Page page) {

    RejectionList {
        items = List.copyOf(items);
    }
}
