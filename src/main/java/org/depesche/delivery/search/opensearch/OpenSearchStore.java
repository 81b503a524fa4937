package org.depesche.delivery.search.opensearch;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import org.depesche.delivery.search.ArticleIndex;
import org.depesche.delivery.search.BrokenIndex;
import org.depesche.delivery.search.IndexStore;
import org.depesche.delivery.search.language.Languages;
import org.depesche.delivery.search.query.Fields;
import org.jspecify.annotations.Nullable;

import io.quarkus.logging.Log;

/** Indexes in the cluster; an alias names the present one. */
final class OpenSearchStore implements IndexStore {

    private final OpenSearchConfig config;
    private final Cluster cluster;
    private final Supplier<UUID> base;
    private final Languages languages;
    private final Roles roles;
    private final Clock clock;
    private final Lost lost;
    private @Nullable OpenSearchIndex open;
    private @Nullable OpenSearchIndex building;
    private @Nullable Instant cleaning;

    /** @param base the content base whose articles it holds: another one's log has other positions */
    OpenSearchStore(OpenSearchConfig config, Cluster cluster, Supplier<UUID> base, Languages languages, Roles roles,
            Clock clock) {
        this.config = config;
        this.cluster = cluster;
        this.base = base;
        this.languages = languages;
        this.roles = roles;
        this.clock = clock;
        this.lost = new Lost(cluster, config.lost(), clock);
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
        return lost.unless(() -> Position.of(cluster, alias()));
    }

    @Override
    public synchronized ArticleIndex fresh() {
        if (!roles.builds()) {
            throw new IllegalStateException("another node is making the search index anew");
        }
        indexes().dropOthers();
        var name = alias() + "-" + UUID.randomUUID();
        cluster.change("PUT", "/" + name, Layout.of(Keeping.alias(name)));
        building = index(name, Keeping.building(name, cluster, new Documents(languages), config.request().asLongValue(),
                roles::builds));
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
        cleaning = clock.instant().plus(config.linger());
    }

    /** The former one, once no node asks it any more. */
    private void cleanLater() {
        if (cleaning != null && cleaning.isBefore(clock.instant()) && building == null) {
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
            cluster.close();
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
        return index(found.index(),
                Keeping.of(found, cluster, new Documents(languages), config.request().asLongValue()));
    }

    private OpenSearchIndex index(String name, Keeping keeping) {
        return new OpenSearchIndex(cluster, name, keeping, languages, new PointsInTime(cluster, name, clock, config));
    }

    private Indexes indexes() {
        return new Indexes(cluster, alias());
    }

    /**
     * It has the version and the content base in its name, so that neither the nodes of an update nor the newsrooms that share
     * a
     * cluster make each other's index anew in turns.
     */
    private String alias() {
        return config.prefix() + "-" + Fields.SCHEMA + "-" + base.get();
    }
}
