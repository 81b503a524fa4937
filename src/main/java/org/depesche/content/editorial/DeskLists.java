package org.depesche.content.editorial;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.editorial.EditorialArticleList.Item;
import org.depesche.platform.access.Caller;
import org.depesche.platform.access.Role;
import org.depesche.platform.http.Addresses;
import org.depesche.platform.http.Inputs;
import org.depesche.platform.http.Provenance;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.page.Page;
import org.jspecify.annotations.Nullable;

/** The desk's lists: an author's own articles, an editor's all. */
@ApplicationScoped
@Transactional
class DeskLists {

    private static final String SAVED = "-savedAt";
    private static final String DUE = "due";

    private final DeskListRows rows;
    private final DeskArticles views;
    private final Caller caller;
    private final PublicationZone zone;
    private final Addresses addresses;
    private final Provenance provenance;
    private final Inputs inputs;

    DeskLists(DeskListRows rows, DeskArticles views, Caller caller, PublicationZone zone, Addresses addresses,
            Provenance provenance, Inputs inputs) {
        this.rows = rows;
        this.views = views;
        this.caller = caller;
        this.zone = zone;
        this.addresses = addresses;
        this.provenance = provenance;
        this.inputs = inputs;
    }

    EditorialArticleList page(DeskListParameters filters, DeskPageParameters given) {
        var filter = filters.read(inputs);
        var query = given.page(inputs, filter.isByDue() ? DUE : SAVED, filter.toString());
        var isCounted = given.isCounted(inputs);
        inputs.verify();
        var owner = caller.is(Role.EDITOR) ? null : caller.id();
        var slice = query.slice(rows.page(filter, owner, query), row -> key(filter, row));
        var page = Page.of(slice, cursor -> addresses.with("cursor", cursor));
        page.following().ifPresent(next -> provenance.link("next", next));
        page.preceding().ifPresent(previous -> provenance.link("prev", previous));
        return new EditorialArticleList(slice.rows().stream().map(this::item).toList(),
                isCounted ? page.withTotal(rows.count(filter, owner)) : page);
    }

    private static List<String> key(DeskListParameters.Filter filter, DeskListRows.Row row) {
        var schedule = row.entry().schedule();
        var moment = filter.isByDue() && schedule != null ? schedule.at() : row.entry().saved().at();
        return List.of(moment.toString(), row.entry().id().toString());
    }

    private Item item(DeskListRows.Row row) {
        var entry = row.entry();
        return new Item(entry.id(), entry.slug(), entry.state().word(), row.headline(), entry.revision(),
                entry.is(ArticleState.PUBLISHED) ? entry.publication().revision() : null, views.scheduled(entry.schedule()),
                zone.of(entry.createdAt()), entry.creator().name(), zone.of(entry.saved().at()), entry.saved().by(),
                time(entry.publication().publishedAt()), time(entry.publication().updatedAt()));
    }

    private @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : zone.of(instant);
    }
}
