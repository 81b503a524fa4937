package org.depesche.content.category.desk;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.category.Categories;
import org.depesche.content.category.Category;
import org.depesche.content.category.CategoryEditor;
import org.depesche.content.category.CategoryTree;
import org.depesche.content.image.form.ImageReferenceReader;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.content.taxonomy.MergeForm;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.http.response.ConditionalUpdate;
import org.depesche.platform.http.response.VersionETag;
import org.depesche.platform.http.response.WithETag;
import org.depesche.platform.json.JsonForm;
import org.depesche.platform.json.ReadOnlyMembers;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The editorial API of categories. A change needs the ETag of the current version. */
@ApplicationScoped
class EditorialCategories {

    private static final ReadOnlyMembers READ_ONLY = ReadOnlyMembers.of("id", "site", "createdAt", "updatedAt");
    private static final ReadOnlyMembers SITE_OF_NEW = ReadOnlyMembers.of("site");

    private final Categories categories;
    private final CategoryEditor editor;
    private final Sites sites;
    private final Transactions transactions;
    private final ImageReferenceReader images;
    private final PublicationZone zone;
    private final ObjectMapper json;

    EditorialCategories(Categories categories, CategoryEditor editor, Sites sites, Transactions transactions,
            ImageReferenceReader images, PublicationZone zone, ObjectMapper json) {
        this.transactions = transactions;
        this.categories = categories;
        this.editor = editor;
        this.sites = sites;
        this.images = images;
        this.zone = zone;
        this.json = json;
    }

    @Transactional
    EditorialCategoryList all(Site site) {
        var tree = categories.tree(site);
        return new EditorialCategoryList(
                tree.all().stream().map(category -> EditorialCategoryView.of(site, tree, category, zone)).toList());
    }

    @Transactional
    WithETag<EditorialCategoryView> one(Site site, String ref) {
        var tree = categories.tree(site);
        return withETag(site, tree.byRef(ref).orElseThrow(
                () -> new Problem(ProblemType.NOT_FOUND, "There is no such category." + tree.didYouMean(ref))));
    }

    WithETag<EditorialCategoryView> create(Site site, JsonForm body) {
        var current = JsonNodeFactory.instance.objectNode().put("site", site.slug());
        return transactions.call(() -> {
            sites.lockShared(site);
            return withETag(site, editor.create(site, tree -> new CategoryFormReader(tree, images)
                    .read(SITE_OF_NEW.check(body, body.json().deepCopy(), current))));
        });
    }

    WithETag<EditorialCategoryView> update(Site site, String ref, ConditionalUpdate update) {
        return transactions.call(() -> withETag(site, editor.update(site, ref, (tree, before) -> {
            update.check(etag(before));
            ObjectNode current = json.valueToTree(EditorialCategoryView.of(site, tree, before, zone));
            return new CategoryFormReader(tree, images).read(update.form(current, READ_ONLY));
        })));
    }

    void delete(Site site, String ref, @Nullable String ifMatch) {
        transactions.run(() -> editor.delete(site, ref, category -> etag(category).checkChange(ifMatch)));
    }

    /** Returns the target. */
    WithETag<EditorialCategoryView> merge(Site site, String ref, @Nullable String ifMatch, JsonForm body) {
        var target = MergeForm.read(body);
        return transactions.call(() -> withETag(site, editor.merge(site, ref, tree -> target(tree, target),
                category -> etag(category).checkChange(ifMatch))));
    }

    private Category target(CategoryTree tree, String ref) {
        var found = tree.byRef(ref);
        if (found.isEmpty() && Uuid7.parse(ref).flatMap(categories::byId).isPresent()) {
            throw Problem.conflict("/target", "That category is on another site.");
        }
        return found.orElseThrow(MergeForm.notFound("category", tree.didYouMean(ref)));
    }

    private WithETag<EditorialCategoryView> withETag(Site site, Category category) {
        return new WithETag<>(EditorialCategoryView.of(site, categories.tree(site), category, zone), etag(category));
    }

    private static VersionETag etag(Category category) {
        return VersionETag.of(category.id(), category.version());
    }

    @Schema(
            name = "EditorialCategoryList",
            description = "The site's categories, each before those below it, in the desk's order")
    record EditorialCategoryList(@Schema(required = true) List<EditorialCategoryView> items) {

        EditorialCategoryList {
            items = List.copyOf(items);
        }
    }
}
