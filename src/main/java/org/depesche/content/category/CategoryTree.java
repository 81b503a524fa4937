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

import org.depesche.kernel.Uuid7;
import org.jspecify.annotations.Nullable;

/** All categories of one site at one moment. */
public final class CategoryTree {

    private final Map<UUID, Category> byId = new LinkedHashMap<>();
    private final Map<String, UUID> bySlug = new HashMap<>();
    private final Map<UUID, UUID> merged;
    private final Map<@Nullable UUID, List<Category>> children = new HashMap<>();

    /**
     * @param inDeskOrder by position, then name
     * @param formerSlugs to the ids of what had them
     * @param merged what stands for each that was merged
     */
    CategoryTree(Collection<Category> inDeskOrder, Map<String, UUID> formerSlugs, Map<UUID, UUID> merged) {
        this.merged = merged;
        bySlug.putAll(formerSlugs);
        for (var category : inDeskOrder) {
            byId.put(category.id(), category);
            bySlug.put(category.slug(), category.id());
            children.computeIfAbsent(category.parentId(), parent -> new ArrayList<>()).add(category);
        }
    }

    /** Of a site without categories. */
    public static CategoryTree empty() {
        return new CategoryTree(List.of(), Map.of(), Map.of());
    }

    public Optional<Category> byId(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** A former slug finds its category too; whoever cares compares. */
    public Optional<Category> bySlug(String slug) {
        return Optional.ofNullable(bySlug.get(slug)).map(byId::get);
    }

    /** What had this slug and is no more, unless something else has it now. */
    public Optional<UUID> deletedId(String slug) {
        return Optional.ofNullable(bySlug.get(slug)).filter(id -> !byId.containsKey(id));
    }

    /** By id, slug or former slug. */
    public Optional<Category> byRef(String ref) {
        return Uuid7.parse(ref).map(id -> merged.getOrDefault(id, id)).map(this::byId).orElseGet(() -> bySlug(ref));
    }

    /** Parents before children, siblings in desk order. */
    public List<Category> all() {
        var all = new ArrayList<Category>(byId.size());
        roots().forEach(root -> collect(root, all));
        return all;
    }

    private void collect(Category category, Collection<Category> into) {
        into.add(category);
        children(category.id()).forEach(child -> collect(child, into));
    }

    public List<Category> roots() {
        return List.copyOf(children.getOrDefault(null, List.of()));
    }

    public List<Category> children(UUID id) {
        return List.copyOf(children.getOrDefault(id, List.of()));
    }

    /** Ancestors first, itself last; empty for an unknown one. */
    public List<Category> path(UUID id) {
        var path = new LinkedList<Category>();
        var next = byId.get(id);
        while (next != null) {
            path.addFirst(next);
            next = next.parentId() == null ? null : byId.get(next.parentId());
        }
        return List.copyOf(path);
    }

    public Set<UUID> withAncestors(UUID id) {
        var ids = new LinkedHashSet<UUID>();
        path(id).forEach(category -> ids.add(category.id()));
        return ids;
    }

    public Set<UUID> withDescendants(UUID id) {
        var below = new ArrayList<Category>();
        byId(id).ifPresent(category -> collect(category, below));
        var ids = new LinkedHashSet<UUID>();
        below.forEach(category -> ids.add(category.id()));
        return ids;
    }
}
