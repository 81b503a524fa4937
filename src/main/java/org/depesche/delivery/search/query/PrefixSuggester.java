package org.depesche.delivery.search.query;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.depesche.content.listing.ListKey;
import org.depesche.delivery.search.document.ArticleField;
import org.depesche.delivery.search.document.FieldTerm;
import org.depesche.delivery.search.language.MatchLevel;
import org.depesche.delivery.search.language.Word;
import org.depesche.delivery.search.language.WordTokenizer;

/** Finds headlines for the words that are being typed. The last word is a prefix. */
public final class PrefixSuggester<Q> {

    private final IndexSnapshot<Q> snapshot;
    private final QueryBuilder<Q> queries;

    public PrefixSuggester(IndexSnapshot<Q> snapshot) {
        this.snapshot = snapshot;
        this.queries = snapshot.queryBuilder();
    }

    /**
     * The newest articles whose headline has all words.
     * @param typed the input so far; a last word without a space after it matches as a prefix
     */
    public List<UUID> suggest(String typed, ListKey site, int limit) throws IOException {
        var words = WordTokenizer.tokenize(typed).stream().flatMap(word -> word.hyphenParts().stream()).map(Word::exact)
                .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        var query = new BooleanClauses<Q>().filter(queries.inLists(Set.of(site)));
        for (var i = 0; i < words.size(); i++) {
            query.filter(wordQuery(words.get(i), i + 1 == words.size() && !endsWord(typed)));
        }
        return snapshot.newest(queries.bool(query), limit);
    }

    private Q wordQuery(String word, boolean isPrefix) {
        var term = new FieldTerm(ArticleField.HEADLINE.field(MatchLevel.EXACT), word);
        return isPrefix ? queries.prefix(term) : queries.term(term, 1);
    }

    private static boolean endsWord(String typed) {
        return Character.isWhitespace(typed.charAt(typed.length() - 1));
    }
}
