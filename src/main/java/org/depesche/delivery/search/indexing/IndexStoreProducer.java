package org.depesche.delivery.search.indexing;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.depesche.delivery.search.index.IndexBackend;
import org.depesche.delivery.search.index.IndexStore;
import org.depesche.delivery.search.index.SearchConfig;

import io.quarkus.arc.All;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Produces the store of the configured backend. */
@ApplicationScoped
class IndexStoreProducer {

    @Produces
    @Singleton
    IndexStore indexStore(@All List<IndexBackend> backends, SearchConfig config) {
        return backends.stream().filter(backend -> backend.name().equals(config.backend())).findFirst()
                .map(IndexBackend::open)
                .orElseThrow(() -> new ConfigurationException("depesche.search.backend is one of "
                        + backends.stream().map(IndexBackend::name).sorted().toList() + ", not " + config.backend()));
    }
}
