package org.depesche.delivery.search.lucene;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.site.Sites;
import org.depesche.delivery.search.index.IndexBackend;
import org.depesche.delivery.search.index.IndexStore;
import org.depesche.delivery.search.index.SearchConfig;
import org.depesche.delivery.search.language.WordAnalyzers;

/** The backend where each node keeps its own Lucene index in a folder. */
@ApplicationScoped
class LuceneBackend implements IndexBackend {

    private final SearchConfig config;
    private final Sites sites;
    private final WordAnalyzers analyzers;

    LuceneBackend(SearchConfig config, Sites sites, WordAnalyzers analyzers) {
        this.config = config;
        this.sites = sites;
        this.analyzers = analyzers;
    }

    @Override
    public String name() {
        return "lucene";
    }

    @Override
    public IndexStore open() {
        return new LuceneStore(config, sites, analyzers);
    }
}
