package org.depesche.content.category;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.depesche.content.taxonomy.TaxonomyUsageCheck;
import org.depesche.kernel.Slug;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The rules of the category tree of a site. */
record CategoryRules(CategoryTree tree) {

    /** Limits the length of URLs, the depth of menus and the depth of recursion. */
    static final int MAX_DEPTH = 20;

    /** The first segments of other URLs of the site: {@code /tag/…} must not be an article in a category "tag". */
    private static final Set<String> RESERVED_SLUGS = Set.of("tag", "author", "collection");

    /** Returns the slug of the form, or an available one made from the name. A category may reuse its own former slugs. */
    String slug(CategoryForm form, @Nullable Category self) {
        if (form.slug() == null) {
            return self != null ? self.slug() : availableSlug(form.name());
        }
        if (RESERVED_SLUGS.contains(form.slug())) {
            throw Problem.conflict("/slug", "\"" + form.slug() + "\" begins other addresses of the site.");
        }
        if (!isAvailable(form.slug(), self)) {
            throw Problem.conflict("/slug", "The slug \"" + form.slug() + "\" is or was another category's on this site.");
        }
        return form.slug();
    }

    private String availableSlug(String name) {
        return Slug.firstAvailable(Slug.from(name, "category"),
                slug -> isAvailable(slug, null) && !RESERVED_SLUGS.contains(slug));
    }

    private boolean isAvailable(String slug, @Nullable Category self) {
        return tree.bySlug(slug).filter(owner -> self == null || !owner.id().equals(self.id())).isEmpty();
    }

    void checkParent(@Nullable UUID parentId, @Nullable Category self) {
        if (parentId == null) {
            return;
        }
        if (self != null && tree.withDescendants(self.id()).contains(parentId)) {
            throw Problem.conflict("/parent", "A category cannot be in itself or in one of those below it.");
        }
        var depth = tree.path(parentId).size() + (self == null ? 1 : height(self));
        if (depth > MAX_DEPTH) {
            throw Problem
                    .invalidBody(List.of(InputError.atPointer("/parent", "Categories nest at most " + MAX_DEPTH + " deep.")));
        }
    }

    void checkMerge(Category self, Category target) {
        if (tree.withDescendants(self.id()).contains(target.id())) {
            throw Problem.conflict("/target", "A category cannot be merged into itself or into one of those below it.");
        }
        var deepest = tree.path(target.id()).size()
                + tree.children(self.id()).stream().mapToInt(this::height).max().orElse(0);
        if (deepest > MAX_DEPTH) {
            throw Problem.conflict("/target",
                    "Its sub-categories would stand too deep: categories nest at most " + MAX_DEPTH + " deep.");
        }
    }

    private int height(Category category) {
        return 1 + tree.children(category.id()).stream().mapToInt(this::height).max().orElse(0);
    }

    /** @param uses other reasons against the deletion, in words */
    void checkDeletion(Category self, List<String> uses) {
        var obstacles = new ArrayList<>(uses);
        var children = tree.children(self.id()).size();
        if (children > 0) {
            obstacles.add(0, "other categories are in it: " + children);
        }
        TaxonomyUsageCheck.requireUnused(obstacles);
    }
}
