package org.depesche.delivery.search.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherLifetimeManager;
import org.apache.lucene.search.SearcherLifetimeManager.PruneByAge;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.depesche.content.article.ArticleText;
import org.depesche.content.listing.ListKey;
import org.depesche.delivery.search.document.IndexFields;
import org.depesche.delivery.search.index.ArticleIndex;
import org.depesche.delivery.search.index.IndexSnapshotId;
import org.depesche.delivery.search.index.SearchQuery;
import org.depesche.delivery.search.index.SearchResult;
import org.depesche.delivery.search.index.SimilarHit;
import org.depesche.delivery.search.index.SimilarQuery;
import org.depesche.delivery.search.language.WordAnalyzers;
import org.depesche.delivery.search.query.ArticlesInList;
import org.depesche.delivery.search.query.DidYouMean;
import org.depesche.delivery.search.query.FullTextSearch;
import org.depesche.delivery.search.query.MoreLikeThis;
import org.depesche.delivery.search.query.PrefixSuggester;
import org.jspecify.annotations.Nullable;

/**
 * The index as Lucene keeps it. Its position in the change log is part of every commit, so that a crash takes both back
 * together; what came after is applied again.
 */
public final class LuceneIndex implements ArticleIndex, Closeable {

    static {
        // a query of the most words that are taken, in all sections and on all levels
        IndexSearcher.setMaxClauseCount(16_384);
    }

    private static final String SEQUENCE = "sequence";
    private static final String SCHEMA = "schema";
    private static final String BASE = "base";
    private static final double BUFFER_MB = 64;
    private static final int SEGMENTS = 4;
    private static final double FLOOR_MB = 16;
    /** How long somebody may page through what a search found without it changing under their hands. */
    private static final int SNAPSHOT_SECONDS = 300;

    private final Directory directory;
    private final String contentBase;
    private final WordAnalyzers languages;
    private final LuceneDocumentMapper documents;
    private final DocumentFrequencyCache frequencies = new DocumentFrequencyCache();
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final SearcherLifetimeManager snapshots = new SearcherLifetimeManager();
    private volatile long position;
    private volatile long applied;
    private volatile @Nullable TermStatesCache termStates;

    /**
     * Opens what the directory holds, or begins there.
     *
     * @param base the content base whose articles it holds: another one's log has other positions
     */
    public LuceneIndex(Directory directory, String base, WordAnalyzers languages) throws IOException {
        this.directory = directory;
        this.contentBase = base;
        this.languages = languages;
        this.documents = new LuceneDocumentMapper(languages);
        // terms come ready-made; the analyzer is for nobody
        this.writer = new IndexWriter(directory, new IndexWriterConfig(new KeywordAnalyzer()).setRAMBufferSizeMB(BUFFER_MB)
                .setMergePolicy(fewSegments()).setCommitOnClose(false));
        this.searchers = new SearcherManager(writer, new SearcherFactory());
        this.position = commitValue(SEQUENCE).map(Long::parseLong).orElse(0L);
        this.applied = position;
    }

    /** A word is looked up in each segment, and news come in small ones: more merging for less looking. */
    private static MergePolicy fewSegments() {
        return new TieredMergePolicy().setSegmentsPerTier(SEGMENTS).setFloorSegmentMB(FLOOR_MB);
    }

    /** Whether this version of the service made it, of this content base. */
    boolean isCompatible() {
        return commitValue(SCHEMA).filter(IndexFields.SCHEMA_VERSION::equals).isPresent()
                && commitValue(BASE).filter(contentBase::equals).isPresent();
    }

    private Optional<String> commitValue(String name) {
        var data = writer.getLiveCommitData();
        if (data != null) {
            for (var entry : data) {
                if (entry.getKey().equals(name)) {
                    return Optional.of(entry.getValue());
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public long appliedPosition() {
        return applied;
    }

    @Override
    public void apply(Collection<ArticleText> present, Collection<UUID> gone, long reached) {
        LuceneErrorTranslator.translate(() -> {
            for (var article : present) {
                writer.updateDocument(LuceneFieldValues.idTerm(article.id()), documents.toDocument(article));
            }
            for (var id : gone) {
                writer.deleteDocuments(LuceneFieldValues.idTerm(id));
            }
            writer.setLiveCommitData(
                    Map.of(SEQUENCE, Long.toString(reached), SCHEMA, IndexFields.SCHEMA_VERSION, BASE, contentBase).entrySet());
            applied = reached;
            return null;
        });
    }

    @Override
    public void refresh() {
        LuceneErrorTranslator.translate(() -> {
            var reached = applied;
            searchers.maybeRefreshBlocking();
            position = reached;
            return null;
        });
    }

    @Override
    public void commit() {
        refresh();
        LuceneErrorTranslator.translate(() -> {
            writer.commit();
            snapshots.prune(new PruneByAge(SNAPSHOT_SECONDS));
            return null;
        });
    }

    @Override
    public long size() {
        return withSearcher(searcher -> (long) searcher.getIndexReader().numDocs());
    }

    @Override
    public SearchResult search(SearchQuery query) {
        var reached = position; // before the searcher is taken: it may see more, never less
        return LuceneErrorTranslator.translate(() -> {
            var state = query.snapshot().orElse(null);
            var former = state == null ? null : snapshots.acquire(state.number());
            if (former == null) {
                return withSearcher(searcher -> find(searcher, termStates(searcher), query, reached));
            }
            try {
                // a page of a former state looks few words up
                return find(former, new TermStatesCache(former), query, state.position());
            } finally {
                snapshots.release(former);
            }
        });
    }

    private SearchResult find(IndexSearcher searcher, TermStatesCache known, SearchQuery query, long reached)
            throws IOException {
        var found = new FullTextSearch<>(new LuceneSnapshot(searcher, known, frequencies), languages).search(query);
        return new SearchResult(found.hits(), found.total(), found.facetCounts(),
                new IndexSnapshotId(snapshots.record(searcher), reached));
    }

    @Override
    public List<UUID> suggest(String words, ListKey site, int limit) {
        return withSearcher(searcher -> new PrefixSuggester<>(snapshot(searcher)).suggest(words, site, limit));
    }

    @Override
    public List<SimilarHit> similar(SimilarQuery query) {
        return withSearcher(searcher -> new MoreLikeThis<>(snapshot(searcher), languages).find(query));
    }

    @Override
    public List<UUID> articlesInList(ListKey list, @Nullable UUID after, int limit) {
        refresh();
        return withSearcher(searcher -> new ArticlesInList<>(snapshot(searcher)).page(list, after, limit));
    }

    @Override
    public Optional<String> didYouMean(String words) {
        return withSearcher(searcher -> new DidYouMean<>(snapshot(searcher), languages).suggest(words));
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        snapshots.close();
        writer.close();
        directory.close();
    }

    private LuceneSnapshot snapshot(IndexSearcher searcher) {
        return new LuceneSnapshot(searcher, termStates(searcher), frequencies);
    }

    /** Those of the present state. */
    private TermStatesCache termStates(IndexSearcher searcher) {
        var known = termStates;
        if (known == null || !known.isFor(searcher)) {
            known = new TermStatesCache(searcher);
            termStates = known;
        }
        return known;
    }

    private <T> T withSearcher(SearcherCall<T> reading) {
        return LuceneErrorTranslator.translate(() -> {
            var searcher = searchers.acquire();
            try {
                return reading.call(searcher);
            } finally {
                searchers.release(searcher);
            }
        });
    }

    private interface SearcherCall<T> {
        T call(IndexSearcher searcher) throws IOException;
    }
}
