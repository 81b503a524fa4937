package org.depesche.delivery.search.opensearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
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
import org.depesche.delivery.search.query.FullTextSearch;
import org.depesche.delivery.search.query.MoreLikeThis;
import org.depesche.delivery.search.query.PrefixSuggester;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** An index of the cluster. All nodes search it, and one node writes it. */
final class OpenSearchIndex implements ArticleIndex {

    private final ClusterClient cluster;
    private final String name;
    private final WordAnalyzers analyzers;
    private final PointsInTime snapshots;
    private final OpenSearchIndexWriter writer;

    OpenSearchIndex(ClusterContext context, OpenSearchIndexWriter writer) {
        this.cluster = context.cluster();
        this.name = writer.position().index();
        this.writer = writer;
        this.analyzers = context.analyzers();
        this.snapshots = new PointsInTime(context, name);
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
    public void apply(Collection<ArticleText> updated, Collection<UUID> deleted, long position) {
        writer.apply(updated, deleted, position);
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
        var request = cluster.object();
        request.putObject("query").putObject("exists").put("field", IndexFields.ID);
        return run(() -> cluster.read("POST", "/" + name + "/_count", request).path("count").asLong());
    }

    @Override
    public SearchResult search(SearchQuery query) {
        var currentPosition = position(); // read before the search: the search may see more, never less
        var requested = query.position().snapshot().map(IndexSnapshotId::number).orElse(currentPosition);
        var position = snapshots.find(requested).isPresent() ? requested : currentPosition;
        return run(() -> {
            try {
                return searchAt(query, snapshots.findOrOpen(position).orElse(""), position);
            } catch (ClusterRequestRejected rejected) {
                if (!rejected.isNotFound()) {
                    throw rejected;
                }
                snapshots.forget(position);
                return searchAt(query, "", currentPosition);
            }
        });
    }

    private SearchResult searchAt(SearchQuery query, String pointInTime, long position) throws IOException {
        return new FullTextSearch<>(new OpenSearchSnapshot(cluster, name, pointInTime), analyzers).search(query)
                .in(new IndexSnapshotId(position, position));
    }

    @Override
    public List<UUID> suggest(String words, ListKey site, int limit) {
        return run(() -> new PrefixSuggester<>(currentSnapshot()).suggest(words, site, limit));
    }

    @Override
    public List<SimilarHit> similar(SimilarQuery query) {
        return run(() -> new MoreLikeThis<ObjectNode>(currentSnapshot(), analyzers).find(query));
    }

    @Override
    public List<UUID> articlesInList(ListKey list, @Nullable UUID after, int limit) {
        writer.refresh();
        return run(() -> new ArticlesInList<>(currentSnapshot()).page(list, after, limit));
    }

    void close() {
        snapshots.close();
    }

    private OpenSearchSnapshot currentSnapshot() {
        return new OpenSearchSnapshot(cluster, name, "");
    }

    private static <T> T run(ClusterCall<T> call) {
        try {
            return call.call();
        } catch (ClusterRequestRejected rejected) {
            throw toException(rejected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuntimeException toException(ClusterRequestRejected rejected) {
        if (rejected.hasTooManyClauses()) {
            return Problem.invalidParameters(List.of(InputError.inParameter("q", "`q` has too many words of too many forms.")));
        }
        return rejected.isNotFound() ? new BrokenIndex(rejected) : rejected;
    }

    private interface ClusterCall<T> {
        T call() throws IOException;
    }
}
