package org.depesche.delivery.related;

import java.util.List;

import org.depesche.platform.page.Page;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The related news of one article. */
@Schema(name = "RelatedList", description = "The related-news feed of one article. It has one page.")
public record RelatedList(
        @Schema(
                required = true,
                type = SchemaType.ARRAY,
                implementation = RelatedItem.class,
                description = "In the amount that `view` asks for: cards, summaries or whole articles. `fields` leaves "
                        + "members out, required ones as well; `include` adds some.") List<RelatedItem> items,
        @Schema(required = true) Page page) {
}
