package org.depesche.delivery.search;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a search box offers while somebody types. */
@Schema(name = "SuggestionList", description = "Tags, then authors, then the newest articles.")
record SuggestionList(@Schema(required = true) List<Suggestion> items) {
}
