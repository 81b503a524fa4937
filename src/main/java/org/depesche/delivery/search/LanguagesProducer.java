package org.depesche.delivery.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.depesche.delivery.search.language.Languages;

/** The one {@link Languages} of the service: its dictionary takes some megabytes. */
@ApplicationScoped
class LanguagesProducer {

    @Produces
    @Singleton
    Languages languages() {
        return Languages.shipped();
    }
}
