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

/** Indexes in the cluster; an alias names the present one. */
final class OpenSearchStore implements IndexStore {

    private final ClusterContext context;
    private final Supplier<UUID> contentBase;
    private final IndexLeases leases;
    private final DataLossDetector dataLoss;
    private @Nullable OpenSearchIndex open;
    private @Nullable OpenSearchIndex building;
    private @Nullable Instant cleanUpAt;

    /** @param base the content base whose articles it holds: another one's log has other positions */
    OpenSearchStore(ClusterContext means, Supplier<UUID> base, IndexLeases roles) {
        this.context = means;
        this.contentBase = base;
        this.leases = roles;
        this.dataLoss = new DataLossDetector(means);
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
    public synchronized ArticleIndex reopenIfChanged(ArticleIndex present) {
        var found = position().orElseThrow(() -> new BrokenIndex(new IllegalStateException(alias() + " is not there")));
        dropReplacedIfDue();
        if (open != null && open.name().equals(found.index())) {
            open.writer().updateFrom(found);
            return open;
        }
        close(open);
        open = index(found);
        return open;
    }

    private Optional<IndexPosition> position() {
        return dataLoss.emptyIfLost(() -> IndexPosition.read(context.cluster(), alias()));
    }

    @Override
    public synchronized ArticleIndex create() {
        if (!leases.tryHoldRebuild()) {
            throw new IllegalStateException("another node is making the search index anew");
        }
        indexes().dropOthers();
        var name = alias() + "-" + UUID.randomUUID();
        context.cluster().write("PUT", "/" + name, IndexDefinition.of(name));
        building = new OpenSearchIndex(context, OpenSearchIndexWriter.forNewIndex(name, context, leases::tryHoldRebuild));
        return building;
    }

    @Override
    public synchronized void activate(ArticleIndex fresh) {
        if (building == null || !leases.tryHoldRebuild()) {
            throw new IllegalStateException("another node is making the search index anew");
        }
        indexes().switchTo(building.name());
        close(open);
        open = building;
        building = null;
        leases.releaseRebuild();
        cleanUpAt = context.clock().instant().plus(context.config().replacedIndexRetention());
    }

    /** The former one, once no node asks it any more. */
    private void dropReplacedIfDue() {
        if (cleanUpAt != null && cleanUpAt.isBefore(context.clock().instant()) && building == null) {
            cleanUpAt = null;
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

    private OpenSearchIndex index(IndexPosition found) {
        return new OpenSearchIndex(context, OpenSearchIndexWriter.of(found, context));
    }

    private IndexAliases indexes() {
        return new IndexAliases(context.cluster(), alias());
    }

    /**
     * It has the version and the content base in its name, so that neither the nodes of an update nor the newsrooms that share
     * a
     * cluster make each other's index anew in turns.
     */
    private String alias() {
        return context.config().indexPrefix() + "-" + IndexFields.SCHEMA_VERSION + "-" + contentBase.get();
    }
}
