package org.depesche.content.article.list;

import java.util.List;
import java.util.UUID;

import org.depesche.content.article.view.ArticleRepresentation;
import org.depesche.content.article.view.ArticleSummary;
import org.depesche.platform.page.Page;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A page of articles. */
@Schema(name = "ArticleList", description = "A page of articles.")
public record ArticleList(
        @Schema(
                required = true,
                type = SchemaType.ARRAY,
                implementation = ArticleSummary.class,
                description = "In the amount that `view` asks for: cards, summaries or whole articles. `fields` leaves "
                        + "members out, required ones as well; `include` adds some.") List<ArticleRepresentation> items,
        @Schema(required = true) Page page,
        @Schema(
                description = "Only with `ids`: those that are not public on this "
                        + "site.") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<UUID> missing) {
}
