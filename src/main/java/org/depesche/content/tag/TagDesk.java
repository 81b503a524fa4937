package org.depesche.content.tag;

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
import org.jspecify.annotations.Nullable;

/** What the desk does with tags. */
@ApplicationScoped
class TagDesk {

    private static final NameKind KIND = new NameKind("tag", ListKind.TAG.letter(), "type", TagType.TOPIC.word(),
            form -> form.choice("type", TagType.BY_WORD).map(TagType::word));

    private final NameDesk names;
    private final ListPages pages;
    private final PublicationZone zone;

    TagDesk(NameDesks desks, Event<TagEvent> events, ListPages pages, PublicationZone zone) {
        this.names = desks.of(KIND, change -> events.fire(TagEvent.of(change)));
        this.pages = pages;
        this.zone = zone;
    }

    DeskTagList list(DeskTagParameters parameters, Inputs inputs) {
        var query = parameters.read(inputs);
        inputs.verify();
        var slice = names.page(query);
        return new DeskTagList(slice.rows().stream().map(this::view).toList(),
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

    DeskTag view(Name name) {
        return DeskTag.of(name, zone);
    }
}
