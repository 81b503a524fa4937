package org.depesche.content.editorial.desk;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.editorial.ArticleState;
import org.depesche.content.editorial.desk.EditorialArticleList.Item;
import org.depesche.platform.access.Caller;
import org.depesche.platform.access.Role;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.page.PageLinks;
import org.jspecify.annotations.Nullable;

/** Reads pages of articles for the desk. Authors get their own articles, editors get all. */
@ApplicationScoped
@Transactional
class EditorialArticlePager {

    private static final String SORT_BY_SAVED = "-savedAt";
    private static final String SORT_BY_DUE = "due";

    private final WorkingCopyPageRepository rows;
    private final EditorialArticleViews views;
    private final Caller caller;
    private final PublicationZone zone;
    private final PageLinks pages;
    private final QueryParameters inputs;

    EditorialArticlePager(WorkingCopyPageRepository rows, EditorialArticleViews views, Caller caller, PublicationZone zone,
            PageLinks pages, QueryParameters inputs) {
        this.rows = rows;
        this.views = views;
        this.caller = caller;
        this.zone = zone;
        this.pages = pages;
        this.inputs = inputs;
    }

    EditorialArticleList page(EditorialArticleParameters filters, EditorialPageParameters given) {
        var filter = filters.parse(inputs);
        var query = given.pageQuery(inputs, filter.isSortedByDueTime() ? SORT_BY_DUE : SORT_BY_SAVED, filter.toString());
        var isCounted = given.wantsTotal(inputs);
        inputs.verify();
        var owner = caller.hasRole(Role.EDITOR) ? null : caller.id();
        var slice = query.slice(rows.page(filter, owner, query), row -> cursorKey(filter, row));
        return new EditorialArticleList(slice.rows().stream().map(this::toItem).toList(),
                pages.pageWithTotal(slice, isCounted, () -> rows.count(filter, owner)));
    }

    private static List<String> cursorKey(EditorialArticleParameters.WorkingCopyFilter filter,
            WorkingCopyPageRepository.WorkingCopySummary row) {
        var schedule = row.metadata().schedule();
        var moment = filter.isSortedByDueTime() && schedule != null ? schedule.at() : row.metadata().lastSave().at();
        return List.of(moment.toString(), row.metadata().id().toString());
    }

    private Item toItem(WorkingCopyPageRepository.WorkingCopySummary row) {
        var entry = row.metadata();
        return new Item(entry.id(), entry.slug(), entry.state().value(), row.headline(), entry.revision(),
                entry.is(ArticleState.PUBLISHED) ? entry.publication().revision() : null, views.scheduledView(entry.schedule()),
                zone.toOffsetDateTime(entry.creator().at()), entry.creator().name(),
                zone.toOffsetDateTime(entry.lastSave().at()),
                entry.lastSave().by(),
                time(entry.publication().publishedAt()), time(entry.publication().updatedAt()));
    }

    private @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : zone.toOffsetDateTime(instant);
    }
}
