package org.depesche.delivery.search.opensearch;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.site.Sites;
import org.depesche.delivery.search.index.IndexBackend;
import org.depesche.delivery.search.index.IndexStore;
import org.depesche.delivery.search.language.WordAnalyzers;
import org.depesche.delivery.search.opensearch.client.ClusterClient;
import org.depesche.delivery.search.opensearch.client.OpenSearchConfig;
import org.depesche.platform.lease.Leases;

/** The backend where all nodes share one index in a cluster. */
@ApplicationScoped
class OpenSearchBackend implements IndexBackend {

    private final OpenSearchConfig config;
    private final Sites sites;
    private final WordAnalyzers analyzers;
    private final Leases leases;
    private final Clock clock;

    OpenSearchBackend(OpenSearchConfig config, Sites sites, WordAnalyzers analyzers, Leases leases, Clock clock) {
        this.config = config;
        this.sites = sites;
        this.analyzers = analyzers;
        this.leases = leases;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "opensearch";
    }

    @Override
    public IndexStore open() {
        var indexLeases = new IndexLeases(leases::acquire, leases::release, config.lease(), clock);
        return new OpenSearchStore(new ClusterContext(new ClusterClient(config), config, analyzers, clock),
                () -> sites.defaultSite().id(),
                indexLeases);
    }
}
