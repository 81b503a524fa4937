package org.depesche.content.category;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.depesche.content.listing.ListKind;
import org.depesche.content.site.Site;
import org.depesche.content.taxonomy.MergedIds;
import org.depesche.content.taxonomy.TaxonomyLock;
import org.depesche.content.taxonomy.TaxonomyUsageCheck;
import org.depesche.content.taxonomy.cache.TaxonomyVersion;
import org.depesche.platform.access.Actor;
import org.depesche.platform.audit.AuditAction;
import org.depesche.platform.audit.AuditLog;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

import io.quarkus.arc.All;

/** Creates, changes and deletes categories. Each write locks the site's whole tree. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class CategoryEditor {

    private static final Actor IMPORT = Actor.service("import");

    private final CategoryRepository repository;
    private final FormerCategorySlugRepository formerSlugs;
    private final TaxonomyLock taxonomyLock;
    private final MergedIds merged;
    private final List<TaxonomyUsageCheck> uses;
    private final TaxonomyVersion taxonomyVersion;
    private final AuditLog audit;
    private final Event<CategoryEvent> events;
    private final Clock clock;

    CategoryEditor(CategoryRepository repository, FormerCategorySlugRepository formerSlugs, TaxonomyLock taxonomyLock,
            MergedIds merged,
            @All List<TaxonomyUsageCheck> uses, TaxonomyVersion taxonomyVersion, AuditLog audit, Event<CategoryEvent> events,
            Clock clock) {
        this.repository = repository;
        this.formerSlugs = formerSlugs;
        this.taxonomyLock = taxonomyLock;
        this.merged = merged;
        this.uses = uses;
        this.taxonomyVersion = taxonomyVersion;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Creates a category for an import: with the form's slug, or with a free one derived from the name. */
    public Category create(Site site, CategoryForm form) {
        var category = createCategory(site, tree -> form);
        audit.record(IMPORT, auditAction("create", category.id(), null, category.version()));
        return category;
    }

    /** Creates a category with a form that is read after the tree is locked. */
    public Category create(Site site, Function<CategoryTree, CategoryForm> reading) {
        var category = createCategory(site, reading);
        audit.record(auditAction("create", category.id(), null, category.version()));
        return category;
    }

    private Category createCategory(Site site, Function<CategoryTree, CategoryForm> reading) {
        var tree = lockTree(site);
        var form = reading.apply(tree);
        var rules = new CategoryRules(tree);
        rules.checkParent(form.parentId(), null);
        var category = CategoryEntity.of(site.id(), rules.slug(form, null), form, clock.instant());
        repository.persistAndFlush(category);
        events.fire(category.createdEvent());
        return category.category();
    }

    /**
     * Changes a category.
     *
     * <p>A change of the parent waits for articles that are being published: they would be added to the lists of the
     * former ancestors.
     *
     * @param reading returns the new form, and checks that the client has seen the current version
     */
    public Category update(Site site, String ref, BiFunction<CategoryTree, Category, CategoryForm> reading) {
        taxonomyLock.lockExclusive();
        var tree = lockTree(site);
        var before = byRef(tree, ref);
        var form = reading.apply(tree, before);
        var rules = new CategoryRules(tree);
        rules.checkParent(form.parentId(), before);
        var category = repository.findById(before.id());
        var event = category.update(rules.slug(form, before), form, clock.instant());
        if (!event.changed().isEmpty()) {
            repository.flush();
            updateFormerSlugs(before, category.category());
            audit.record(auditAction("update", before.id(), before.version(), category.category().version()));
            events.fire(event.isMove() ? event.withLists(ancestors(tree, before.id(), form.parentId())) : event);
        }
        return category.category();
    }

    private static Set<UUID> ancestors(CategoryTree tree, UUID one, @Nullable UUID other) {
        var all = new HashSet<>(tree.withAncestors(one));
        if (other != null) {
            all.addAll(tree.withAncestors(other));
        }
        return all;
    }

    /**
     * Merges a category into a target. Its subcategories move below the target. Articles keep the merged id, which is
     * resolved to the target's id from now on.
     *
     * @param reading returns the target
     * @param check checks that the client has seen the current version
     */
    public Category merge(Site site, String ref, Function<CategoryTree, Category> reading, Consumer<Category> check) {
        taxonomyLock.lockExclusive();
        var tree = lockTree(site);
        var source = byRef(tree, ref);
        check.accept(source);
        var target = reading.apply(tree);
        new CategoryRules(tree).checkMerge(source, target);
        var entity = repository.findById(source.id());
        var left = tree.path(source.id()).stream().map(Category::id).collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(left);
        var moved = tree.children(source.id()).stream()
                .map(child -> repository.findById(child.id()).moveWithParent(target.id(), clock.instant())).toList();
        formerSlugs.mergeInto(source, target.id());
        repository.delete(entity);
        var inherited = repository.findById(target.id()).inherit(source, clock.instant());
        repository.flush();
        merged.add(new MergedIds.Merge(source.id(), ListKind.CATEGORY.letter(), target.id(), left), null, clock.instant());
        audit.record(auditAction("merge", source.id(), source.version(), null));
        events.fire(entity.mergedEvent(target, ancestors(tree, source.id(), target.id())));
        moved.forEach(events::fire);
        if (!inherited.changed().isEmpty()) {
            events.fire(inherited);
        }
        return repository.findById(target.id()).category();
    }

    private void updateFormerSlugs(Category before, Category now) {
        if (!before.slug().equals(now.slug())) {
            formerSlugs.save(before.siteId(), before.slug(), before.id());
            formerSlugs.delete(now.siteId(), now.slug());
        }
    }

    /**
     * Deletes a category.
     *
     * @param check checks that the client has seen the current version
     * @throws Problem 409 if articles or other categories are in it
     */
    public void delete(Site site, String ref, Consumer<Category> check) {
        taxonomyLock.lockExclusive();
        var tree = lockTree(site);
        var category = byRef(tree, ref);
        check.accept(category);
        new CategoryRules(tree).checkDeletion(category,
                TaxonomyUsageCheck.blockingUses(uses, merged.withMerged(category.id())));
        var entity = repository.findById(category.id());
        // The category's URLs are then gone (410) instead of unknown (404), until another category takes the slug.
        formerSlugs.save(category.siteId(), category.slug(), category.id());
        repository.delete(entity);
        repository.flush();
        audit.record(auditAction("delete", category.id(), category.version(), null));
        events.fire(entity.deletedEvent());
    }

    /** Locks the tree and returns its latest state, which may be newer than the snapshot of this transaction. */
    private CategoryTree lockTree(Site site) {
        taxonomyVersion.markChanged();
        var all = repository.listForUpdate(site.id()).stream().map(CategoryEntity::category).toList();
        return new CategoryTree(all, all.isEmpty() ? Map.of() : formerSlugs.of(site.id()),
                merged.targets());
    }

    private static AuditAction auditAction(String verb, UUID category, @Nullable Long before, @Nullable Long after) {
        return new AuditAction("category." + verb, "category", category, before, after);
    }

    private static Category byRef(CategoryTree tree, String ref) {
        return tree.byRef(ref).orElseThrow(
                () -> new Problem(ProblemType.NOT_FOUND, "There is no such category." + tree.didYouMean(ref)));
    }
}
