package org.depesche.content.editorial.desk;

import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.editorial.EditorialConfig;
import org.depesche.content.editorial.form.ArticleFormMerger;
import org.depesche.content.editorial.form.ArticleFormReader;
import org.depesche.content.editorial.form.EditorialArticleView;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.json.JsonForm;
import org.jspecify.annotations.Nullable;

/** The desk's requests: reads what came in, and shows what became of it. */
@ApplicationScoped
class EditorialArticles {

    private final ArticleFormReader forms;
    private final ArticleFormMerger merger;
    private final ArticleEditor editor;
    private final ArticleCommand command;
    private final Transactions transactions;
    private final EditorialConfig config;

    EditorialArticles(ArticleFormReader forms, ArticleFormMerger written, ArticleEditor desk, ArticleCommand work,
            Transactions transactions,
            EditorialConfig config) {
        this.forms = forms;
        this.merger = written;
        this.editor = desk;
        this.command = work;
        this.transactions = transactions;
        this.config = config;
    }

    ArticleCommand.ArticleWithETag find(String ref) {
        return transactions.call(() -> command.toResult(editor.find(ref, false), List.of()));
    }

    ArticleCommand.ArticleWithETag create(JsonForm body) {
        var form = forms.read(body);
        return transactions.call(() -> {
            var copy = editor.create(form);
            command.recordAudit("article.create", null, copy);
            return command.toResult(copy, form.warnings());
        });
    }

    ArticleCommand.ArticleWithETag replace(String ref, @Nullable String ifMatch, boolean isAutosave, JsonForm body) {
        return save(ref, ifMatch, isAutosave, present -> merger.mergePut(body, present));
    }

    ArticleCommand.ArticleWithETag patch(String ref, @Nullable String ifMatch, boolean isAutosave, JsonForm body) {
        return save(ref, ifMatch, isAutosave, present -> merger.mergePatch(body, present));
    }

    private ArticleCommand.ArticleWithETag save(String ref, @Nullable String ifMatch, boolean isAutosave,
            Function<EditorialArticleView, JsonForm> reading) {
        return transactions.call(() -> {
            var before = editor.find(ref, true);
            ArticleCommand.ArticleWithETag.etag(before.metadata()).checkChange(ifMatch);
            var form = forms.read(reading.apply(command.view(before, List.of())));
            var after = editor.save(before, form, isAutosave);
            command.recordAudit("article.save", before, after);
            return command.toResult(after, form.warnings());
        });
    }

    ArticleCommand.ArticleWithETag replacePicks(String ref, @Nullable String ifMatch, JsonForm body) {
        var form = RelatedPicksForm.read(body, config.limits());
        return command.execute(ref, ifMatch, "article.pick", copy -> editor.replacePicks(copy, form));
    }

    void delete(String ref, @Nullable String ifMatch) {
        transactions.run(() -> {
            var copy = editor.find(ref, true);
            ArticleCommand.ArticleWithETag.etag(copy.metadata()).checkChange(ifMatch);
            editor.delete(copy);
            command.recordAudit("article.delete", copy, null);
        });
    }
}
