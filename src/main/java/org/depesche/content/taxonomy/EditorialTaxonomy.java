package org.depesche.content.taxonomy;

import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

import org.depesche.platform.database.Transactions;
import org.depesche.platform.json.JsonForm;
import org.depesche.platform.page.Slice;
import org.jspecify.annotations.Nullable;

/** The desk's requests for tags or authors: who changes one must have seen its present version. */
public final class EditorialTaxonomy {

    private final TaxonomyRepository rows;
    private final TaxonomyEditor editor;
    private final TaxonomyFormReader forms;
    private final Transactions transactions;

    EditorialTaxonomy(TaxonomyRepository rows, TaxonomyEditor editor, TaxonomyFormReader forms, Transactions transactions) {
        this.rows = rows;
        this.editor = editor;
        this.forms = forms;
        this.transactions = transactions;
    }

    /** By name, in German order. */
    public Slice<TaxonomyEntry> page(TaxonomyQuery query) {
        return transactions.call(() -> rows.page(query));
    }

    public long total(TaxonomyQuery query) {
        return transactions.call(() -> rows.total(query));
    }

    /** By id, slug or former slug. */
    public TaxonomyEntry one(String ref) {
        return transactions.call(() -> editor.byRef(ref));
    }

    public TaxonomyEntry create(JsonForm body) {
        var form = forms.readNew(body);
        return transactions.call(() -> editor.create(form));
    }

    public TaxonomyEntry replace(String ref, @Nullable String ifMatch, JsonForm body) {
        return transactions.call(() -> editor.update(ref, before -> {
            before.etag().checkChange(ifMatch);
            return forms.readFull(body, before);
        }));
    }

    public TaxonomyEntry patch(String ref, @Nullable String ifMatch, JsonForm body) {
        return transactions.call(() -> editor.update(ref, before -> {
            before.etag().checkChange(ifMatch);
            return forms.readPatch(body, before);
        }));
    }

    public void delete(String ref, @Nullable String ifMatch) {
        transactions.run(() -> editor.delete(ref, name -> name.etag().checkChange(ifMatch)));
    }

    /** The target, with all that the merged one had. */
    public TaxonomyEntry merge(String ref, @Nullable String ifMatch, JsonForm body) {
        var target = MergeForm.read(body);
        return transactions.call(() -> editor.merge(ref, target, name -> name.etag().checkChange(ifMatch)));
    }

    /** @param forgetting is told the ids of it and of all that was merged into it, and all their slugs */
    public void erase(String ref, @Nullable String ifMatch, BiConsumer<Set<UUID>, Set<String>> forgetting) {
        transactions.run(() -> editor.erase(ref, name -> name.etag().checkChange(ifMatch), forgetting));
    }
}
