package org.depesche.content.category;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.depesche.content.taxonomy.TaxonomyUsageCheck;
import org.depesche.kernel.Slug;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** What a site's tree allows. */
public record CategoryRules(CategoryTree tree) {

    /** Nobody finds anything deeper, and addresses, menus and our own recursion stay within reason. */
    static final int MAX_DEPTH = 20;

    /** First words of the site's other addresses: {@code /tag/…} must not be an article of a category "tag". */
    private static final Set<String> RESERVED_SLUGS = Set.of("tag", "author", "collection");

    /** The one asked for, or a free one made from the name; {@code self} may keep or take up again what was its own. */
    String slug(CategoryForm form, @Nullable Category self) {
        if (form.slug() == null) {
            return self != null ? self.slug() : freeSlug(form.name());
        }
        if (RESERVED_SLUGS.contains(form.slug())) {
            throw conflict("/slug", "\"" + form.slug() + "\" begins other addresses of the site.");
        }
        if (!isFree(form.slug(), self)) {
            throw conflict("/slug", "The slug \"" + form.slug() + "\" is or was another category's on this site.");
        }
        return form.slug();
    }

    private String freeSlug(String name) {
        var slug = Slug.from(name, "category");
        var free = slug;
        for (var n = 2; !isFree(free, null) || RESERVED_SLUGS.contains(free); n++) {
            free = Slug.numbered(slug, n);
        }
        return free;
    }

    private boolean isFree(String slug, @Nullable Category self) {
        return tree.bySlug(slug).filter(owner -> self == null || !owner.id().equals(self.id())).isEmpty();
    }

    void checkParent(@Nullable UUID parentId, @Nullable Category self) {
        if (parentId == null) {
            return;
        }
        if (self != null && tree.withDescendants(self.id()).contains(parentId)) {
            throw conflict("/parent", "A category cannot be in itself or in one of those below it.");
        }
        var depth = tree.path(parentId).size() + (self == null ? 1 : height(self));
        if (depth > MAX_DEPTH) {
            throw Problem
                    .invalidBody(List.of(InputError.atPointer("/parent", "Categories nest at most " + MAX_DEPTH + " deep.")));
        }
    }

    void checkMerge(Category self, Category target) {
        if (tree.withDescendants(self.id()).contains(target.id())) {
            throw conflict("/target", "A category cannot be merged into itself or into one of those below it.");
        }
        var deepest = tree.path(target.id()).size()
                + tree.children(self.id()).stream().mapToInt(this::height).max().orElse(0);
        if (deepest > MAX_DEPTH) {
            throw conflict("/target",
                    "Its sub-categories would stand too deep: categories nest at most " + MAX_DEPTH + " deep.");
        }
    }

    private int height(Category category) {
        return 1 + tree.children(category.id()).stream().mapToInt(this::height).max().orElse(0);
    }

    /** @param uses what else stands in the way, in words */
    void checkDeletion(Category self, List<String> uses) {
        var obstacles = new ArrayList<>(uses);
        var children = tree.children(self.id()).size();
        if (children > 0) {
            obstacles.add(0, "other categories are in it: " + children);
        }
        TaxonomyUsageCheck.requireUnused(obstacles);
    }

    /** @param pointer to what was sent and cannot be */
    public static Problem conflict(String pointer, String detail) {
        return new Problem(ProblemType.CONFLICT, detail).with(List.of(InputError.atPointer(pointer, detail)));
    }
}
