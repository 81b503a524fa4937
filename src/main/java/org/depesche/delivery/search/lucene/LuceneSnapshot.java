package org.depesche.delivery.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.apache.lucene.document.LongField;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.depesche.content.listing.KeysetPosition;
import org.depesche.content.listing.ListKey;
import org.depesche.delivery.search.document.IndexFields;
import org.depesche.delivery.search.index.SearchOrder;
import org.depesche.delivery.search.index.SearchPosition;
import org.depesche.delivery.search.index.SearchResult.Hit;
import org.depesche.delivery.search.index.SearchResult.StoredText;
import org.depesche.delivery.search.lucene.ranking.CandidateFinder;
import org.depesche.delivery.search.lucene.ranking.CandidateRescorer;
import org.depesche.delivery.search.lucene.ranking.NewestDocuments;
import org.depesche.delivery.search.lucene.ranking.SimilarDocumentRanker;
import org.depesche.delivery.search.lucene.ranking.TermStatesCache;
import org.depesche.delivery.search.query.BooleanClauses;
import org.depesche.delivery.search.query.IndexSnapshot;
import org.depesche.delivery.search.query.QueryBuilder;
import org.depesche.delivery.search.query.TermDictionary;
import org.jspecify.annotations.Nullable;

/** A snapshot of the index: the state that one searcher sees. */
final class LuceneSnapshot implements IndexSnapshot<Query> {

    private static final Sort BY_ID = new Sort(new SortField(LuceneFieldValues.ID_ORDER, SortField.Type.STRING));

    private final IndexSearcher searcher;
    private final TermStatesCache termStates;
    private final DocumentFrequencyCache frequencies;

    LuceneSnapshot(IndexSearcher searcher, TermStatesCache termStates, DocumentFrequencyCache frequencies) {
        this.searcher = searcher;
        this.termStates = termStates;
        this.frequencies = frequencies;
    }

    @Override
    public QueryBuilder<Query> queryBuilder() {
        return new LuceneQueryBuilder(searcher, termStates);
    }

    @Override
    public TermDictionary terms() {
        return new LuceneTermDictionary(searcher.getIndexReader(), frequencies);
    }

    @Override
    public SearchHits search(Query query, PageRequest<Query> page) throws IOException {
        var position = page.position();
        if (position.limit() == 0) {
            return searchHits(List.of(), searcher.count(query), query, page);
        }
        var found = position.order() == SearchOrder.RELEVANCE ? ranked(query, page) : dated(query, page);
        return searchHits(hits(found.scoreDocs, position), found.totalHits.value, query, page);
    }

    private TopDocs ranked(Query query, PageRequest<Query> page) throws IOException {
        return new CandidateRescorer(page.ranked()).rescore(searcher, candidates(query, page));
    }

    private TopDocs candidates(Query query, PageRequest<Query> page) throws IOException {
        if (page.candidates() instanceof BooleanQuery candidates && CandidateFinder.suits(candidates)) {
            return new TopDocs(count(query, page.counted()),
                    new CandidateFinder(searcher, candidates, page.depth()).topDocs().scoreDocs);
        }
        return searcher.search(page.candidates(), new TopScoreDocCollectorManager(page.depth(), null, page.counted()));
    }

    /** Counts the matches. Beyond the limit the search ends early, because all scores are equal. */
    private TotalHits count(Query query, int limit) throws IOException {
        return searcher.search(new ConstantScoreQuery(query), new TopScoreDocCollectorManager(1, null, limit)).totalHits;
    }

    private TopDocs dated(Query query, PageRequest<Query> page) throws IOException {
        var position = page.position();
        var descending = position.order() == SearchOrder.NEWEST;
        var sort = new Sort(LongField.newSortField(IndexFields.PUBLISHED, descending, SortedNumericSelector.Type.MAX),
                new SortField(LuceneFieldValues.ID_ORDER, SortField.Type.STRING, descending));
        var found = searcher.search(query,
                new TopFieldCollectorManager(sort, position.limit(), after(position.after()), page.counted()));
        var scores = new BooleanQuery.Builder().add(query, Occur.FILTER).add(page.ranked(), Occur.SHOULD).build();
        TopFieldCollector.populateScores(found.scoreDocs, searcher, scores);
        return found;
    }

