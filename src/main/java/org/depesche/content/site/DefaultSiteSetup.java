package org.depesche.content.site;

import java.time.Clock;
import java.util.List;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

import org.depesche.content.taxonomy.cache.TaxonomyVersion;
import org.depesche.kernel.LanguageTag;
import org.depesche.kernel.PlainText;
import org.depesche.platform.database.DuplicateKey;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.json.WebUrl;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Creates the default site and applies the configuration to it, before the other parts of the service start. */
@ApplicationScoped
class DefaultSiteSetup {

    private static final List<String> SCHEMES = List.of("http", "https");

    private final SiteRepository sites;
    private final SiteConfig config;
    private final TaxonomyVersion taxonomyVersion;
    private final Event<SiteEvent> events;
    private final Clock clock;
    private final Transactions transactions;

    DefaultSiteSetup(SiteRepository sites, SiteConfig config, TaxonomyVersion taxonomyVersion, Event<SiteEvent> events,
            Clock clock, Transactions transactions) {
        this.sites = sites;
        this.config = config;
        this.taxonomyVersion = taxonomyVersion;
        this.events = events;
        this.clock = clock;
        this.transactions = transactions;
    }

    void createOrConfigure(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start) {
        validate(config);
        transactions.run(this::createOrConfigure);
    }

    private void createOrConfigure() {
        var now = clock.instant();
        var site = sites.findDefault().orElseGet(() -> {
            var created = SiteEntity.defaultSite(now);
            created.applyConfig(config, now);
            DuplicateKey.detect("another node made the default site", () -> sites.persistAndFlush(created));
            fire(created.createdEvent());
            return created;
        });
        var event = site.applyConfig(config, now);
        if (!event.changed().isEmpty()) {
            sites.flush();
            fire(event);
        }
    }

    /** The limits are those of the form, because the columns of the table have them. */
    static void validate(SiteConfig config) {
        config.name().filter(name -> name.codePointCount(0, name.length()) > SiteFormReader.MAX_NAME).ifPresent(name -> {
            throw new ConfigurationException("depesche.site.name has more than " + SiteFormReader.MAX_NAME + " characters.");
        });
        config.name().filter(PlainText::isInvisible).ifPresent(name -> {
            throw new ConfigurationException("depesche.site.name has no visible character.");
        });
        config.url().filter(url -> url.getScheme() == null || !SCHEMES.contains(url.getScheme()) || url.getHost() == null)
                .ifPresent(url -> {
                    throw new ConfigurationException("depesche.site.url is no http or https address: " + url);
                });
        config.url().filter(url -> url.toString().length() > WebUrl.MAX_LENGTH).ifPresent(url -> {
            throw new ConfigurationException("depesche.site.url has more than " + WebUrl.MAX_LENGTH + " characters.");
        });
        config.url().filter(url -> url.getRawQuery() != null || url.getRawFragment() != null).ifPresent(url -> {
            throw new ConfigurationException("depesche.site.url has a query or a fragment: " + url);
        });
        config.articleUrl().flatMap(UrlTemplateValidator::articleUrlError).ifPresent(error -> {
            throw new ConfigurationException("depesche.site.article-url " + error);
        });
        config.articleUrl().map(UrlTemplateValidator::encode)
                .filter(encoded -> encoded.length() > SiteFormReader.MAX_TEMPLATE).ifPresent(encoded -> {
                    throw new ConfigurationException("depesche.site.article-url has more than " + SiteFormReader.MAX_TEMPLATE
                            + " characters when it is percent-encoded.");
                });
        config.language().filter(language -> LanguageTag.normalize(language).isEmpty()).ifPresent(language -> {
            throw new ConfigurationException("depesche.site.language is no language tag: " + language);
        });
    }

    private void fire(SiteEvent event) {
        taxonomyVersion.markChanged();
        events.fire(event);
    }
}
