package org.depesche.delivery.search.opensearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.depesche.content.article.ArticleText;
import org.depesche.content.listing.ListKey;
import org.depesche.delivery.search.document.IndexFields;
import org.depesche.delivery.search.index.ArticleIndex;
import org.depesche.delivery.search.index.BrokenIndex;
import org.depesche.delivery.search.index.IndexSnapshotId;
import org.depesche.delivery.search.index.SearchQuery;
import org.depesche.delivery.search.index.SearchResult;
import org.depesche.delivery.search.index.SimilarHit;
import org.depesche.delivery.search.index.SimilarQuery;
import org.depesche.delivery.search.language.WordAnalyzers;
import org.depesche.delivery.search.opensearch.client.ClusterClient;
import org.depesche.delivery.search.opensearch.client.ClusterRequestRejected;
import org.depesche.delivery.search.query.ArticlesInList;
import org.depesche.delivery.search.query.DidYouMean;
import org.depesche.delivery.search.query.FullTextSearch;
import org.depesche.delivery.search.query.MoreLikeThis;
import org.depesche.delivery.search.query.PrefixSuggester;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One index of the cluster, asked by many nodes and kept by one. */
final class OpenSearchIndex implements ArticleIndex {

    private final ClusterClient cluster;
    private final String name;
    private final WordAnalyzers languages;
    private final PointsInTime snapshots;
    private final OpenSearchIndexWriter writer;

    OpenSearchIndex(ClusterContext means, OpenSearchIndexWriter keeping) {
        this.cluster = means.cluster();
        this.name = keeping.position().index();
        this.writer = keeping;
        this.languages = means.languages();
        this.snapshots = new PointsInTime(means, name);
    }

    String name() {
        return name;
    }

    OpenSearchIndexWriter writer() {
        return writer;
    }

    @Override
    public long position() {
        return writer.position().sequence();
    }

    @Override
    public long appliedPosition() {
        return position();
    }

    @Override
    public void apply(Collection<ArticleText> present, Collection<UUID> gone, long position) {
        writer.apply(present, gone, position);
    }

    @Override
    public void refresh() {
        writer.refresh();
    }

    @Override
    public void commit() {
        writer.commit();
    }

    @Override
    public long size() {
        var asked = cluster.object();
        asked.putObject("query").putObject("exists").put("field", IndexFields.ID);
        return run(() -> cluster.read("POST", "/" + name + "/_count", asked).path("count").asLong());
    }

    @Override
    public SearchResult search(SearchQuery query) {
        var reached = position(); // before it is searched: searches may see more, never less
        var former = query.snapshot().map(IndexSnapshotId::number).orElse(reached);
        var state = snapshots.find(former).isPresent() ? former : reached;
        return run(() -> {
            try {
                return find(query, snapshots.findOrOpen(state).orElse(""), state);
            } catch (ClusterRequestRejected over) {
                if (!over.isNotFound()) {
                    throw over;
                }
                snapshots.forget(state);
                return find(query, "", reached);
            }
        });
    }

    private SearchResult find(SearchQuery query, String point, long state) throws IOException {
        var found = new FullTextSearch<>(new OpenSearchSnapshot(cluster, name, point), languages).search(query);
        return new SearchResult(found.hits(), found.total(), found.facetCounts(), new IndexSnapshotId(state, state));
    }

    @Override
    public List<UUID> suggest(String words, ListKey site, int limit) {
        return run(() -> new PrefixSuggester<>(currentSnapshot()).suggest(words, site, limit));
    }

    @Override
    public List<SimilarHit> similar(SimilarQuery query) {
        return run(() -> new MoreLikeThis<ObjectNode>(currentSnapshot(), languages).find(query));
    }

    @Override
    public List<UUID> articlesInList(ListKey list, @Nullable UUID after, int limit) {
        writer.refresh();
        return run(() -> new ArticlesInList<>(currentSnapshot()).page(list, after, limit));
    }

    @Override
    public Optional<String> didYouMean(String words) {
        return run(() -> new DidYouMean<>(currentSnapshot(), languages).suggest(words));
    }

    void close() {
        snapshots.close();
    }

    private OpenSearchSnapshot currentSnapshot() {
        return new OpenSearchSnapshot(cluster, name, "");
    }

    private static <T> T run(ClusterCall<T> question) {
        try {
            return question.call();
        } catch (ClusterRequestRejected refused) {
            throw toException(refused);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuntimeException toException(ClusterRequestRejected refused) {
        if (refused.hasTooManyClauses()) {
            return Problem.invalidParameters(List.of(InputError.inParameter("q", "`q` has too many words of too many forms.")));
        }
        return refused.isNotFound() ? new BrokenIndex(refused) : refused;
    }

    private interface ClusterCall<T> {
        T call() throws IOException;
    }
}
