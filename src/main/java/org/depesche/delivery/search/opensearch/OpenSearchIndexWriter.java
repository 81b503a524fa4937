package org.depesche.delivery.search.opensearch;

import java.util.Collection;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import org.depesche.content.article.ArticleText;
import org.depesche.delivery.search.index.BrokenIndex;

/**
 * How far an index is, and on the node that keeps it what brings it further: articles first, then the position. One that is
 * being
 * built shows neither before it is whole.
 */
final class OpenSearchIndexWriter {

    private final ClusterContext context;
    private final OpenSearchDocumentMapper documents;
    private final BooleanSupplier mayBuild;
    private volatile IndexPosition position;
    private boolean isWriter;
    private boolean isBuilding;
    private boolean needsRefresh;

    private OpenSearchIndexWriter(ClusterContext means, BooleanSupplier mayBuild, IndexPosition position) {
        this.context = means;
        this.documents = new OpenSearchDocumentMapper(means.languages());
        this.mayBuild = mayBuild;
        this.position = position;
    }

    /** Of one that is there. */
    static OpenSearchIndexWriter of(IndexPosition found, ClusterContext means) {
        return new OpenSearchIndexWriter(means, () -> false, found);
    }

    /** @param mayBuild whether nobody else does meanwhile */
    static OpenSearchIndexWriter forNewIndex(String index, ClusterContext means, BooleanSupplier mayBuild) {
        var keeping = new OpenSearchIndexWriter(means, mayBuild, IndexPosition.initial(index));
        keeping.isWriter = true;
        keeping.isBuilding = true;
        return keeping;
    }

    IndexPosition position() {
        return position;
    }

    /** What the index said of itself: another node may have brought it here, or have taken it over. */
    synchronized void updateFrom(IndexPosition found) {
        if (!isWriter || found.epoch() != position.epoch()) {
            isWriter = false;
            position = found;
        }
    }

    synchronized void apply(Collection<ArticleText> present, Collection<UUID> gone, long sequence) {
        takeOver();
        if (isBuilding && !mayBuild.getAsBoolean()) {
            throw new IllegalStateException("another node is making the search index anew");
        }
        var reached = position.withSequence(sequence);
        var writing = bulkRequest();
        present.forEach(article -> writing.put(article.id().toString(), reached.version(), documents.toDocument(article)));
        gone.forEach(id -> writing.delete(id, reached.version()));
        writing.send(!isBuilding);
        needsRefresh = isBuilding;
        if (isBuilding) {
            position = reached;
        } else {
            writePosition(reached);
        }
    }

    /** Lets searches see what was applied. */
    synchronized void refresh() {
        if (needsRefresh) {
            context.cluster().write("POST", "/" + position.index() + "/_refresh", null);
            needsRefresh = false;
        }
    }

    /** What was applied is kept by then, but for the position of one that was built. */
    synchronized void commit() {
        if (isBuilding) {
            refresh();
            writePosition(position);
            isBuilding = false;
        }
    }

    /** Before the first write, so that those of the node that kept it before come too late from now on. */
    private void takeOver() {
        if (!isWriter) {
            var taken = IndexPosition.read(context.cluster(), position.index())
                    .orElseThrow(() -> new BrokenIndex(new IllegalStateException("it has no position"))).withNextEpoch();
            var writing = bulkRequest();
            taken.writeIfNewer(writing);
            sendOrFail(writing, taken);
            isWriter = true;
        }
    }

    private void writePosition(IndexPosition reached) {
        var writing = bulkRequest();
        reached.write(writing);
        sendOrFail(writing, reached);
    }

    private void sendOrFail(BulkRequest writing, IndexPosition reached) {
        if (!writing.send(false)) {
            isWriter = false;
            throw new IllegalStateException("another node keeps the search index by now");
        }
        position = reached;
    }

    private BulkRequest bulkRequest() {
        return context.bulkRequest(position.index());
    }
}
