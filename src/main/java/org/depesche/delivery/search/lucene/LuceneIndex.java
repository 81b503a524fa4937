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
import org.depesche.delivery.search.ArticleIndex;
import org.depesche.delivery.search.Found;
import org.depesche.delivery.search.Likeness;
import org.depesche.delivery.search.LikenessQuery;
import org.depesche.delivery.search.SearchQuery;
import org.depesche.delivery.search.SearchedState;
import org.depesche.delivery.search.language.Languages;
import org.depesche.delivery.search.query.Beginnings;
import org.depesche.delivery.search.query.Fields;
import org.depesche.delivery.search.query.Finding;
import org.depesche.delivery.search.query.Meaning;
import org.depesche.delivery.search.query.Similar;
import org.depesche.delivery.search.query.Standing;
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
    private final String base;
    private final Languages languages;
    private final Documents documents;
    private final CommonWords common = new CommonWords();
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final SearcherLifetimeManager snapshots = new SearcherLifetimeManager();
    private volatile long position;
    private volatile long applied;
    private volatile @Nullable TermPlaces places;

    /**
     * Opens what the directory holds, or begins there.
     *
     * @param base the content base whose articles it holds: another one's log has other positions
     */
    public LuceneIndex(Directory directory, String base, Languages languages) throws IOException {
        this.directory = directory;
        this.base = base;
        this.languages = languages;
        this.documents = new Documents(languages);
        // terms come ready-made; the analyzer is for nobody
        this.writer = new IndexWriter(directory, new IndexWriterConfig(new KeywordAnalyzer()).setRAMBufferSizeMB(BUFFER_MB)
                .setMergePolicy(fewSegments()).setCommitOnClose(false));
        this.searchers = new SearcherManager(writer, new SearcherFactory());
        this.position = kept(SEQUENCE).map(Long::parseLong).orElse(0L);
        this.applied = position;
    }

    /** A word is looked up in each segment, and news come in small ones: more merging for less looking. */
    private static MergePolicy fewSegments() {
        return new TieredMergePolicy().setSegmentsPerTier(SEGMENTS).setFloorSegmentMB(FLOOR_MB);
    }

    /** Whether this version of the service made it, of this content base. */
    boolean isOurs() {
        return kept(SCHEMA).filter(Fields.SCHEMA::equals).isPresent() && kept(BASE).filter(base::equals).isPresent();
    }

    private Optional<String> kept(String name) {
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
    public long applied() {
        return applied;
    }

    @Override
    public void apply(Collection<ArticleText> present, Collection<UUID> gone, long reached) {
        LuceneFailures.told(() -> {
            for (var article : present) {
                writer.updateDocument(Values.idTerm(article.id()), documents.of(article));
            }
            for (var id : gone) {
                writer.deleteDocuments(Values.idTerm(id));
            }
            writer.setLiveCommitData(Map.of(SEQUENCE, Long.toString(reached), SCHEMA, Fields.SCHEMA, BASE, base).entrySet());
            applied = reached;
            return null;
        });
    }

    @Override
    public void show() {
        LuceneFailures.told(() -> {
            var reached = applied;
            searchers.maybeRefreshBlocking();
            position = reached;
            return null;
        });
    }

    @Override
    public void keep() {
        show();
        LuceneFailures.told(() -> {
            writer.commit();
            snapshots.prune(new PruneByAge(SNAPSHOT_SECONDS));
            return null;
        });
    }

    @Override
    public long size() {
        return with(searcher -> (long) searcher.getIndexReader().numDocs());
    }

    @Override
    public Found find(SearchQuery query) {
        var reached = position; // before the searcher is taken: it may see more, never less
        return LuceneFailures.told(() -> {
            var state = query.state().orElse(null);
            var former = state == null ? null : snapshots.acquire(state.number());
            if (former == null) {
                return with(searcher -> find(searcher, places(searcher), query, reached));
            }
            try {
                // a page of a former state looks few words up
                return find(former, new TermPlaces(former), query, state.position());
            } finally {
                snapshots.release(former);
            }
        });
    }

    private Found find(IndexSearcher searcher, TermPlaces known, SearchQuery query, long reached) throws IOException {
        var found = new Finding<>(new LuceneSnapshot(searcher, known, common), languages).of(query);
        return new Found(found.hits(), found.total(), found.counts(),
                new SearchedState(snapshots.record(searcher), reached));
    }

    @Override
    public List<UUID> beginning(String words, ListKey site, int limit) {
        return with(searcher -> new Beginnings<>(snapshot(searcher)).of(words, site, limit));
    }

    @Override
    public List<Likeness> similar(LikenessQuery query) {
        return with(searcher -> new Similar<>(snapshot(searcher), languages).to(query));
    }

    @Override
    public List<UUID> standingIn(ListKey list, @Nullable UUID after, int limit) {
        show();
        return with(searcher -> new Standing<>(snapshot(searcher)).in(list, after, limit));
    }

    @Override
    public Optional<String> meant(String words) {
        return with(searcher -> new Meaning<>(snapshot(searcher), languages).of(words));
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        snapshots.close();
        writer.close();
        directory.close();
    }

    private LuceneSnapshot snapshot(IndexSearcher searcher) {
        return new LuceneSnapshot(searcher, places(searcher), common);
    }

    /** Those of the present state. */
    private TermPlaces places(IndexSearcher searcher) {
        var known = places;
        if (known == null || !known.areOf(searcher)) {
            known = new TermPlaces(searcher);
            places = known;
        }
        return known;
    }

    private <T> T with(Reading<T> reading) {
        return LuceneFailures.told(() -> {
            var searcher = searchers.acquire();
            try {
                return reading.in(searcher);
            } finally {
                searchers.release(searcher);
            }
        });
    }

    private interface Reading<T> {
        T in(IndexSearcher searcher) throws IOException;
    }
}
