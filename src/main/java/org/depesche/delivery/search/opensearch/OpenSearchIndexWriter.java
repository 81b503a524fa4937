package org.depesche.delivery.search.opensearch;

import java.util.Collection;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import org.depesche.content.article.ArticleText;
import org.depesche.delivery.search.index.BrokenIndex;

/**
 * Knows the position of an index and, on the writer node, applies changes: first the articles, then the position. An
 * index that is being built shows neither before it is complete.
 */
final class OpenSearchIndexWriter {

    private final ClusterContext context;
    private final OpenSearchDocumentMapper documents;
    private final BooleanSupplier mayBuild;
    private volatile IndexPosition position;
    private boolean isWriter;
    private boolean isBuilding;
    private boolean needsRefresh;

    private OpenSearchIndexWriter(ClusterContext context, BooleanSupplier mayBuild, IndexPosition position) {
        this.context = context;
        this.documents = new OpenSearchDocumentMapper(context.analyzers());
        this.mayBuild = mayBuild;
        this.position = position;
    }

    /** The writer of an existing index. This node becomes the writer only with the first change that it applies. */
    static OpenSearchIndexWriter of(IndexPosition position, ClusterContext context) {
        return new OpenSearchIndexWriter(context, () -> false, position);
    }

    /**
     * The writer of an index that this node builds.
     * @param mayBuild whether this node still holds the lease for building
     */
    static OpenSearchIndexWriter forNewIndex(String index, ClusterContext context, BooleanSupplier mayBuild) {
        var writer = new OpenSearchIndexWriter(context, mayBuild, IndexPosition.initial(index));
        writer.isWriter = true;
        writer.isBuilding = true;
        return writer;
    }

    IndexPosition position() {
        return position;
    }

    /** Takes over the position that was read from the index, unless this node is its writer in the same epoch. */
    synchronized void updateFrom(IndexPosition current) {
        if (!isWriter || current.epoch() != position.epoch()) {
            isWriter = false;
            position = current;
        }
    }

    synchronized void apply(Collection<ArticleText> updated, Collection<UUID> deleted, long sequence) {
        takeOver();
        if (isBuilding && !mayBuild.getAsBoolean()) {
            throw new IllegalStateException("another node is rebuilding the search index");
        }
        var newPosition = position.withSequence(sequence);
        var request = bulkRequest();
        updated.forEach(article -> request.put(article.id().toString(), newPosition.version(), documents.toDocument(article)));
        deleted.forEach(id -> request.delete(id, newPosition.version()));
        request.send(!isBuilding);
        needsRefresh = isBuilding;
        if (isBuilding) {
            position = newPosition;
        } else {
            writePosition(newPosition);
        }
    }

    /** Makes applied articles searchable. */
    synchronized void refresh() {
        if (needsRefresh) {
            context.cluster().write("POST", "/" + position.index() + "/_refresh", null);
            needsRefresh = false;
        }
    }

    /**
     * Completes an index that was built: makes it searchable, and writes its position. Other writes are durable
     * already.
     */
    synchronized void commit() {
        if (isBuilding) {
            refresh();
            writePosition(position);
            isBuilding = false;
        }
    }

    /** Starts a new epoch before the first write, so that late writes of the previous writer are rejected. */
    private void takeOver() {
        if (!isWriter) {
            var nextEpoch = IndexPosition.read(context.cluster(), position.index())
                    .orElseThrow(() -> new BrokenIndex(new IllegalStateException("the search index has no position")))
                    .withNextEpoch();
            var request = bulkRequest();
            nextEpoch.writeIfNewer(request);
            sendOrFail(request, nextEpoch);
            isWriter = true;
        }
    }

    private void writePosition(IndexPosition newPosition) {
        var request = bulkRequest();
        newPosition.write(request);
        sendOrFail(request, newPosition);
    }

    private void sendOrFail(BulkRequest request, IndexPosition newPosition) {
        if (!request.send(false)) {
            isWriter = false;
            throw new IllegalStateException("another node is the writer of the search index now");
        }
        position = newPosition;
    }

    private BulkRequest bulkRequest() {
        return context.bulkRequest(position.index());
    }
}
