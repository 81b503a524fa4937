package org.depesche.content.category;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.depesche.content.machineuse.MachineUse;
import org.depesche.kernel.SlugSuggestion;
import org.depesche.kernel.Uuid7;
import org.jspecify.annotations.Nullable;

/** An immutable tree of all categories of one site. */
public final class CategoryTree {

    private final Map<UUID, Category> byId = new LinkedHashMap<>();
    private final Map<String, UUID> bySlug = new HashMap<>();
    private final Map<UUID, UUID> mergedIds;
    private final Map<@Nullable UUID, List<Category>> children = new HashMap<>();

    /**
     * @param inDeskOrder all categories, sorted by position and then by name
     * @param formerSlugs the category id of each former slug
     * @param mergedIds the target of each merged id
     */
    CategoryTree(Collection<Category> inDeskOrder, Map<String, UUID> formerSlugs, Map<UUID, UUID> mergedIds) {
        this.mergedIds = mergedIds;
        bySlug.putAll(formerSlugs);
        for (var category : inDeskOrder) {
            byId.put(category.id(), category);
            bySlug.put(category.slug(), category.id());
            children.computeIfAbsent(category.parentId(), parent -> new ArrayList<>()).add(category);
        }
    }

    /** Returns the tree of a site without categories. */
    public static CategoryTree empty() {
        return new CategoryTree(List.of(), Map.of(), Map.of());
    }

    public Optional<Category> byId(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Returns the category with this slug or former slug. The caller can compare the slugs. */
    public Optional<Category> bySlug(String slug) {
        return Optional.ofNullable(bySlug.get(slug)).map(byId::get);
    }

    /** Returns whether a category has or had this slug. URLs with the slug of a deleted category may still be in use. */
    public boolean isOrWasSlug(String slug) {
        return bySlug.containsKey(slug);
    }

    /** Returns the id of the deleted category that had this slug, unless another category has it now. */
    public Optional<UUID> deletedId(String slug) {
        return Optional.ofNullable(bySlug.get(slug)).filter(id -> !byId.containsKey(id));
    }

    /** Finds by id, slug or former slug. A merged id finds the target. */
    public Optional<Category> byRef(String ref) {
        return Uuid7.parse(ref).map(id -> mergedIds.getOrDefault(id, id)).map(this::byId).orElseGet(() -> bySlug(ref));
    }

    /** Returns the question "Did you mean …?" for an unknown reference, or an empty text. */
    public String didYouMean(String ref) {
        var names = new HashMap<String, String>();
        byId.values().forEach(category -> names.put(category.slug(), category.name()));
        return SlugSuggestion.didYouMean(SlugSuggestion.among(names, ref));
    }

    /** Returns parents before children, and siblings in their editorial order. */
    public List<Category> all() {
        var categories = new ArrayList<Category>(byId.size());
        roots().forEach(root -> collect(root, categories));
        return categories;
    }

    private void collect(Category category, Collection<Category> target) {
        target.add(category);
        children(category.id()).forEach(child -> collect(child, target));
    }

    /** Returns the categories at the top, in their editorial order. */
    public List<Category> roots() {
        return List.copyOf(children.getOrDefault(null, List.of()));
    }

    /** Returns the children of a category in their editorial order. */
    public List<Category> children(UUID id) {
        return List.copyOf(children.getOrDefault(id, List.of()));
    }

    /** Returns the ancestors from the root, and the category itself at the end. Empty for an unknown id. */
    public List<Category> path(UUID id) {
        var path = new LinkedList<Category>();
        var current = byId.get(id);
        while (current != null) {
            path.addFirst(current);
            current = current.parentId() == null ? null : byId.get(current.parentId());
        }
        return List.copyOf(path);
    }

    /** Returns the policy of a category, which overrides those of its ancestors. {@link MachineUse#NONE} for an unknown id. */
    public MachineUse machineUse(UUID id) {
        var policy = MachineUse.NONE;
        for (var current = byId.get(id); current != null; current = byId.get(current.parentId())) {
            policy = policy.over(current.machineUse());
        }
        return policy;
    }

    /** Returns the ids of the ancestors and of the category itself. Empty for an unknown id. */
    public Set<UUID> withAncestors(UUID id) {
        var ids = new LinkedHashSet<UUID>();
        path(id).forEach(category -> ids.add(category.id()));
        return ids;
    }

    /** Returns the ids of the category and of all categories below it. Empty for an unknown id. */
    public Set<UUID> withDescendants(UUID id) {
        var descendants = new ArrayList<Category>();
        byId(id).ifPresent(category -> collect(category, descendants));
        var ids = new LinkedHashSet<UUID>();
        descendants.forEach(category -> ids.add(category.id()));
        return ids;
    }
}
