package org.depesche.content.category;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

import org.depesche.content.listing.ListKind;
import org.depesche.content.site.Site;
import org.depesche.content.vocabulary.Merge;
import org.depesche.content.vocabulary.Merged;
import org.depesche.content.vocabulary.NameGate;
import org.depesche.content.vocabulary.NameUse;
import org.depesche.content.vocabulary.Vocabulary;
import org.depesche.platform.access.Actor;
import org.depesche.platform.access.Audit;
import org.depesche.platform.access.Deed;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

import io.quarkus.arc.All;

/** Makes, changes and deletes categories; whoever writes holds the site's whole tree. */
@ApplicationScoped
@Transactional
public class CategoryEditor {

    private static final Actor IMPORT = Actor.service("import");

    private final CategoryRepository repository;
    private final FormerCategorySlugs formerSlugs;
    private final NameGate gate;
    private final Merged merged;
    private final List<NameUse> uses;
    private final Vocabulary vocabulary;
    private final Audit audit;
    private final Event<CategoryEvent> events;
    private final Clock clock;

    CategoryEditor(CategoryRepository repository, FormerCategorySlugs formerSlugs, NameGate gate, Merged merged,
            @All List<NameUse> uses, Vocabulary vocabulary, Audit audit, Event<CategoryEvent> events, Clock clock) {
        this.repository = repository;
        this.formerSlugs = formerSlugs;
        this.gate = gate;
        this.merged = merged;
        this.uses = uses;
        this.vocabulary = vocabulary;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** As an import makes one: with a slug of its own, or one that is free. */
    public Category create(Site site, CategoryForm form) {
        var category = made(site, tree -> form);
        audit.record(IMPORT, deed("create", category.id(), null, category.version()));
        return category;
    }

    /** With a form that is read when the tree is known. */
    Category create(Site site, Function<CategoryTree, CategoryForm> reading) {
        var category = made(site, reading);
        audit.record(deed("create", category.id(), null, category.version()));
        return category;
    }

    private Category made(Site site, Function<CategoryTree, CategoryForm> reading) {
        var tree = locked(site);
        var form = reading.apply(tree);
        var rules = new CategoryRules(tree);
        rules.checkPlace(form.parentId(), null);
        var category = CategoryEntity.of(site.id(), rules.slug(form, null), form, now());
        repository.persistAndFlush(category);
        events.fire(category.created());
        return category.category();
    }

    /**
     * The reading also checks that whoever changes it has seen its present version. It may move: whoever publishes at the
     * moment
     * is waited for, or would write the article into the lists of the former ancestors.
     */
    Category revise(Site site, String ref, BiFunction<CategoryTree, Category, CategoryForm> reading) {
        gate.close();
        var tree = locked(site);
        var before = known(tree, ref);
        var form = reading.apply(tree, before);
        var rules = new CategoryRules(tree);
        rules.checkPlace(form.parentId(), before);
        var category = repository.findById(before.id());
        var event = category.revise(rules.slug(form, before), form, now());
        if (!event.changed().isEmpty()) {
            repository.flush();
            rename(before, category.category());
            audit.record(deed("update", before.id(), before.version(), category.category().version()));
            events.fire(event.isMove() ? event.changing(above(tree, before.id(), form.parentId())) : event);
        }
        return category.category();
    }

    private static Set<UUID> above(CategoryTree tree, UUID one, @Nullable UUID other) {
        var all = new HashSet<>(tree.withAncestors(one));
        if (other != null) {
            all.addAll(tree.withAncestors(other));
        }
        return all;
    }

    /** Its sub-categories move below the target; its articles keep its id, which is read as the target's from now on. */
    Category merge(Site site, String ref, Function<CategoryTree, Category> reading, Consumer<Category> check) {
        gate.close();
        var tree = locked(site);
        var source = known(tree, ref);
        check.accept(source);
        var target = reading.apply(tree);
        new CategoryRules(tree).checkMerge(source, target);
        var entity = repository.findById(source.id());
        var left = tree.path(source.id()).stream().map(Category::id).collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(left);
        var moved = tree.children(source.id()).stream()
                .map(child -> repository.findById(child.id()).moveWithParent(target.id(), now())).toList();
        formerSlugs.handOver(source, target.id());
        repository.delete(entity);
        repository.findById(target.id()).touch(now());
        repository.flush();
        merged.add(new Merge(source.id(), ListKind.CATEGORY.letter(), target.id(), left), null, now());
        audit.record(deed("merge", source.id(), source.version(), null));
        events.fire(entity.merged(target, above(tree, source.id(), target.id())));
        moved.forEach(events::fire);
        return repository.findById(target.id()).category();
    }

    private void rename(Category before, Category now) {
        if (!before.slug().equals(now.slug())) {
            formerSlugs.remember(before.siteId(), before.slug(), before.id());
            formerSlugs.forget(now.siteId(), now.slug());
        }
    }

    void delete(Site site, String ref, Consumer<Category> check) {
        gate.close();
        var tree = locked(site);
        var category = known(tree, ref);
        check.accept(category);
        new CategoryRules(tree).checkDeletion(category, NameUse.all(uses, merged.with(category.id())));
        var entity = repository.findById(category.id());
        // Its addresses are gone rather than unknown, until another category takes them up.
        formerSlugs.remember(category.siteId(), category.slug(), category.id());
        repository.delete(entity);
        repository.flush();
        audit.record(deed("delete", category.id(), category.version(), null));
        events.fire(entity.deleted());
    }

    /** The very latest state, whatever this transaction read before. */
    private CategoryTree locked(Site site) {
        vocabulary.touch();
        var all = repository.locked(site.id()).stream().map(CategoryEntity::category).toList();
        return new CategoryTree(all, all.isEmpty() ? Map.of() : formerSlugs.of(site.id()),
                merged.targets());
    }

    private static Deed deed(String verb, UUID category, @Nullable Long before, @Nullable Long after) {
        return new Deed("category." + verb, "category", category, before, after);
    }

    private static Category known(CategoryTree tree, String ref) {
        return tree.byRef(ref).orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "There is no such category."));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
