package org.depesche.delivery.search;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.depesche.platform.page.Page;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A page of search results. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SearchList", description = "What a search found, in the order that `sort` asks for.")
public record SearchList(
        @Schema(
                required = true,
                type = SchemaType.ARRAY,
                implementation = SearchItem.class,
                description = "In the amount that `view` and `fields` ask for.") List<SearchItem> items,
        @Schema(required = true) Page page,
        @Schema(
                description = "Hits by the values of each facet that was asked for; those with most hits "
                        + "first.") @Nullable Map<String, List<FacetValue>> facets,
        @Schema(
                description = "Another query that its writer may have meant.",
                examples = "Digitalministerkonferenz") @Nullable String didYouMean,
        @Schema(
                description = "The query that was searched, when a word was replaced because no article has it.",
                examples = "Digitalministerkonferenz") @Nullable String searchedFor) {

    /** One value of a facet. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FacetValue", description = "A value, how many hits have it, and how to show it.")
    public record FacetValue(
            @Schema(required = true, description = "As the filter of the same name "
                    + "takes it.", examples = "politik") String value,
            @Schema(description = "Of categories and tags.", examples = "Politik") @Nullable String name,
            @Schema(description = "Of categories and tags, while the site has an address.") @Nullable URI url,
            @Schema(required = true, examples = "12") long count) {
    }
}
