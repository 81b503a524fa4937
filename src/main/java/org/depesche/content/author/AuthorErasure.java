package org.depesche.content.author;

import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import org.depesche.platform.idempotency.IdempotencyStore;

/** Erases an author from the tables of other packages, in the transaction that erases the author. */
@ApplicationScoped
class AuthorErasure {

    private final IdempotencyStore responses;
    private final Event<AuthorErased> events;

    AuthorErasure(IdempotencyStore responses, Event<AuthorErased> events) {
        this.responses = responses;
        this.events = events;
    }

    /**
     * Deletes stored responses that contain the author, and fires the event by which other packages delete what they store.
     * Articles lose the byline. The change log keeps the fact that an author was erased.
     *
     * @param ids the author and the authors merged into it
     * @param slugs their present and former slugs
     */
    void erase(Set<UUID> ids, Set<String> slugs) {
        ids.forEach(responses::deleteResponsesContaining);
        slugs.forEach(slug -> responses.deleteResponsesContaining('"' + slug + '"'));
        events.fire(new AuthorErased(ids, slugs));
    }
}
