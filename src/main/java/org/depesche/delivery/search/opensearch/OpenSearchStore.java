package org.depesche.delivery.search.opensearch;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import org.depesche.delivery.search.ArticleIndex;
import org.depesche.delivery.search.BrokenIndex;
import org.depesche.delivery.search.IndexStore;
import org.depesche.delivery.search.query.Fields;
import org.jspecify.annotations.Nullable;

import io.quarkus.logging.Log;

/** Indexes in the cluster; an alias names the present one. */
final class OpenSearchStore implements IndexStore {

    private final Means means;
    private final Supplier<UUID> base;
    private final Roles roles;
    private final Lost lost;
    private @Nullable OpenSearchIndex open;
    private @Nullable OpenSearchIndex building;
    private @Nullable Instant cleaning;

    /** @param base the content base whose articles it holds: another one's log has other positions */
    OpenSearchStore(Means means, Supplier<UUID> base, Roles roles) {
        this.means = means;
        this.base = base;
        this.roles = roles;
        this.lost = new Lost(means);
    }

    @Override
    public boolean isKeptHere() {
        return roles.keeps();
    }

    @Override
    public synchronized Optional<ArticleIndex> present() {
        close(open);
        open = position().map(this::index).orElse(null);
        return Optional.ofNullable(open);
    }

    @Override
    public synchronized ArticleIndex look(ArticleIndex present) {
        var found = position().orElseThrow(() -> new BrokenIndex(new IllegalStateException(alias() + " is not there")));
        cleanLater();
        if (open != null && open.name().equals(found.index())) {
            open.keeping().seen(found);
            return open;
        }
        close(open);
        open = index(found);
        return open;
    }

    private Optional<Position> position() {
        return lost.unless(() -> Position.of(means.cluster(), alias()));
    }

    @Override
    public synchronized ArticleIndex fresh() {
        if (!roles.builds()) {
            throw new IllegalStateException("another node is making the search index anew");
        }
        indexes().dropOthers();
        var name = alias() + "-" + UUID.randomUUID();
        means.cluster().change("PUT", "/" + name, Layout.of(name));
        building = new OpenSearchIndex(means, Keeping.building(name, means, roles::builds));
        return building;
    }

    @Override
    public synchronized void replaceBy(ArticleIndex fresh) {
        if (building == null || !roles.builds()) {
            throw new IllegalStateException("another node is making the search index anew");
        }
        indexes().replaceBy(building.name());
        close(open);
        open = building;
        building = null;
        roles.hasBuilt();
        cleaning = means.clock().instant().plus(means.config().linger());
    }

    /** The former one, once no node asks it any more. */
    private void cleanLater() {
        if (cleaning != null && cleaning.isBefore(means.clock().instant()) && building == null) {
            cleaning = null;
            if (roles.builds()) {
                indexes().dropOthers();
                roles.hasBuilt();
            }
        }
    }

    @Override
    public synchronized void close() {
        close(open);
        close(building);
        roles.leave();
        try {
            means.cluster().close();
        } catch (IOException e) {
            Log.warnf("The connections to the search index could not be closed: %s", e.getMessage());
        }
    }

    private static void close(@Nullable OpenSearchIndex index) {
        if (index != null) {
            index.close();
        }
    }

    private OpenSearchIndex index(Position found) {
        return new OpenSearchIndex(means, Keeping.of(found, means));
    }

    private Indexes indexes() {
        return new Indexes(means.cluster(), alias());
    }

    /**
     * It has the version and the content base in its name, so that neither the nodes of an update nor the newsrooms that share
     * a
     * cluster make each other's index anew in turns.
     */
    private String alias() {
        return means.config().prefix() + "-" + Fields.SCHEMA + "-" + base.get();
    }
}
