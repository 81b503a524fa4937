package org.depesche.content.category.desk;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.depesche.content.category.Category;
import org.depesche.content.category.CategoryForm;
import org.depesche.content.category.CategoryTree;
import org.depesche.platform.json.JsonForm;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Reads what the desk sends of a category.
 *
 * @param tree where {@code parent} is looked for
 * @param fixed members that nobody can set: welcome as long as they say what is, since PUT takes what GET gave
 */
record CategoryFormReader(CategoryTree tree, Map<String, String> readOnlyMembers) {

    private static final int MAX_NAME = 200;
    private static final int MAX_DESCRIPTION = 5_000;
    private static final int MAX_REF = 190;
    private static final int MAX_POSITION = 1_000_000;

    /** All of it: what is left out is empty. */
    CategoryForm readFull(JsonForm form) {
        checkFixed(form);
        form.require("name");
        var whole = new CategoryForm(form.slug("slug").orElse(null), form.text("name", MAX_NAME).orElse(""), parent(form),
                description(form).orElse(null), position(form).orElse(0));
        form.verify();
        return whole;
    }

    /** A merge patch (RFC 7396): what is left out stays, null clears. */
    CategoryForm readPatch(JsonForm form, Category before) {
        checkFixed(form);
        if (form.isExplicitNull("name")) {
            form.reject("name", "is required.");
        }
        var patched = new CategoryForm(form.isExplicitNull("slug") ? null : form.slug("slug").orElse(before.slug()),
                form.text("name", MAX_NAME).orElse(before.name()),
                form.has("parent") || form.isExplicitNull("parent") ? parent(form) : before.parentId(),
                form.isExplicitNull("description") ? null : description(form).orElse(before.description()),
                form.isExplicitNull("position") ? 0 : position(form).orElse(before.position()));
        form.verify();
        return patched;
    }

    private void checkFixed(JsonForm form) {
        readOnlyMembers.forEach((member, value) -> {
            if (form.has(member) && !form.raw(member).map(JsonNode::asText).orElse("").equals(value)) {
                form.reject(member, "cannot be set.");
            }
        });
    }

    private @Nullable UUID parent(JsonForm form) {
        var ref = form.text("parent", MAX_REF);
        var parent = ref.flatMap(tree::byRef);
        if (ref.isPresent() && parent.isEmpty()) {
            form.reject("parent", "is no category of this site.");
        }
        return parent.map(Category::id).orElse(null);
    }

    private static Optional<String> description(JsonForm form) {
        return form.text("description", MAX_DESCRIPTION);
    }

    private static Optional<Integer> position(JsonForm form) {
        var position = form.number("position", -MAX_POSITION, MAX_POSITION);
        return position.isPresent() ? Optional.of(position.getAsInt()) : Optional.empty();
    }
}
