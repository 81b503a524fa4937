package org.depesche.content.editorial.desk;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.editorial.EditableWorkingCopies;
import org.depesche.content.editorial.EditorialConfig;
import org.depesche.content.editorial.form.ArticleFormMerger;
import org.depesche.content.editorial.form.ArticleFormReader;
import org.depesche.content.editorial.form.EditorialArticleView;
import org.depesche.content.editorial.form.ReferenceResolver;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.http.response.ConditionalUpdate;
import org.depesche.platform.http.response.WithETag;
import org.depesche.platform.json.JsonForm;
import org.jspecify.annotations.Nullable;

/** The editorial API of articles: reads the requests and returns the representations. */
@ApplicationScoped
class EditorialArticles {

    private final ArticleFormReader forms;
    private final ArticleFormMerger merger;
    private final ArticleEditor editor;
    private final ArticleCommand command;
    private final ReferenceResolver references;
    private final EditableWorkingCopies workingCopies;
    private final EditorialArticleViews views;
    private final Transactions transactions;
    private final EditorialConfig config;

    EditorialArticles(ArticleFormReader forms, ArticleFormMerger merger, ArticleEditor editor, ArticleCommand command,
            ReferenceResolver references, EditableWorkingCopies workingCopies, EditorialArticleViews views,
            Transactions transactions,
            EditorialConfig config) {
        this.forms = forms;
        this.merger = merger;
        this.editor = editor;
        this.command = command;
        this.references = references;
        this.workingCopies = workingCopies;
        this.views = views;
        this.transactions = transactions;
        this.config = config;
    }

    WithETag<EditorialArticleView> find(String ref) {
        return transactions.call(() -> views.withETag(workingCopies.find(ref), List.of()));
    }

    WithETag<EditorialArticleView> create(JsonForm body) {
        var form = forms.read(body);
        return transactions.call(() -> {
            var copy = editor.create(form);
            command.recordAudit("article.create", null, copy);
            return views.withETag(copy, references.warnings(form));
        });
    }

    WithETag<EditorialArticleView> update(String ref, boolean isAutosave, ConditionalUpdate update) {
        return command.change(ref, before -> update.check(before.metadata().etag()), "article.save", before -> {
            var form = forms.read(merger.merge(update, views.view(before, List.of()), before.metadata().wasPublished()));
            return new ArticleCommand.CopyWithWarnings(editor.save(before, form, isAutosave), references.warnings(form));
        });
    }

    WithETag<EditorialArticleView> replacePicks(String ref, @Nullable String ifMatch, JsonForm body) {
        var form = RelatedPicksForm.read(body, config.limits());
        return command.execute(ref, ifMatch, "article.pick", copy -> editor.replacePicks(copy, form, body));
    }

    void delete(String ref, @Nullable String ifMatch) {
        command.executeDeletion(ref, ifMatch, copy -> {
            editor.delete(copy);
            command.recordAudit("article.delete", copy, null);
        });
    }
}
