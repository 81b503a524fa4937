package org.depesche.intake.importer;

import java.util.List;

import org.depesche.platform.page.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ImportList", description = "Imports, newest first")
record ImportList(@Schema(required = true) List<ImportView> items, @Schema(required = true) Page page) {

    ImportList {
        items = List.copyOf(items);
    }
}
