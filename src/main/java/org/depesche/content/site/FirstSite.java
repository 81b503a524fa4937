package org.depesche.content.site;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;

import org.depesche.content.vocabulary.Vocabulary;
import org.depesche.kernel.Language;

import io.quarkus.runtime.StartupEvent;

/** Sees to it that there is a default site and that it is as configured, before anything else starts. */
@ApplicationScoped
class FirstSite {

    private static final List<String> SCHEMES = List.of("http", "https");

    private final SiteRepository sites;
    private final SiteConfig config;
    private final Vocabulary vocabulary;
    private final Event<SiteEvent> events;
    private final Clock clock;

    FirstSite(SiteRepository sites, SiteConfig config, Vocabulary vocabulary, Event<SiteEvent> events, Clock clock) {
        this.sites = sites;
        this.config = config;
        this.vocabulary = vocabulary;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    void make(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start) {
        refuseNonsense();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var site = sites.standard().orElseGet(() -> {
            var first = SiteEntity.first(now);
            first.follow(config, now);
            sites.persistAndFlush(first);
            fire(first.created());
            return first;
        });
        var followed = site.follow(config, now);
        if (!followed.changed().isEmpty()) {
            sites.flush();
            fire(followed);
        }
    }

    private void refuseNonsense() {
        config.url().filter(url -> !SCHEMES.contains(url.getScheme()) || url.getHost() == null).ifPresent(url -> {
            throw new IllegalStateException("depesche.site.url is no http or https address: " + url);
        });
        config.language().filter(language -> Language.normalised(language).isEmpty()).ifPresent(language -> {
            throw new IllegalStateException("depesche.site.language is no language tag: " + language);
        });
    }

    private void fire(SiteEvent event) {
        vocabulary.touch();
        events.fire(event);
    }
}
