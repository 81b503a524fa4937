package org.depesche.delivery.search.opensearch;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import org.depesche.delivery.search.document.IndexFields;
import org.depesche.delivery.search.index.ArticleIndex;
import org.depesche.delivery.search.index.BrokenIndex;
import org.depesche.delivery.search.index.IndexStore;
import org.jspecify.annotations.Nullable;

import io.quarkus.logging.Log;

/** Stores indexes in the cluster. An alias names the current index. */
final class OpenSearchStore implements IndexStore {

    private final ClusterContext context;
    private final Supplier<UUID> contentBase;
    private final IndexLeases leases;
    private final DataLossDetector dataLoss;
    private @Nullable OpenSearchIndex open;
    private @Nullable OpenSearchIndex building;
    private @Nullable Instant dropReplacedAt;

    /**
     * @param contentBase the content base whose articles the index holds; the change log of another content base has
     * other positions
     */
    OpenSearchStore(ClusterContext context, Supplier<UUID> contentBase, IndexLeases leases) {
        this.context = context;
        this.contentBase = contentBase;
        this.leases = leases;
        this.dataLoss = new DataLossDetector(context);
    }

    @Override
    public boolean tryBecomeWriter() {
        return leases.tryHoldWriter();
    }

    @Override
    public synchronized Optional<ArticleIndex> openCurrent() {
        close(open);
        open = position().map(this::index).orElse(null);
        return Optional.ofNullable(open);
    }

    @Override
    public synchronized ArticleIndex reopenIfChanged(ArticleIndex currentIndex) {
        var position = position().orElseThrow(() -> new BrokenIndex(new IllegalStateException(alias() + " does not exist")));
        dropReplacedIfDue();
        if (open != null && open.name().equals(position.index())) {
            open.writer().updateFrom(position);
            return open;
        }
        close(open);
        open = index(position);
        return open;
    }

    private Optional<IndexPosition> position() {
        return dataLoss.emptyIfLost(() -> IndexPosition.read(context.cluster(), alias()));
    }

    @Override
    public synchronized ArticleIndex create() {
        if (!leases.tryHoldRebuild()) {
            throw new IllegalStateException("another node is rebuilding the search index");
        }
        indexes().dropOthers();
        var name = alias() + "-" + UUID.randomUUID();
        context.cluster().write("PUT", "/" + name, IndexDefinition.of(name));
        building = new OpenSearchIndex(context, OpenSearchIndexWriter.forNewIndex(name, context, leases::tryHoldRebuild));
        return building;
    }

    @Override
    public synchronized void activate(ArticleIndex newIndex, Runnable publish) {
        if (building == null || !leases.tryHoldRebuild()) {
            throw new IllegalStateException("another node is rebuilding the search index");
        }
        indexes().switchTo(building.name());
        publish.run();
        close(open);
        open = building;
        building = null;
        leases.releaseRebuild();
        dropReplacedAt = context.clock().instant().plus(context.config().replacedIndexRetention());
    }

    /** Deletes the previous index when its retention is over, so that no node searches it any more. */
    private void dropReplacedIfDue() {
        if (dropReplacedAt != null && dropReplacedAt.isBefore(context.clock().instant()) && building == null) {
            dropReplacedAt = null;
            if (leases.tryHoldRebuild()) {
                indexes().dropOthers();
                leases.releaseRebuild();
            }
        }
    }

    @Override
    public synchronized void close() {
        close(open);
        close(building);
        leases.releaseAll();
        try {
            context.cluster().close();
        } catch (IOException e) {
            Log.warnf("The connections to the search index could not be closed: %s", e.getMessage());
        }
    }

    private static void close(@Nullable OpenSearchIndex index) {
        if (index != null) {
            index.close();
        }
    }

    private OpenSearchIndex index(IndexPosition position) {
        return new OpenSearchIndex(context, OpenSearchIndexWriter.of(position, context));
    }

    private IndexAliases indexes() {
        return new IndexAliases(context.cluster(), alias());
    }

    /**
     * The alias has the schema version and the content base in its name. Nodes of two versions, and newsrooms that
     * share a cluster, therefore do not rebuild each other's index in turns.
     */
    private String alias() {
        return context.config().indexPrefix() + "-" + IndexFields.SCHEMA_VERSION + "-" + contentBase.get();
    }
}
