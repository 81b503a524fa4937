package org.depesche.content.collection.desk;

import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.collection.CollectionArticleRepository;
import org.depesche.content.collection.CollectionMetadata;
import org.depesche.content.collection.CollectionRepository;
import org.depesche.content.site.Site;
import org.depesche.kernel.SlugSuggestion;
import org.depesche.platform.audit.AuditAction;
import org.depesche.platform.audit.AuditLog;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.http.response.ConditionalUpdate;
import org.depesche.platform.http.response.VersionETag;
import org.depesche.platform.http.response.WithETag;
import org.depesche.platform.json.JsonForm;
import org.depesche.platform.page.PageLinks;
import org.depesche.platform.page.PageQuery;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** The editorial API of collections. A change needs the ETag of the current version. */
@ApplicationScoped
class EditorialCollections {

    private final CollectionRepository rows;
    private final CollectionArticleRepository members;
    private final CollectionFormReader forms;
    private final CollectionEditor editor;
    private final WorkingCopyLookup articles;
    private final PageLinks pages;
    private final Transactions transactions;
    private final AuditLog audit;
    private final PublicationZone zone;

    EditorialCollections(CollectionRepository rows, CollectionArticleRepository members, CollectionFormReader forms,
            CollectionEditor editor,
            WorkingCopyLookup articles, PageLinks pages, Transactions transactions, AuditLog audit, PublicationZone zone) {
        this.rows = rows;
        this.members = members;
        this.forms = forms;
        this.editor = editor;
        this.articles = articles;
        this.pages = pages;
        this.transactions = transactions;
        this.audit = audit;
        this.zone = zone;
    }

    @Transactional
    EditorialCollectionList all(Site site, PageQuery page, boolean isCounted) {
        var slice = rows.page(site.id(), page);
        var sizes = members.sizes(slice.rows().stream().map(CollectionMetadata::id).toList());
        return new EditorialCollectionList(
                slice.rows().stream().map(row -> EditorialCollectionList.Entry.of(site, row,
                        sizes.getOrDefault(row.id(), 0), zone)).toList(),
                pages.pageWithTotal(slice, isCounted, () -> rows.total(site.id())));
    }

    @Transactional
    WithETag<EditorialCollectionView> one(Site site, String ref) {
        return withETag(site, required(site, ref, rows.find(site.id(), ref)));
    }

    /** Creates the collection, or replaces all its members. */
    PutResult put(Site site, String slug, Precondition precondition, JsonForm body) {
        return transactions.call(() -> {
            var found = rows.findForUpdate(site.id(), slug);
            found.map(CollectionMetadata::etag).orElseGet(VersionETag::none)
                    .checkPut(precondition.ifMatch(), precondition.ifNoneMatch());
            if (found.isEmpty()) {
                var created = editor.create(site, slug, forms.readNew(body, site.slug()));
                record("collection.create", null, created);
                return new PutResult(withETag(site, created), true);
            }
            return new PutResult(update(site, found.get(), ConditionalUpdate.put(precondition.ifMatch(), body)), false);
        });
    }

    WithETag<EditorialCollectionView> patch(Site site, String ref, ConditionalUpdate update) {
        return transactions.call(() -> {
            var before = required(site, ref, rows.findForUpdate(site.id(), ref));
            update.check(before.etag());
            return update(site, before, update);
        });
    }

    private WithETag<EditorialCollectionView> update(Site site, CollectionMetadata before, ConditionalUpdate update) {
        var after = editor.update(before, forms.readUpdate(update, view(site, before)));
        record("collection.update", before, after);
        return withETag(site, after);
    }

    void delete(Site site, String ref, @Nullable String ifMatch) {
        transactions.run(() -> {
            var found = required(site, ref, rows.findForUpdate(site.id(), ref));
            found.etag().checkChange(ifMatch);
            editor.delete(found);
            audit.record(new AuditAction("collection.delete", "collection", found.id(), found.version(), null));
        });
    }

    private CollectionMetadata required(Site site, String ref, Optional<CollectionMetadata> found) {
        return found.orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "There is no such collection."
                + SlugSuggestion.didYouMean(rows.meant(site.id(), ref))));
    }

    private WithETag<EditorialCollectionView> withETag(Site site, CollectionMetadata collection) {
        return new WithETag<>(view(site, collection), collection.etag());
    }

    private EditorialCollectionView view(Site site, CollectionMetadata collection) {
        var ids = members.articleIds(collection.id());
        var found = articles.byIds(ids);
        return EditorialCollectionView.of(site, collection,
                ids.stream().map(found::get).filter(Objects::nonNull).toList(), zone);
    }

    private void record(String action, @Nullable CollectionMetadata before, CollectionMetadata after) {
        audit.record(
                new AuditAction(action, "collection", after.id(), before == null ? null : before.version(), after.version()));
    }

    /** The headers of a PUT. */
    record Precondition(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
    }

    /** @param isNew the PUT created the collection */
    record PutResult(WithETag<EditorialCollectionView> collection, boolean isNew) {
    }
}
