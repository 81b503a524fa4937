package org.depesche.content.taxonomy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.depesche.platform.database.Transactions;
import org.depesche.platform.http.response.ConditionalUpdate;
import org.depesche.platform.http.response.WithETag;
import org.depesche.platform.json.JsonForm;
import org.depesche.platform.json.ReadOnlyMembers;
import org.depesche.platform.page.Page;
import org.depesche.platform.page.PageLinks;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The editorial API of tags or of authors. A change needs the ETag of the current version.
 *
 * @param <V> the representation
 */
public final class EditorialTaxonomy<V> {

    private static final ReadOnlyMembers READ_ONLY = ReadOnlyMembers.of("id", "createdAt", "updatedAt");

    private final TaxonomyRepository rows;
    private final TaxonomyEditor editor;
    private final TaxonomyFormReader forms;
    private final Function<TaxonomyEntry, V> views;
    private final Transactions transactions;
    private final PageLinks pages;
    private final ObjectMapper json;

    EditorialTaxonomy(TaxonomyRepository rows, TaxonomyEditor editor, TaxonomyFormReader forms,
            Function<TaxonomyEntry, V> views, EditorialTaxonomies context) {
        this.rows = rows;
        this.editor = editor;
        this.forms = forms;
        this.views = views;
        this.transactions = context.transactions();
        this.pages = context.pages();
        this.json = context.json();
    }

    /**
     * Returns one page in the order of German names.
     *
     * @param list creates the representation of the page
     */
    public <L> L list(TaxonomyQuery query, BiFunction<List<V>, Page, L> list) {
        var slice = transactions.call(() -> rows.page(query));
        return list.apply(slice.rows().stream().map(views).toList(),
                pages.pageWithTotal(slice, query.isCounted(), () -> transactions.call(() -> rows.total(query))));
    }

    /**
     * Returns one entry.
     *
     * @param ref an id, slug or former slug
     */
    public WithETag<V> one(String ref) {
        return withETag(transactions.call(() -> editor.byRef(ref)));
    }

    /** Creates an entry. A slug or name that is in use is a conflict (409). */
    public WithETag<V> create(JsonForm body) {
        return withETag(transactions.call(() -> editor.create(() -> forms.read(body))));
    }

    /** Replaces or patches an entry. */
    public WithETag<V> update(String ref, ConditionalUpdate update) {
        return withETag(transactions.call(() -> editor.update(ref, before -> {
            update.check(before.etag());
            return forms.read(update.form(json.valueToTree(views.apply(before)), READ_ONLY));
        })));
    }

    /** Deletes an entry that nothing uses. An entry in use is a conflict (409). */
    public void delete(String ref, @Nullable String ifMatch) {
        transactions.run(() -> editor.delete(ref, entry -> entry.etag().checkChange(ifMatch)));
    }

    /** Merges an entry into another one, and returns that one. */
    public WithETag<V> merge(String ref, @Nullable String ifMatch, JsonForm body) {
        var target = MergeForm.read(body);
        return withETag(transactions.call(() -> editor.merge(ref, target, entry -> entry.etag().checkChange(ifMatch))));
    }

    /**
     * Erases an entry, even if it is in use.
     *
     * @param eraser takes the ids and slugs of the entry and of all entries merged into it
     */
    public void erase(String ref, @Nullable String ifMatch, BiConsumer<Set<UUID>, Set<String>> eraser) {
        transactions.run(() -> editor.erase(ref, entry -> entry.etag().checkChange(ifMatch), eraser));
    }

    private WithETag<V> withETag(TaxonomyEntry entry) {
        return new WithETag<>(views.apply(entry), entry.etag());
    }
}
