package org.depesche.content.vocabulary;

import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

import org.depesche.platform.database.Transactions;
import org.depesche.platform.form.Form;
import org.depesche.platform.page.Slice;
import org.jspecify.annotations.Nullable;

/** The desk's requests for tags or authors: who changes one must have seen its present version. */
public final class NameDesk {

    private final NameRows rows;
    private final NameEditor editor;
    private final NameForms forms;
    private final Transactions transactions;

    NameDesk(NameRows rows, NameEditor editor, NameForms forms, Transactions transactions) {
        this.rows = rows;
        this.editor = editor;
        this.forms = forms;
        this.transactions = transactions;
    }

    /** By name, in German order. */
    public Slice<Name> page(NameQuery query) {
        return transactions.call(() -> rows.page(query));
    }

    public long total(NameQuery query) {
        return transactions.call(() -> rows.total(query));
    }

    /** By id, slug or former slug. */
    public Name one(String ref) {
        return transactions.call(() -> editor.known(ref));
    }

    public Name create(Form body) {
        var form = forms.fresh(body);
        return transactions.call(() -> editor.create(form));
    }

    public Name replace(String ref, @Nullable String ifMatch, Form body) {
        return transactions.call(() -> editor.revise(ref, before -> {
            before.tag().checkChange(ifMatch);
            return forms.whole(body, before);
        }));
    }

    public Name patch(String ref, @Nullable String ifMatch, Form body) {
        return transactions.call(() -> editor.revise(ref, before -> {
            before.tag().checkChange(ifMatch);
            return forms.patched(body, before);
        }));
    }

    public void delete(String ref, @Nullable String ifMatch) {
        transactions.run(() -> editor.delete(ref, name -> name.tag().checkChange(ifMatch)));
    }

    /** The target, with all that the merged one had. */
    public Name merge(String ref, @Nullable String ifMatch, Form body) {
        var target = MergeTarget.read(body);
        return transactions.call(() -> editor.merge(ref, target, name -> name.tag().checkChange(ifMatch)));
    }

    /** @param forgetting is told the ids of it and of all that was merged into it, and all their slugs */
    public void erase(String ref, @Nullable String ifMatch, BiConsumer<Set<UUID>, Set<String>> forgetting) {
        transactions.run(() -> editor.erase(ref, name -> name.tag().checkChange(ifMatch), forgetting));
    }
}
