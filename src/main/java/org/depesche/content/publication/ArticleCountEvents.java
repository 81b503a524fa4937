package org.depesche.content.publication;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import org.depesche.content.author.AuthorEvent;
import org.depesche.content.author.Authors;
import org.depesche.content.category.Categories;
import org.depesche.content.category.CategoryEvent;
import org.depesche.content.listing.ListKind;
import org.depesche.content.site.Sites;
import org.depesche.content.tag.TagEvent;
import org.depesche.content.tag.Tags;
import org.depesche.content.taxonomy.MergedIds;

/** Announces that the target of a merge has the articles of the merged subject, too. */
@ApplicationScoped
class ArticleCountEvents {

    private final Tags tags;
    private final Authors authors;
    private final Categories categories;
    private final Sites sites;
    private final Event<Object> events;

    ArticleCountEvents(Tags tags, Authors authors, Categories categories, Sites sites, Event<Object> events) {
        this.tags = tags;
        this.authors = authors;
        this.categories = categories;
        this.sites = sites;
        this.events = events;
    }

    void fire(MergedIds.Merge merge) {
        switch (ListKind.of(merge.kind())) {
            case TAG ->
                tags.byId(merge.target()).ifPresent(tag -> events.fire(TagEvent.articleCountChanged(tag.id(), tag.slug())));
            case AUTHOR -> authors.byId(merge.target())
                    .ifPresent(author -> events.fire(AuthorEvent.articleCountChanged(author.id(), author.slug())));
            default -> sites.all().stream().map(categories::tree).forEach(tree -> tree.byId(merge.target()).ifPresent(
                    category -> events
                            .fire(CategoryEvent.articleCountChanged(category,
                                    affectedCategories(merge, tree.withAncestors(category.id()))))));
        }
    }

    private static Set<UUID> affectedCategories(MergedIds.Merge merge, Set<UUID> ancestors) {
        var affected = new HashSet<>(merge.leftLists());
        affected.addAll(ancestors);
        return affected;
    }
}
