package org.depesche.content.category;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.content.vocabulary.MergeTarget;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.form.Form;
import org.depesche.platform.http.EditorialTag;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** The desk's requests: who changes a category must have seen its present version. */
@ApplicationScoped
class CategoryDesk {

    private final Categories categories;
    private final CategoryEditor editor;
    private final Sites sites;
    private final Transactions transactions;
    private final PublicationZone zone;

    CategoryDesk(Categories categories, CategoryEditor editor, Sites sites, Transactions transactions,
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
                tree.all().stream().map(category -> EditorialCategory.of(site, tree, category, zone)).toList());
    }

    @Transactional
    EditedCategory one(Site site, String ref) {
        var found = categories.tree(site).byRef(ref);
        return edited(site, found.orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "There is no such category.")));
    }

    EditedCategory create(Site site, Form body) {
        return transactions.call(() -> {
            sites.hold(site);
            return edited(site,
                    editor.create(site, tree -> new CategoryForms(tree, Map.of("site", site.slug())).whole(body)));
        });
    }

    EditedCategory replace(Site site, String ref, @Nullable String ifMatch, Form body) {
        return transactions.call(() -> edited(site, editor.revise(site, ref, (tree, before) -> {
            tag(before).checkChange(ifMatch);
            return new CategoryForms(tree, EditorialCategory.fixed(site, before, zone)).whole(body);
        })));
    }

    EditedCategory patch(Site site, String ref, @Nullable String ifMatch, Form body) {
        return transactions.call(() -> edited(site, editor.revise(site, ref, (tree, before) -> {
            tag(before).checkChange(ifMatch);
            return new CategoryForms(tree, EditorialCategory.fixed(site, before, zone)).patched(body, before);
        })));
    }

    void delete(Site site, String ref, @Nullable String ifMatch) {
        transactions.run(() -> editor.delete(site, ref, category -> tag(category).checkChange(ifMatch)));
    }

    /** The target, with all that the merged one had. */
    EditedCategory merge(Site site, String ref, @Nullable String ifMatch, Form body) {
        var target = MergeTarget.read(body);
        return transactions.call(() -> edited(site, editor.merge(site, ref, tree -> target(tree, target),
                category -> tag(category).checkChange(ifMatch))));
    }

    private Category target(CategoryTree tree, String ref) {
        var found = tree.byRef(ref);
        if (found.isEmpty() && Uuid7.parse(ref).flatMap(categories::byId).isPresent()) {
            throw CategoryRules.conflict("/target", "That category is on another site.");
        }
        return found.orElseThrow(MergeTarget.unknown("category"));
    }

    private EditedCategory edited(Site site, Category category) {
        return new EditedCategory(EditorialCategory.of(site, categories.tree(site), category, zone), tag(category));
    }

    private static EditorialTag tag(Category category) {
        return EditorialTag.of(Uuid7.compact(category.id()) + "-" + category.version());
    }
}
