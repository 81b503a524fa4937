package org.depesche.delivery.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.depesche.content.listing.ListKey;
import org.depesche.delivery.search.language.Level;
import org.depesche.delivery.search.language.Word;
import org.depesche.delivery.search.language.Words;

/** Finds headlines while their words are still being typed. */
final class Beginnings {

    private static final Sort NEWEST = new Sort(LongField.newSortField(Fields.PUBLISHED, true, SortedNumericSelector.Type.MAX));

    private final IndexSearcher searcher;

    Beginnings(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    List<UUID> of(String typed, ListKey site, int limit) throws IOException {
        var words = Words.of(typed).stream().flatMap(word -> word.divided().stream()).map(Word::exact).toList();
        if (words.isEmpty()) {
            return List.of();
        }
        var query = new BooleanQuery.Builder().add(new TermQuery(new Term(Fields.LIST, Fields.list(site))), Occur.FILTER);
        for (var i = 0; i < words.size(); i++) {
            query.add(word(words.get(i), i + 1 == words.size() && !endsWord(typed)), Occur.FILTER);
        }
        var ids = new ArrayList<UUID>();
        for (var found : searcher.search(query.build(), limit, NEWEST).scoreDocs) {
            ids.add(Fields.id(searcher.storedFields().document(found.doc, Set.of(Fields.ID)).getBinaryValue(Fields.ID)));
        }
        return ids;
    }

    private static Query word(String word, boolean isBeginning) {
        var term = new Term(Section.HEADLINE.field(Level.EXACT), word);
        return isBeginning ? new PrefixQuery(term) : new TermQuery(term);
    }

    private static boolean endsWord(String typed) {
        return Character.isWhitespace(typed.charAt(typed.length() - 1));
    }
}
