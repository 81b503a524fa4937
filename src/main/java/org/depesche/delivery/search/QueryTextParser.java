package org.depesche.delivery.search;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.delivery.search.index.SearchConfig;
import org.depesche.delivery.search.language.ParsedQuery;
import org.depesche.platform.http.request.QueryParameters;
import org.jspecify.annotations.Nullable;

/** Parses the parameter {@code q} of a search, within the configured limits of length and words. */
@ApplicationScoped
class QueryTextParser {

    private final QueryParameters parameters;
    private final SearchConfig config;

    QueryTextParser(QueryParameters parameters, SearchConfig config) {
        this.parameters = parameters;
        this.config = config;
    }

    /** Parses a query; empty when it is missing. Errors are added to the query parameters. */
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
