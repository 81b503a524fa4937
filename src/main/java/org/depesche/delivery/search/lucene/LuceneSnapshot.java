package org.depesche.delivery.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.apache.lucene.document.LongField;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.depesche.content.listing.ListKey;
import org.depesche.delivery.search.Found.Hit;
import org.depesche.delivery.search.Found.Wording;
import org.depesche.delivery.search.query.Combined;
import org.depesche.delivery.search.query.Fields;
import org.depesche.delivery.search.query.Indexed;
import org.depesche.delivery.search.query.Near;
import org.depesche.delivery.search.query.Queries;
import org.depesche.delivery.search.query.Snapshot;
import org.depesche.delivery.search.query.Vocabulary;

/** One state of the index, as one searcher sees it. */
final class LuceneSnapshot implements Snapshot<Query> {

    private static final Sort NEWEST = new Sort(LongField.newSortField(Fields.PUBLISHED, true, SortedNumericSelector.Type.MAX));
    private static final Sort BY_ID = new Sort(new SortField(Values.ID_ORDER, SortField.Type.STRING));

    private final IndexSearcher searcher;
    private final TermPlaces places;
    private final CommonWords common;

    LuceneSnapshot(IndexSearcher searcher, TermPlaces places, CommonWords common) {
        this.searcher = searcher;
        this.places = places;
        this.common = common;
    }

    @Override
    public Queries<Query> queries() {
        return new LuceneQueries(searcher, places);
    }

    @Override
    public Vocabulary vocabulary() {
        return new LuceneVocabulary(searcher.getIndexReader(), common);
    }

    @Override
    public Answer answer(Query query, Page<Query> page) throws IOException {
        var asked = page.skipped() + page.limit();
        if (page.limit() == 0) {
            return answer(List.of(), searcher.count(query), query, page);
        }
        // ranking and counting at one go: counting alone looks at as many articles as ranking all of them
        var found = searcher.search(page.ranked(), new TopScoreDocCollectorManager(asked, null, Integer.MAX_VALUE));
        return answer(hits(found.scoreDocs, page.skipped()), found.totalHits.value, query, page);
    }

    private Answer answer(List<Hit> hits, long total, Query query, Page<Query> page) throws IOException {
        return total == 0 ? Answer.NOTHING : new Answer(hits, total, counts(query, page));
    }

    private List<Hit> hits(ScoreDoc[] found, int skipped) throws IOException {
        var hits = new ArrayList<Hit>();
        for (var i = skipped; i < found.length; i++) {
            hits.add(hit(found[i]));
        }
        return hits;
    }

    private Hit hit(ScoreDoc found) throws IOException {
        var stored = searcher.storedFields().document(found.doc);
        return new Hit(Values.id(stored.getBinaryValue(Fields.ID)), found.score, Documents.wording(stored));
    }

    private Map<ListKey, Long> counts(Query query, Page<Query> page) throws IOException {
        return page.counted().isEmpty() ? Map.of()
                : searcher.search(query,
                        new FacetCounts(page.counted().stream().map(kind -> Values.prefix(page.site(), kind)).toList()));
    }

    @Override
    public Optional<Indexed> article(UUID id) throws IOException {
        var found = place(id);
        return found.isEmpty() ? Optional.empty() : Optional.of(near(found.get()).whole());
    }

    private Optional<ScoreDoc> place(UUID id) throws IOException {
        return Arrays.stream(searcher.search(new TermQuery(Values.idTerm(id)), 1).scoreDocs).findFirst();
    }

    private LuceneNear near(ScoreDoc found) {
        return new LuceneNear(searcher, places, found);
    }

    @Override
    public float score(Query query, UUID article) throws IOException {
        var found = place(article);
        if (found.isEmpty()) {
            return 0;
        }
        var leaves = searcher.getIndexReader().leaves();
        var leaf = leaves.get(ReaderUtil.subIndex(found.get().doc, leaves));
        var scorer = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1).scorer(leaf);
        var place = found.get().doc - leaf.docBase;
        return scorer != null && scorer.iterator().advance(place) == place ? scorer.score() : 0;
    }

    @Override
    public List<Near> near(Combined<Query> query, int limit) throws IOException {
        return Arrays.stream(new Closest(searcher, places, query).of(limit)).<Near> map(this::near).toList();
    }

    @Override
    public Optional<Wording> any(Query query) throws IOException {
        var found = searcher.search(query, 1).scoreDocs;
        return found.length == 0 ? Optional.empty()
                : Optional.of(Documents.wording(searcher.storedFields().document(found[0].doc)));
    }

    @Override
    public List<UUID> newest(Query query, int limit) throws IOException {
        return ids(query, limit, NEWEST);
    }

    @Override
    public List<UUID> byId(Query query, int limit) throws IOException {
        return ids(query, limit, BY_ID);
    }

    private List<UUID> ids(Query query, int limit, Sort order) throws IOException {
        var ids = new ArrayList<UUID>();
        for (var found : searcher.search(query, limit, order).scoreDocs) {
            ids.add(Values.id(searcher.storedFields().document(found.doc, Set.of(Fields.ID)).getBinaryValue(Fields.ID)));
        }
        return ids;
    }
}
