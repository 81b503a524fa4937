package org.depesche.content.author;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import org.depesche.content.image.form.ImageReferenceReader;
import org.depesche.content.listing.ListKind;
import org.depesche.content.taxonomy.EditorialTaxonomies;
import org.depesche.content.taxonomy.EditorialTaxonomy;
import org.depesche.content.taxonomy.TaxonomyKind;
import org.depesche.content.taxonomy.TaxonomyMember;
import org.depesche.platform.json.JsonForm;

/** Creates the taxonomy of authors with its members. It fires an {@link AuthorEvent} for each change. */
@ApplicationScoped
class EditorialAuthors {

    static final int MAX_INITIALS = 20;
    static final int MAX_ROLE = 200;
    private static final String EMAIL = "email";
    static final int MAX_EMAIL = 254;

    private final EditorialTaxonomy<EditorialAuthorView> taxonomy;

    EditorialAuthors(EditorialTaxonomies taxonomies, ImageReferenceReader images, Event<AuthorEvent> events) {
        this.taxonomy = taxonomies.forKind(new TaxonomyKind("author", ListKind.AUTHOR.letter(), List.of(
                TaxonomyMember.text("initials", form -> form.text("initials", MAX_INITIALS)),
                TaxonomyMember.description(), TaxonomyMember.image(images::read),
                TaxonomyMember.text("role", form -> form.text("role", MAX_ROLE)),
                TaxonomyMember.text(EMAIL, EditorialAuthors::email),
                TaxonomyMember.text("links", AuthorLinks::read))), EditorialAuthorView::of,
                change -> events.fire(AuthorEvent.of(change)));
    }

    EditorialTaxonomy<EditorialAuthorView> taxonomy() {
        return taxonomy;
    }

    private static Optional<String> email(JsonForm form) {
        var email = form.text(EMAIL, MAX_EMAIL);
        if (email.filter(text -> !EmailAddress.isValid(text)).isPresent()) {
            form.reject(EMAIL, "must be an e-mail address alone, such as redaktion@example.org.");
        }
        return email;
    }
}
