package org.depesche.content.category.desk;

import java.util.UUID;

import org.depesche.content.category.Category;
import org.depesche.content.category.CategoryForm;
import org.depesche.content.category.CategoryTree;
import org.depesche.content.image.form.ImageReferenceReader;
import org.depesche.content.machineuse.MachineUseReader;
import org.depesche.content.taxonomy.TaxonomyMember;
import org.depesche.platform.json.JsonForm;
import org.jspecify.annotations.Nullable;

/**
 * Reads the form of a category.
 *
 * @param tree the categories of the site, in which {@code parent} is looked up
 * @param images looks up {@code image}
 */
record CategoryFormReader(CategoryTree tree, ImageReferenceReader images) {

    static final int MAX_NAME = 200;
    static final int MAX_DESCRIPTION = 5_000;
    static final int MAX_REF = 190;
    static final int MAX_POSITION = 1_000_000;

    CategoryForm read(JsonForm form) {
        form.require("name");
        var read = new CategoryForm(form.slug("slug").orElse(null), form.visibleText("name", MAX_NAME).orElse(""), parent(form),
                form.text("description", MAX_DESCRIPTION).orElse(null), TaxonomyMember.mediaTopic(form).orElse(null),
                images.read(form).orElse(null),
                form.number("position", -MAX_POSITION, MAX_POSITION).orElse(CategoryForm.LAST), MachineUseReader.read(form));
        form.verify();
        return read;
    }

    private @Nullable UUID parent(JsonForm form) {
        var ref = form.text("parent", MAX_REF);
        var parent = ref.flatMap(tree::byRef);
        if (ref.isPresent() && parent.isEmpty()) {
            form.reject("parent", "is no category of this site." + tree.didYouMean(ref.get()));
        }
        return parent.map(Category::id).orElse(null);
    }
}
