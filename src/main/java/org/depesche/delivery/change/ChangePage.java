package org.depesche.delivery.change;

import java.util.List;

import org.depesche.platform.page.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of changes, with the link to the next page. */
@Schema(name = "ChangePage", description = "Changes in commit order. `page.next` is always there: ask it again later.")
public record ChangePage(@Schema(required = true) List<ChangeEntry> items, @Schema(required = true) Page page) {
}
