package org.depesche.delivery.search.lucene;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.lucene.document.LongField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.depesche.content.listing.ListKey;
import org.depesche.delivery.search.Found.Hit;
import org.depesche.delivery.search.SearchQuery;
import org.depesche.delivery.search.language.Languages;
import org.depesche.delivery.search.language.QueryWords;

/** Answers one search from one state of the index. */
final class Finding {

    /** What the newest article is worth more than an old one: about as much as a word of its text. */
    private static final float FRESH = 0.8f;
    /** After so long an article is half as fresh. */
    private static final long HALF_AGE_SECONDS = 90L * 24 * 60 * 60;

    private final IndexSearcher searcher;
    private final Languages languages;

    Finding(IndexSearcher searcher, Languages languages) {
        this.searcher = searcher;
        this.languages = languages;
    }

    Answer of(SearchQuery asked) throws IOException {
        var words = QueryWords.of(asked.words());
        if (words.groups().isEmpty()) {
            return new Answer(List.of(), 0, Map.of());
        }
        var query = query(asked, words, false);
        var total = searcher.count(query);
        if (total == 0) {
            query = query(asked, words, true);
            total = searcher.count(query);
        }
        return new Answer(hits(fresh(query, asked.now()), asked), total, counts(query, asked));
    }

    private Query query(SearchQuery asked, QueryWords words, boolean isLoose) throws IOException {
        var query = new BooleanQuery.Builder();
        query.add(new WordQueries(languages, searcher.getIndexReader()).of(words, isLoose), Occur.MUST);
        SelectionQueries.add(query, asked.selection(), asked.except());
        return query.build();
    }

    private static Query fresh(Query query, Instant now) {
        return new BooleanQuery.Builder().add(query, Occur.MUST).add(LongField.newDistanceFeatureQuery(Fields.PUBLISHED, FRESH,
                now.getEpochSecond(), HALF_AGE_SECONDS), Occur.SHOULD).build();
    }

    private List<Hit> hits(Query query, SearchQuery asked) throws IOException {
        if (asked.limit() == 0) {
            return List.of();
        }
        TopDocs found = searcher.search(query, asked.skipped() + asked.limit());
        var hits = new ArrayList<Hit>();
        for (var i = asked.skipped(); i < found.scoreDocs.length; i++) {
            hits.add(hit(found.scoreDocs[i]));
        }
        return hits;
    }

    private Hit hit(ScoreDoc found) throws IOException {
        var stored = searcher.storedFields().document(found.doc);
        return new Hit(Fields.id(stored.getBinaryValue(Fields.ID)), found.score, Documents.wording(stored));
    }

    private Map<ListKey, Long> counts(Query query, SearchQuery asked) throws IOException {
        if (asked.facets().isEmpty()) {
            return Map.of();
        }
        var site = asked.selection().groups().get(0).iterator().next().site();
        return searcher.search(query, new FacetCounts(asked.facets().stream().map(kind -> Fields.prefix(site, kind)).toList()));
    }

    /** What was found, whatever the state of the index. */
    record Answer(List<Hit> hits, long total, Map<ListKey, Long> counts) {
    }
}
