package org.depesche.content.collection.desk;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.collection.CollectionArticleRepository;
import org.depesche.content.collection.CollectionMetadata;
import org.depesche.content.collection.CollectionRepository;
import org.depesche.content.site.Site;
import org.depesche.content.taxonomy.PageLinks;
import org.depesche.platform.audit.AuditAction;
import org.depesche.platform.audit.AuditLog;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.http.response.VersionETag;
import org.depesche.platform.json.JsonForm;
import org.depesche.platform.page.PageQuery;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** The desk's requests: who changes a collection must have seen its present version. */
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
    CollectionWithETag one(Site site, String ref) {
        return withETag(site, required(rows.find(site.id(), ref)), false);
    }

    CollectionWithETag put(Site site, String ref, @Nullable String ifMatch, @Nullable String ifNoneMatch, JsonForm body) {
        return transactions.call(() -> {
            var found = rows.findForUpdate(site.id(), ref);
            found.map(CollectionMetadata::etag).orElseGet(VersionETag::none).checkPut(ifMatch, ifNoneMatch);
            if (found.isEmpty()) {
                var made = editor.create(site, ref, forms.readFull(body, Map.of("site", site.slug())));
                record("collection.create", null, made);
                return withETag(site, made, true);
            }
            var before = found.get();
            return recordUpdate(site, before, editor.update(before, forms.readFull(body, view(site, before))));
        });
    }

    CollectionWithETag patch(Site site, String ref, @Nullable String ifMatch, JsonForm body) {
        return transactions.call(() -> {
            var before = required(rows.findForUpdate(site.id(), ref));
            before.etag().checkChange(ifMatch);
            return recordUpdate(site, before, editor.update(before, forms.readPatch(body, view(site, before))));
        });
    }

    private CollectionWithETag recordUpdate(Site site, CollectionMetadata before, CollectionMetadata after) {
        record("collection.update", before, after);
        return withETag(site, after, false);
    }

    void delete(Site site, String ref, @Nullable String ifMatch) {
        transactions.run(() -> {
            var found = required(rows.findForUpdate(site.id(), ref));
            found.etag().checkChange(ifMatch);
            editor.delete(found);
            audit.record(new AuditAction("collection.delete", "collection", found.id(), found.version(), null));
        });
    }

    private static CollectionMetadata required(Optional<CollectionMetadata> found) {
        return found.orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "There is no such collection."));
    }

    private CollectionWithETag withETag(Site site, CollectionMetadata collection, boolean isNew) {
        return new CollectionWithETag(view(site, collection), collection.etag(), isNew);
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

    /** What the desk gets, the tag that stands for its version, and whether it was just made. */
    record CollectionWithETag(EditorialCollectionView view, VersionETag etag, boolean isNew) {
    }
}