    /** The document number is beyond all others, so that the article itself is not returned again. */
    private static @Nullable FieldDoc after(@Nullable KeysetPosition hit) {
        return hit == null ? null
                : new FieldDoc(Integer.MAX_VALUE, Float.NaN,
                        new Object[] { hit.time().toEpochMilli(), LuceneFieldValues.id(hit.article()) });
    }

    private SearchHits searchHits(List<Hit> hits, long total, Query query, PageRequest<Query> page) throws IOException {
        return total == 0 ? SearchHits.NONE : new SearchHits(hits, total, facetCounts(query, page));
    }

    private List<Hit> hits(ScoreDoc[] found, SearchPosition position) throws IOException {
        var hits = new ArrayList<Hit>();
        for (var i = position.offset(); i < Math.min(found.length, position.offset() + position.limit()); i++) {
            hits.add(luceneHit(found[i]).hit());
        }
        return hits;
    }

    private Map<ListKey, Long> facetCounts(Query query, PageRequest<Query> page) throws IOException {
        return page.facets().isEmpty() ? Map.of()
                : searcher.search(query,
                        new FacetCounts(
                                page.facets().stream().map(kind -> LuceneFieldValues.prefix(page.site(), kind)).toList()));
    }

    @Override
    public Optional<IndexSnapshot.IndexedArticle> article(UUID id) throws IOException {
        var found = findDocument(id);
        return found.isEmpty() ? Optional.empty() : Optional.of(luceneHit(found.get()).article());
    }

    private Optional<ScoreDoc> findDocument(UUID id) throws IOException {
        return Arrays.stream(searcher.search(new TermQuery(LuceneFieldValues.idTerm(id)), 1).scoreDocs).findFirst();
    }

    private LuceneHit luceneHit(ScoreDoc found) {
        return new LuceneHit(searcher, termStates, found);
    }

    @Override
    public float score(Query query, UUID article) throws IOException {
        var found = findDocument(article);
        if (found.isEmpty()) {
            return 0;
        }
        var leaves = searcher.getIndexReader().leaves();
        var leaf = leaves.get(ReaderUtil.subIndex(found.get().doc, leaves));
        var scorer = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1).scorer(leaf);
        var documentInLeaf = found.get().doc - leaf.docBase;
        return scorer != null && scorer.iterator().advance(documentInLeaf) == documentInLeaf ? scorer.score() : 0;
    }

    @Override
    public List<IndexSnapshot.SimilarDocument> similar(BooleanClauses<Query> query, int limit) throws IOException {
        return Arrays
                .stream(new SimilarDocumentRanker(searcher, termStates, query).rank(limit)).<IndexSnapshot.SimilarDocument> map(
                        this::luceneHit)
                .toList();
    }

    @Override
    public Optional<StoredText> anyMatch(Query query) throws IOException {
        var found = searcher.search(query, 1).scoreDocs;
        return found.length == 0 ? Optional.empty()
                : Optional.of(luceneHit(found[0]).text());
    }

    @Override
    public List<UUID> newest(Query query, int limit) throws IOException {
        return ids(new NewestDocuments(searcher, IndexFields.PUBLISHED).find(query, limit).stream());
    }

    @Override
    public List<UUID> sortedById(Query query, int limit) throws IOException {
        return ids(Arrays.stream(searcher.search(query, limit, BY_ID).scoreDocs).map(found -> found.doc));
    }

    private List<UUID> ids(Stream<Integer> documents) throws IOException {
        var ids = new ArrayList<UUID>();
        for (var document : documents.toList()) {
            ids.add(luceneHit(new ScoreDoc(document, 0)).id());
        }
        return ids;
    }
}
