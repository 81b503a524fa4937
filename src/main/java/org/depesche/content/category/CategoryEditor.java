package org.depesche.content.category;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.depesche.content.site.Site;
import org.depesche.content.vocabulary.Vocabulary;
import org.depesche.kernel.Slug;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/** Makes, changes and deletes categories. */
@ApplicationScoped
@Transactional
public class CategoryEditor {

    private final CategoryRepository repository;
    private final FormerCategorySlugs formerSlugs;
    private final Vocabulary vocabulary;
    private final Event<CategoryEvent> events;
    private final Clock clock;

    CategoryEditor(CategoryRepository repository, FormerCategorySlugs formerSlugs, Vocabulary vocabulary,
            Event<CategoryEvent> events, Clock clock) {
        this.repository = repository;
        this.formerSlugs = formerSlugs;
        this.vocabulary = vocabulary;
        this.events = events;
        this.clock = clock;
    }

    public Category create(Site site, CategoryForm form) {
        var tree = locked(site.id());
        var slug = form.slug() == null ? freeSlug(tree, form.name()) : form.slug();
        if (tree.bySlug(slug).isPresent()) {
            throw new Problem(ProblemType.CONFLICT, "The slug \"" + slug + "\" is or was another category's on this site.");
        }
        var category = CategoryEntity.of(site.id(), slug, form, now());
        repository.persistAndFlush(category);
        fire(category.created());
        return category.category();
    }

    private CategoryTree locked(UUID siteId) {
        vocabulary.touch();
        return new CategoryTree(repository.locked(siteId).stream().map(CategoryEntity::category).toList(),
                formerSlugs.of(siteId));
    }

    private static String freeSlug(CategoryTree tree, String name) {
        var slug = Slug.from(name, "category");
        var free = slug;
        for (var n = 2; tree.bySlug(free).isPresent(); n++) {
            free = Slug.numbered(slug, n);
        }
        return free;
    }

    private void fire(CategoryEvent event) {
        events.fire(event);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
