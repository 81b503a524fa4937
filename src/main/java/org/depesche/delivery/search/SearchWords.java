package org.depesche.delivery.search;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.delivery.search.index.SearchConfig;
import org.depesche.delivery.search.language.ParsedQuery;
import org.depesche.platform.http.request.QueryParameters;
import org.jspecify.annotations.Nullable;

/** Parses what a client looks for, within the limits of a query. */
@ApplicationScoped
class SearchWords {

    private final QueryParameters parameters;
    private final SearchConfig config;

    SearchWords(QueryParameters parameters, SearchConfig config) {
        this.parameters = parameters;
        this.config = config;
    }

    /** Errors are added to the query parameters. */
    ParsedQuery parse(@Nullable String input) {
        if (input == null) {
            parameters.reject(SearchParameters.Q, "`q` says what to look for.");
            return ParsedQuery.parse("");
        }
        var words = ParsedQuery.parse(input);
        if (input.length() > config.maxQueryLength() || words.size() > config.maxQueryWords()) {
            parameters.reject(SearchParameters.Q,
                    "`q` has at most " + config.maxQueryLength() + " characters and " + config.maxQueryWords() + " words.");
        } else if (words.groups().isEmpty()) {
            parameters.reject(SearchParameters.Q, "`q` has no word to look for.");
        }
        return words;
    }
}
