package org.depesche.content.collection.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.depesche.content.collection.CollectionArticleRepository;
import org.depesche.content.collection.CollectionEvent;
import org.depesche.content.collection.CollectionMetadata;
import org.depesche.content.collection.CollectionRepository;
import org.depesche.content.collection.desk.CollectionForm.CollectedArticleRef;
import org.depesche.content.image.ImageEditor;
import org.depesche.content.image.ImageRegistrar;
import org.depesche.content.image.form.ImageForm;
import org.depesche.content.publication.ArticlePublisher;
import org.depesche.content.site.Site;
import org.depesche.content.taxonomy.ChangeKind;
import org.depesche.content.taxonomy.TaxonomyLock;
import org.depesche.kernel.CollectionType;
import org.depesche.kernel.Slug;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.json.JsonForm;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Creates, changes and deletes collections. A change locks all collections of the site. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class CollectionEditor {

    private final CollectionRepository rows;
    private final CollectionArticleRepository members;
    private final CollectionReferenceResolver refs;
    private final ImageRegistrar images;
    private final ImageEditor imageEditor;
    private final TaxonomyLock taxonomyLock;
    private final ArticlePublisher publication;
    private final Event<CollectionEvent> events;
    private final Clock clock;

    CollectionEditor(CollectionRepository rows, CollectionArticleRepository members, CollectionReferenceResolver refs,
            ImageRegistrar images, ImageEditor imageEditor,
            TaxonomyLock taxonomyLock, ArticlePublisher publication, Event<CollectionEvent> events, Clock clock) {
        this.rows = rows;
        this.members = members;
        this.refs = refs;
        this.images = images;
        this.imageEditor = imageEditor;
        this.taxonomyLock = taxonomyLock;
        this.publication = publication;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Creates a list of articles, unless the site has a collection with this slug.
     * @param articles ids, slugs or former slugs
     */
    public void createIfAbsent(Site site, String slug, String name, List<String> articles) {
        if (rows.findForUpdate(site.id(), slug).isEmpty()) {
            var named = articles.stream().map(ref -> new CollectedArticleRef("", ref)).toList();
            create(site, slug, new CollectionFormReader.ParsedCollection(
                    new CollectionForm(null, name, CollectionType.LIST, null, null, named),
                    JsonForm.of(JsonNodeFactory.instance.objectNode(), "")));
        }
    }

    CollectionMetadata create(Site site, String slug, CollectionFormReader.ParsedCollection read) {
        if (read.collection().slug() != null && !read.collection().slug().equals(slug)) {
            read.form().reject("slug", "must be that of the address; it can be changed once it is there.");
        }
        var articles = refs.resolve(read);
        if (!Slug.isSlug(slug) || slug.length() > Slug.MAX_LENGTH || Uuid7.parse(slug).isPresent()) {
            throw Problem.invalidParameters(List.of(InputError.inParameter("slug",
                    "There is nothing at this address, and it is no slug under which something could be made.")));
        }
        var now = clock.instant();
        var created = metadata(Uuid7.next(), site.id(), slug, read.collection(), 1, now);
        rows.insert(created);
        members.replace(created.id(), articles);
        fireEvent(ChangeKind.CREATED, created, List.of(), null, publication.markChanged(articles, now));
        return created;
    }

    CollectionMetadata update(CollectionMetadata before, CollectionFormReader.ParsedCollection read) {
        var articles = refs.resolve(read);
        var now = clock.instant();
        var slug = slug(before, read.collection().slug());
        var after = before.withChanges(metadata(before.id(), before.siteId(), slug, read.collection(), 0, now), now);
        var oldIds = members.articleIdsForUpdate(before.id());
        var changed = new ArrayList<>(before.differences(after));
        if (!oldIds.equals(articles)) {
            members.replace(before.id(), articles);
            changed.add("articles");
        }
        if (changed.isEmpty()) {
            return before;
        }
        rows.update(after);
        if (!slug.equals(before.slug())) {
            rows.recordRename(before, slug);
        }
        fireEvent(ChangeKind.UPDATED, after, changed, slug.equals(before.slug()) ? null : before.slug(),
                publication.markChanged(AffectedArticles.between(before, oldIds, after, articles), now));
        return after;
    }

    void delete(CollectionMetadata collection) {
        var oldIds = members.articleIdsForUpdate(collection.id());
        rows.delete(collection);
        fireEvent(ChangeKind.DELETED, collection, List.of(), null, publication.markChanged(oldIds, clock.instant()));
    }

    private String slug(CollectionMetadata before, @Nullable String requestedSlug) {
        if (requestedSlug == null || requestedSlug.equals(before.slug())) {
            return before.slug();
        }
        if (rows.findForUpdate(before.siteId(), requestedSlug).filter(owner -> !owner.id().equals(before.id())).isPresent()) {
            throw new Problem(ProblemType.CONFLICT,
                    "The slug \"" + requestedSlug + "\" is or was another collection's on this site.");
        }
        return requestedSlug;
    }

    private CollectionMetadata metadata(UUID id, UUID site, String slug, CollectionForm form, long version, Instant now) {
        return new CollectionMetadata(id, site, slug, form.name(), form.type(), form.description(), image(id, form.image()),
                version, now, now);
    }

    private CollectionMetadata.@Nullable CollectionImage image(UUID collection, @Nullable ImageForm form) {
        if (form == null) {
            return null;
        }
        taxonomyLock.lockShared();
        var id = form.id() != null ? form.id()
                : images.register(List.of(form.metadata().scopedTo("collection " + collection))).get(0);
        if (form.isWrittenBack()) {
            imageEditor.writeBack(id, form.overrides());
        }
        return new CollectionMetadata.CollectionImage(id, form.textsOfUse());
    }

    private void fireEvent(ChangeKind kind, CollectionMetadata of, List<String> changed, @Nullable String previousSlug,
            Set<UUID> articles) {
        events.fire(
                new CollectionEvent(kind, of.id(), of.slug(), of.siteId(), clock.instant(), changed, previousSlug, articles));
    }
}
