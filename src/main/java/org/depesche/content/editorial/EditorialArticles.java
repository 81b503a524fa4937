package org.depesche.content.editorial;

import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.body.Warning;
import org.depesche.platform.access.Audit;
import org.depesche.platform.access.Deed;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.form.Form;
import org.depesche.platform.http.PublicationZone;
import org.jspecify.annotations.Nullable;

/** The desk's requests: reads what came in, and shows what became of it. */
@ApplicationScoped
class EditorialArticles {

    private final ArticleForms forms;
    private final WrittenForms written;
    private final ArticleDesk desk;
    private final Publishing publishing;
    private final DeskArticles views;
    private final Transactions transactions;
    private final Audit audit;
    private final EditorialConfig config;
    private final PublicationZone zone;

    EditorialArticles(ArticleForms forms, WrittenForms written, ArticleDesk desk, Publishing publishing, DeskArticles views,
            Transactions transactions, Audit audit, EditorialConfig config, PublicationZone zone) {
        this.forms = forms;
        this.written = written;
        this.desk = desk;
        this.publishing = publishing;
        this.views = views;
        this.transactions = transactions;
        this.audit = audit;
        this.config = config;
        this.zone = zone;
    }

    EditedArticle one(String ref) {
        return transactions.call(() -> edited(desk.find(ref, false), List.of()));
    }

    EditedArticle create(Form body) {
        var form = forms.read(body);
        return transactions.call(() -> {
            var copy = desk.create(form);
            record("article.create", null, copy);
            return edited(copy, form.warnings());
        });
    }

    EditedArticle replace(String ref, @Nullable String ifMatch, Form body) {
        return save(ref, ifMatch, present -> written.whole(body, present));
    }

    EditedArticle patch(String ref, @Nullable String ifMatch, Form body) {
        return save(ref, ifMatch, present -> written.patched(body, present));
    }

    private EditedArticle save(String ref, @Nullable String ifMatch, Function<EditorialArticle, Form> reading) {
        return transactions.call(() -> {
            var before = desk.find(ref, true);
            EditedArticle.tag(before.entry()).checkChange(ifMatch);
            var form = forms.read(reading.apply(views.view(before, List.of())));
            var after = desk.save(before, form);
            record("article.save", before, after);
            return edited(after, form.warnings());
        });
    }

    EditedArticle publish(String ref, @Nullable String ifMatch, boolean isDryRun, Form body) {
        var form = PublishForm.read(body, config.limits(), zone, desk.now());
        return transactions.call(() -> {
            var before = desk.find(ref, true);
            if (isDryRun) {
                publishing.check(before);
                return edited(before, List.of());
            }
            EditedArticle.tag(before.entry()).checkChange(ifMatch);
            var after = publishing.publish(before, form);
            record("article.publish", before, after);
            return edited(after, List.of());
        });
    }

    private EditedArticle edited(WorkingCopy copy, List<Warning> warnings) {
        return new EditedArticle(views.view(copy, warnings), EditedArticle.tag(copy.entry()));
    }

    private void record(String action, @Nullable WorkingCopy before, WorkingCopy after) {
        var from = before == null ? null : (long) before.entry().revision();
        audit.record(new Deed(action, "article", after.entry().id(), from, (long) after.entry().revision()));
    }
}
