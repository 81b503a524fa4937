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
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherLifetimeManager;
import org.apache.lucene.search.SearcherLifetimeManager.PruneByAge;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
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
import org.depesche.delivery.search.lucene.ranking.TermStatesCache;
import org.depesche.delivery.search.query.ArticlesInList;
import org.depesche.delivery.search.query.FullTextSearch;
import org.depesche.delivery.search.query.MoreLikeThis;
import org.depesche.delivery.search.query.PrefixSuggester;
import org.jspecify.annotations.Nullable;

/**
 * The search index in Lucene. Every commit has the position in the change log, so that after a crash both are at the
 * same state. Later log entries are applied again.
 */
public final class LuceneIndex implements ArticleIndex, Closeable {

    static {
        // clauses of a query with the maximum number of words, in all fields and on all levels
        IndexSearcher.setMaxClauseCount(16_384);
    }

    private static final String SEQUENCE = "sequence";
    private static final String SCHEMA = "schema";
    private static final String CONTENT_BASE = "base";
    private static final double RAM_BUFFER_MB = 64;
    /** How long a client may page through search results without their order changing. */
    private static final int SNAPSHOT_SECONDS = 300;

    private final Directory directory;
    private final String contentBase;
    private final WordAnalyzers analyzers;
    private final DocumentFrequencyCache frequencies = new DocumentFrequencyCache();
    private final IndexWriter writer;
    private final ArticleWriter articles;
    private final SearcherManager searchers;
    private final SearcherLifetimeManager snapshots = new SearcherLifetimeManager();
    private volatile long position;
    private volatile long applied;
    private volatile @Nullable TermStatesCache termStates;

    /**
     * Opens the index of the directory, or creates one there.
     * @param contentBase the content base whose articles the index holds; the change log of another content base has
     * other positions
     */
    public LuceneIndex(Directory directory, String contentBase, WordAnalyzers analyzers) throws IOException {
        this.directory = directory;
        this.contentBase = contentBase;
        this.analyzers = analyzers;
        // fields bring their own token streams, so that the analyzer is never used
        this.writer = new IndexWriter(directory, new IndexWriterConfig(new KeywordAnalyzer()).setRAMBufferSizeMB(RAM_BUFFER_MB)
                .setMergePolicy(ArticleWriter.fewSegments()).setCommitOnClose(false));
        try {
            this.articles = new ArticleWriter(writer, new LuceneDocumentMapper(analyzers));
            this.position = commitValue(SEQUENCE).map(Long::parseLong).orElse(0L);
            this.applied = position;
            this.searchers = new SearcherManager(writer, new SearcherFactory());
        } catch (IOException | RuntimeException failure) {
            closeAfter(failure, writer);
            throw failure;
        }
    }

    /** An open writer would keep the write lock of the directory until a restart. */
    private static void closeAfter(Exception failure, Closeable opened) {
        try {
            opened.close();
        } catch (IOException | RuntimeException another) {
            failure.addSuppressed(another);
        }
    }

    /** Whether the index has the schema of this version, and belongs to this content base. */
    boolean isCompatible() {
        return commitValue(SCHEMA).filter(IndexFields.SCHEMA_VERSION::equals).isPresent()
                && commitValue(CONTENT_BASE).filter(contentBase::equals).isPresent();
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
    public void apply(Collection<ArticleText> updated, Collection<UUID> deleted, long sequence) {
        LuceneErrorTranslator.translate(() -> {
            articles.write(updated);
            articles.delete(deleted);
            writer.setLiveCommitData(
                    Map.of(SEQUENCE, Long.toString(sequence), SCHEMA, IndexFields.SCHEMA_VERSION, CONTENT_BASE, contentBase)
                            .entrySet());
            applied = sequence;
            return null;
        });
    }

    @Override
    public void refresh() {
        LuceneErrorTranslator.translate(() -> {
            var sequence = applied;
            if (sequence == position) {
                articles.finishBulk(); // nothing was applied since the last refresh: the index has caught up
            }
            searchers.maybeRefreshBlocking();
            position = sequence;
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
        var currentPosition = position; // read before the searcher is acquired: the searcher may see more, never less
        return LuceneErrorTranslator.translate(() -> {
            var snapshotId = query.position().snapshot().orElse(null);
            var snapshotSearcher = snapshotId == null ? null : snapshots.acquire(snapshotId.number());
            if (snapshotSearcher == null) {
                return withSearcher(searcher -> searchWith(searcher, termStates(searcher), query, currentPosition));
            }
            try {
                // a page of an old snapshot looks up few terms
                return searchWith(snapshotSearcher, new TermStatesCache(snapshotSearcher), query, snapshotId.position());
            } finally {
                snapshots.release(snapshotSearcher);
            }
        });
    }

    private SearchResult searchWith(IndexSearcher searcher, TermStatesCache states, SearchQuery query, long currentPosition)
            throws IOException {
        return new FullTextSearch<>(new LuceneSnapshot(searcher, states, frequencies), analyzers).search(query)
                .in(new IndexSnapshotId(snapshots.record(searcher), currentPosition));
    }

    @Override
    public List<UUID> suggest(String words, ListKey site, int limit) {
        return withSearcher(searcher -> new PrefixSuggester<>(snapshot(searcher)).suggest(words, site, limit));
    }

    @Override
    public List<SimilarHit> similar(SimilarQuery query) {
        return withSearcher(searcher -> new MoreLikeThis<>(snapshot(searcher), analyzers).find(query));
    }

    @Override
    public List<UUID> articlesInList(ListKey list, @Nullable UUID after, int limit) {
        refresh();
        return withSearcher(searcher -> new ArticlesInList<>(snapshot(searcher)).page(list, after, limit));
    }

    @Override
    public void close() throws IOException {
        IOUtils.close(searchers, snapshots, writer, directory); // all of them, whatever fails
    }

    private LuceneSnapshot snapshot(IndexSearcher searcher) {
        return new LuceneSnapshot(searcher, termStates(searcher), frequencies);
    }

    /** The term states of the current reader. They are replaced when the index was refreshed. */
    private TermStatesCache termStates(IndexSearcher searcher) {
        var current = termStates;
        if (current == null || !current.isFor(searcher)) {
            current = new TermStatesCache(searcher);
            termStates = current;
        }
        return current;
    }

    private <T> T withSearcher(SearcherCall<T> call) {
        return LuceneErrorTranslator.translate(() -> {
            var searcher = searchers.acquire();
            try {
                return call.call(searcher);
            } finally {
                searchers.release(searcher);
            }
        });
    }

    private interface SearcherCall<T> {
        T call(IndexSearcher searcher) throws IOException;
    }
}
