package org.depesche.content.collection;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.depesche.content.article.Publication;
import org.depesche.content.collection.CollectionForm.Ref;
import org.depesche.content.image.ImageForm;
import org.depesche.content.image.ImageRegistrar;
import org.depesche.content.site.Site;
import org.depesche.content.vocabulary.ChangeKind;
import org.depesche.content.vocabulary.NameGate;
import org.depesche.kernel.Slug;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.form.Form;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Makes, changes and deletes collections; whoever writes holds all those of the site. */
@ApplicationScoped
@Transactional
public class CollectionEditor {

    private final CollectionRows rows;
    private final CollectionMembers members;
    private final CollectedRefs refs;
    private final ImageRegistrar images;
    private final NameGate gate;
    private final Publication publication;
    private final Event<CollectionEvent> events;
    private final Clock clock;

    CollectionEditor(CollectionRows rows, CollectionMembers members, CollectedRefs refs, ImageRegistrar images,
            NameGate gate, Publication publication, Event<CollectionEvent> events, Clock clock) {
        this.rows = rows;
        this.members = members;
        this.refs = refs;
        this.images = images;
        this.gate = gate;
        this.publication = publication;
        this.events = events;
        this.clock = clock;
    }

    /** Makes a list of these articles, named as references name them, where the site has none of this slug. */
    public void provide(Site site, String slug, String name, List<String> articles) {
        if (rows.locked(site.id(), slug).isEmpty()) {
            var named = articles.stream().map(word -> new Ref("", word)).toList();
            create(site, slug, new ReadCollection(
                    new CollectionForm(null, name, CollectionType.LIST, null, null, named),
                    Form.of(JsonNodeFactory.instance.objectNode(), "")));
        }
    }

    NamedCollection create(Site site, String slug, ReadCollection read) {
        if (read.says().slug() != null && !read.says().slug().equals(slug)) {
            read.form().reject("slug", "must be that of the address; it can be changed once it is there.");
        }
        var articles = refs.checked(read);
        if (!Slug.isSlug(slug) || slug.length() > Slug.MAX || Uuid7.parse(slug).isPresent()) {
            throw Problem.invalidParameters(List.of(InputError.inParameter("slug",
                    "There is nothing at this address, and it is no slug under which something could be made.")));
        }
        var now = now();
        var made = says(Uuid7.next(), site.id(), slug, read.says(), 1, now);
        rows.insert(made);
        members.replace(made.id(), articles);
        tell(ChangeKind.CREATED, made, List.of(), null, publication.touch(articles, now));
        return made;
    }

    NamedCollection revise(NamedCollection before, ReadCollection read) {
        var articles = refs.checked(read);
        var now = now();
        var slug = slug(before, read.says().slug());
        var after = before.revised(says(before.id(), before.siteId(), slug, read.says(), 0, now), now);
        var were = members.locked(before.id());
        var changed = new ArrayList<>(before.differences(after));
        if (!were.equals(articles)) {
            members.replace(before.id(), articles);
            changed.add("articles");
        }
        if (changed.isEmpty()) {
            return before;
        }
        rows.update(after);
        if (!slug.equals(before.slug())) {
            rows.renamed(before, slug);
        }
        tell(ChangeKind.UPDATED, after, changed, slug.equals(before.slug()) ? null : before.slug(),
                publication.touch(ShownDifferently.between(before, were, after, articles), now));
        return after;
    }

    void delete(NamedCollection collection) {
        var were = members.locked(collection.id());
        rows.delete(collection);
        tell(ChangeKind.DELETED, collection, List.of(), null, publication.touch(were, now()));
    }

    private String slug(NamedCollection before, @Nullable String wanted) {
        if (wanted == null || wanted.equals(before.slug())) {
            return before.slug();
        }
        if (rows.locked(before.siteId(), wanted).filter(owner -> !owner.id().equals(before.id())).isPresent()) {
            throw new Problem(ProblemType.CONFLICT,
                    "The slug \"" + wanted + "\" is or was another collection's on this site.");
        }
        return wanted;
    }

    private NamedCollection says(UUID id, UUID site, String slug, CollectionForm form, long version, Instant now) {
        return new NamedCollection(id, site, slug, form.name(), form.type(), form.description(), image(id, form.image()),
                version, now, now);
    }

    private @Nullable CollectionImage image(UUID collection, @Nullable ImageForm form) {
        if (form == null) {
            return null;
        }
        gate.pass();
        var id = form.id() != null ? form.id()
                : images.register(List.of(form.fresh().within("collection " + collection))).get(0);
        return new CollectionImage(id, form.words());
    }

    private void tell(ChangeKind kind, NamedCollection of, List<String> changed, @Nullable String previousSlug,
            Set<UUID> articles) {
        events.fire(new CollectionEvent(kind, of.id(), of.slug(), of.siteId(), now(), changed, previousSlug, articles));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
