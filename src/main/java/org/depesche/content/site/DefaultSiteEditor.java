package org.depesche.content.site;

import java.net.URI;
import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import org.depesche.content.taxonomy.cache.TaxonomyVersion;
import org.depesche.platform.database.Transactions;

/** Gives the default site a name and a URL of its own, for the sample newsroom. */
@ApplicationScoped
public class DefaultSiteEditor {

    private final SiteRepository sites;
    private final SiteConfig config;
    private final TaxonomyVersion version;
    private final Event<SiteEvent> events;
    private final Transactions transactions;
    private final Clock clock;

    DefaultSiteEditor(SiteRepository sites, SiteConfig config, TaxonomyVersion version, Event<SiteEvent> events,
            Transactions transactions, Clock clock) {
        this.sites = sites;
        this.config = config;
        this.version = version;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Sets the name and the URL, unless the site has a URL or the configuration sets them. */
    public void introduce(String name, URI url) {
        transactions.run(() -> {
            version.markChanged();
            sites.findDefault().filter(site -> !site.hasUrl()).ifPresent(site -> {
                var event = site.introduce(config.name().orElse(name), config.url().orElse(url), clock.instant());
                sites.flush();
                events.fire(event);
            });
        });
    }
}
