package org.depesche.content.category.desk;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.category.Categories;
import org.depesche.content.category.Category;
import org.depesche.content.category.CategoryEditor;
import org.depesche.content.category.CategoryRules;
import org.depesche.content.category.CategoryTree;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.content.taxonomy.MergeForm;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.http.response.VersionETag;
import org.depesche.platform.json.JsonForm;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The desk's requests: who changes a category must have seen its present version. */
@ApplicationScoped
class EditorialCategories {

    private final Categories categories;
    private final CategoryEditor editor;
    private final Sites sites;
    private final Transactions transactions;
    private final PublicationZone zone;

    EditorialCategories(Categories categories, CategoryEditor editor, Sites sites, Transactions transactions,
            PublicationZone zone) {
        this.transactions = transactions;
        this.categories = categories;
        this.editor = editor;
        this.sites = sites;
        this.zone = zone;
    }

    @Transactional
    EditorialCategoryList all(Site site) {
        var tree = categories.tree(site);
        return new EditorialCategoryList(
                tree.all().stream().map(category -> EditorialCategoryView.of(site, tree, category, zone)).toList());
    }

    @Transactional
    CategoryWithETag one(Site site, String ref) {
        var found = categories.tree(site).byRef(ref);
        return withETag(site, found.orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "There is no such category.")));
    }

    CategoryWithETag create(Site site, JsonForm body) {
        return transactions.call(() -> {
            sites.lockShared(site);
            return withETag(site,
                    editor.create(site, tree -> new CategoryFormReader(tree, Map.of("site", site.slug())).readFull(body)));
        });
    }

    CategoryWithETag replace(Site site, String ref, @Nullable String ifMatch, JsonForm body) {
        return transactions.call(() -> withETag(site, editor.update(site, ref, (tree, before) -> {
            etag(before).checkChange(ifMatch);
            return new CategoryFormReader(tree, EditorialCategoryView.readOnlyMembers(site, before, zone)).readFull(body);
        })));
    }

    CategoryWithETag patch(Site site, String ref, @Nullable String ifMatch, JsonForm body) {
        return transactions.call(() -> withETag(site, editor.update(site, ref, (tree, before) -> {
            etag(before).checkChange(ifMatch);
            return new CategoryFormReader(tree, EditorialCategoryView.readOnlyMembers(site, before, zone)).readPatch(body,
                    before);
        })));
    }

    void delete(Site site, String ref, @Nullable String ifMatch) {
        transactions.run(() -> editor.delete(site, ref, category -> etag(category).checkChange(ifMatch)));
    }

    /** The target, with all that the merged one had. */
    CategoryWithETag merge(Site site, String ref, @Nullable String ifMatch, JsonForm body) {
        var target = MergeForm.read(body);
        return transactions.call(() -> withETag(site, editor.merge(site, ref, tree -> target(tree, target),
                category -> etag(category).checkChange(ifMatch))));
    }

    private Category target(CategoryTree tree, String ref) {
        var found = tree.byRef(ref);
        if (found.isEmpty() && Uuid7.parse(ref).flatMap(categories::byId).isPresent()) {
            throw CategoryRules.conflict("/target", "That category is on another site.");
        }
        return found.orElseThrow(MergeForm.notFound("category"));
    }

    private CategoryWithETag withETag(Site site, Category category) {
        return new CategoryWithETag(EditorialCategoryView.of(site, categories.tree(site), category, zone), etag(category));
    }

    private static VersionETag etag(Category category) {
        return VersionETag.of(Uuid7.compact(category.id()) + "-" + category.version());
    }

    @Schema(name = "EditorialCategoryList", description = "The site's categories, each before those below it, in the desk's order")
    record EditorialCategoryList(@Schema(required = true) List<EditorialCategoryView> items) {

        EditorialCategoryList {
            items = List.copyOf(items);
        }
    }

    /** What the desk gets, and the tag that stands for its version. */
    record CategoryWithETag(EditorialCategoryView view, VersionETag etag) {
    }
}
