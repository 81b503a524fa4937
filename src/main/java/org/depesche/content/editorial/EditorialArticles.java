package org.depesche.content.editorial;

import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.platform.database.Transactions;
import org.depesche.platform.form.Form;
import org.jspecify.annotations.Nullable;

/** The desk's requests: reads what came in, and shows what became of it. */
@ApplicationScoped
class EditorialArticles {

    private final ArticleForms forms;
    private final WrittenForms written;
    private final ArticleDesk desk;
    private final DeskWork work;
    private final Transactions transactions;
    private final EditorialConfig config;

    EditorialArticles(ArticleForms forms, WrittenForms written, ArticleDesk desk, DeskWork work, Transactions transactions,
            EditorialConfig config) {
        this.forms = forms;
        this.written = written;
        this.desk = desk;
        this.work = work;
        this.transactions = transactions;
        this.config = config;
    }

    EditedArticle one(String ref) {
        return transactions.call(() -> work.edited(desk.find(ref, false), List.of()));
    }

    EditedArticle create(Form body) {
        var form = forms.read(body);
        return transactions.call(() -> {
            var copy = desk.create(form);
            work.record("article.create", null, copy);
            return work.edited(copy, form.warnings());
        });
    }

    EditedArticle replace(String ref, @Nullable String ifMatch, boolean isAutosave, Form body) {
        return save(ref, ifMatch, isAutosave, present -> written.whole(body, present));
    }

    EditedArticle patch(String ref, @Nullable String ifMatch, boolean isAutosave, Form body) {
        return save(ref, ifMatch, isAutosave, present -> written.patched(body, present));
    }

    private EditedArticle save(String ref, @Nullable String ifMatch, boolean isAutosave,
            Function<EditorialArticle, Form> reading) {
        return transactions.call(() -> {
            var before = desk.find(ref, true);
            EditedArticle.tag(before.entry()).checkChange(ifMatch);
            var form = forms.read(reading.apply(work.view(before, List.of())));
            var after = desk.save(before, form, isAutosave);
            work.record("article.save", before, after);
            return work.edited(after, form.warnings());
        });
    }

    EditedArticle pick(String ref, @Nullable String ifMatch, Form body) {
        var form = PicksForm.read(body, config.limits());
        return work.change(ref, ifMatch, "article.pick", copy -> desk.pick(copy, form));
    }

    void delete(String ref, @Nullable String ifMatch) {
        transactions.run(() -> {
            var copy = desk.find(ref, true);
            EditedArticle.tag(copy.entry()).checkChange(ifMatch);
            desk.delete(copy);
            work.record("article.delete", copy, null);
        });
    }
}
