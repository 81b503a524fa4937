package org.depesche.content.category.desk;

import java.time.OffsetDateTime;
import java.util.UUID;

import org.depesche.content.category.Category;
import org.depesche.content.category.CategoryForm;
import org.depesche.content.category.CategoryTree;
import org.depesche.content.image.form.LibraryImageReference;
import org.depesche.content.machineuse.MachineUse;
import org.depesche.content.site.Site;
import org.depesche.platform.http.PublicationZone;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** The editorial representation of a category: the members of its form, and the read-only members. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "EditorialCategory", description = "A category as the desk edits it")
record EditorialCategoryView(
        @Schema(required = true, readOnly = true) UUID id,
        @Schema(required = true, readOnly = true, examples = "default") String site,
        @Schema(required = true, examples = "landtag") String slug,
        @Schema(required = true, examples = "Landtag") String name,
        @Schema(description = "Slug of the category it is in; absent at the top", examples = "politik") @Nullable String parent,
        @Schema(examples = "Was im Landtag geschieht") @Nullable String description,
        @Schema(
                description = "The subject of the IPTC's Media Topics that it stands for",
                examples = "medtop:11000000") @Nullable String mediaTopic,
        @Nullable LibraryImageReference image,
        @Schema(
                description = "Siblings are ordered by position, then by name; absent: after those with a position",
                examples = "3") @Nullable Integer position,
        @Schema(
                description = "What its articles say otherwise than the site and the "
                        + "categories above it") @Nullable MachineUse machineUse,
        @Schema(required = true, readOnly = true, examples = "2026-01-15T10:30:00+01:00") OffsetDateTime createdAt,
        @Schema(required = true, readOnly = true, examples = "2026-01-15T10:30:00+01:00") OffsetDateTime updatedAt) {

    static EditorialCategoryView of(Site site, CategoryTree tree, Category category, PublicationZone zone) {
        var parent = category.parentId() == null ? null : tree.byId(category.parentId()).map(Category::slug).orElse(null);
        return new EditorialCategoryView(category.id(), site.slug(), category.slug(), category.name(), parent,
                category.description(), category.mediaTopic(), LibraryImageReference.of(category.imageId()), position(category),
                category.machineUse().equals(MachineUse.NONE) ? null : category.machineUse(),
                zone.toOffsetDateTime(category.createdAt()),
                zone.toOffsetDateTime(category.updatedAt()));
    }

    private static @Nullable Integer position(Category category) {
        return category.position() == CategoryForm.LAST ? null : Integer.valueOf(category.position());
    }
}
