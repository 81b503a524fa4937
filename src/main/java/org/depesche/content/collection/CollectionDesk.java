package org.depesche.content.collection;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.site.Site;
import org.depesche.content.vocabulary.ListPages;
import org.depesche.platform.access.Audit;
import org.depesche.platform.access.Deed;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.form.Form;
import org.depesche.platform.http.EditorialTag;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.page.PageQuery;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** The desk's requests: who changes a collection must have seen its present version. */
@ApplicationScoped
class CollectionDesk {

    private final CollectionRows rows;
    private final CollectionMembers members;
    private final CollectionForms forms;
    private final CollectionEditor editor;
    private final ArticleRefs articles;
    private final ListPages pages;
    private final Transactions transactions;
    private final Audit audit;
    private final PublicationZone zone;

    CollectionDesk(CollectionRows rows, CollectionMembers members, CollectionForms forms, CollectionEditor editor,
            ArticleRefs articles, ListPages pages, Transactions transactions, Audit audit, PublicationZone zone) {
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
        var sizes = members.sizes(slice.rows().stream().map(NamedCollection::id).toList());
        return new EditorialCollectionList(
                slice.rows().stream().map(row -> EditorialCollectionList.Entry.of(site, row,
                        sizes.getOrDefault(row.id(), 0), zone)).toList(),
                pages.counted(slice, isCounted, () -> rows.total(site.id())));
    }

    @Transactional
    EditedCollection one(Site site, String ref) {
        return edited(site, known(rows.find(site.id(), ref)), false);
    }

    EditedCollection put(Site site, String ref, @Nullable String ifMatch, @Nullable String ifNoneMatch, Form body) {
        return transactions.call(() -> {
            var found = rows.locked(site.id(), ref);
            found.map(NamedCollection::tag).orElseGet(EditorialTag::none).checkPut(ifMatch, ifNoneMatch);
            if (found.isEmpty()) {
                var made = editor.create(site, ref, forms.whole(body, Map.of("site", site.slug())));
                record("collection.create", null, made);
                return edited(site, made, true);
            }
            var before = found.get();
            return saved(site, before, editor.revise(before, forms.whole(body, view(site, before))));
        });
    }

    EditedCollection patch(Site site, String ref, @Nullable String ifMatch, Form body) {
        return transactions.call(() -> {
            var before = known(rows.locked(site.id(), ref));
            before.tag().checkChange(ifMatch);
            return saved(site, before, editor.revise(before, forms.patched(body, view(site, before))));
        });
    }

    private EditedCollection saved(Site site, NamedCollection before, NamedCollection after) {
        record("collection.update", before, after);
        return edited(site, after, false);
    }

    void delete(Site site, String ref, @Nullable String ifMatch) {
        transactions.run(() -> {
            var found = known(rows.locked(site.id(), ref));
            found.tag().checkChange(ifMatch);
            editor.delete(found);
            audit.record(new Deed("collection.delete", "collection", found.id(), found.version(), null));
        });
    }

    private static NamedCollection known(Optional<NamedCollection> found) {
        return found.orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "There is no such collection."));
    }

    private EditedCollection edited(Site site, NamedCollection collection, boolean isNew) {
        return new EditedCollection(view(site, collection), collection.tag(), isNew);
    }

    private EditorialCollection view(Site site, NamedCollection collection) {
        var ids = members.of(collection.id());
        var found = articles.byIds(ids);
        return EditorialCollection.of(site, collection,
                ids.stream().map(found::get).filter(Objects::nonNull).toList(), zone);
    }

    private void record(String action, @Nullable NamedCollection before, NamedCollection after) {
        audit.record(new Deed(action, "collection", after.id(), before == null ? null : before.version(), after.version()));
    }
}
