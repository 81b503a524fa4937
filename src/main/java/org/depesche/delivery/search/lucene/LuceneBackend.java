package org.depesche.delivery.search.lucene;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.site.Sites;
import org.depesche.delivery.search.IndexBackend;
import org.depesche.delivery.search.IndexStore;
import org.depesche.delivery.search.SearchConfig;
import org.depesche.delivery.search.language.Languages;

/** Each node keeps an index of its own, in a folder. */
@ApplicationScoped
class LuceneBackend implements IndexBackend {

    private final SearchConfig config;
    private final Sites sites;
    private final Languages languages;

    LuceneBackend(SearchConfig config, Sites sites, Languages languages) {
        this.config = config;
        this.sites = sites;
        this.languages = languages;
    }

    @Override
    public String name() {
        return "lucene";
    }

    @Override
    public IndexStore open() {
        return new LuceneStore(config, sites, languages);
    }
}
