package org.depesche.content.author;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import org.depesche.content.listing.ListKind;
import org.depesche.content.vocabulary.ListPages;
import org.depesche.content.vocabulary.Name;
import org.depesche.content.vocabulary.NameDesk;
import org.depesche.content.vocabulary.NameDesks;
import org.depesche.content.vocabulary.NameKind;
import org.depesche.platform.form.Form;
import org.depesche.platform.http.Inputs;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.idempotency.Idempotency;
import org.jspecify.annotations.Nullable;

/** What the desk does with authors. */
@ApplicationScoped
class AuthorDesk {

    private static final int MAX_INITIALS = 20;
    private static final NameKind KIND = new NameKind("author", ListKind.AUTHOR.letter(), "initials", null,
            form -> form.text("initials", MAX_INITIALS));

    private final NameDesk names;
    private final ListPages pages;
    private final PublicationZone zone;
    private final Idempotency answers;
    private final Event<AuthorErased> erased;

    AuthorDesk(NameDesks desks, Event<AuthorEvent> events, ListPages pages, PublicationZone zone, Idempotency answers,
            Event<AuthorErased> erased) {
        this.names = desks.of(KIND, change -> events.fire(AuthorEvent.of(change)));
        this.pages = pages;
        this.zone = zone;
        this.answers = answers;
        this.erased = erased;
    }

    DeskAuthorList list(DeskAuthorParameters parameters, Inputs inputs) {
        var query = parameters.read(inputs);
        inputs.verify();
        var slice = names.page(query);
        return new DeskAuthorList(slice.rows().stream().map(this::view).toList(),
                pages.counted(slice, query.isCounted(), () -> names.total(query)));
    }

    Name one(String ref) {
        return names.one(ref);
    }

    Name create(Form body) {
        return names.create(body);
    }

    Name replace(String ref, @Nullable String ifMatch, Form body) {
        return names.replace(ref, ifMatch, body);
    }

    Name patch(String ref, @Nullable String ifMatch, Form body) {
        return names.patch(ref, ifMatch, body);
    }

    Name merge(String ref, @Nullable String ifMatch, Form body) {
        return names.merge(ref, ifMatch, body);
    }

    void delete(String ref, @Nullable String ifMatch) {
        names.delete(ref, ifMatch);
    }

    /** Bylines lose the name, kept answers go; of what was told of it, the log keeps that something was. */
    void erase(String ref, @Nullable String ifMatch) {
        names.erase(ref, ifMatch, (ids, slugs) -> {
            ids.forEach(answers::forget);
            slugs.forEach(slug -> answers.forget('"' + slug + '"'));
            erased.fire(new AuthorErased(ids));
        });
    }

    DeskAuthor view(Name name) {
        return DeskAuthor.of(name, zone);
    }
}
