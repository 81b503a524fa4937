package org.depesche.content.category;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.depesche.content.machineuse.MachineUse;
import org.depesche.content.machineuse.MachineUseConverter;
import org.depesche.content.taxonomy.ChangeKind;
import org.depesche.kernel.Uuid7;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of the {@code category} table. */
@Entity
@Table(name = "category")
class CategoryEntity {

    @Id
    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(columnDefinition = "binary(16)")
    private UUID id = Uuid7.next();

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "site_id", columnDefinition = "binary(16)")
    private UUID siteId = id;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "parent_id", columnDefinition = "binary(16)")
    private @Nullable UUID parentId;

    private String slug = "";
    private String name = "";
    private @Nullable String description;

    @Column(name = "media_topic")
    private @Nullable String mediaTopic;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "image_id", columnDefinition = "binary(16)")
    private @Nullable UUID imageId;

    private int position;

    @Column(name = "machine_use", columnDefinition = "text")
    @Convert(converter = MachineUseConverter.class)
    private MachineUse machineUse = MachineUse.NONE;

    /** The database assigns it. */
    @Column(insertable = false, updatable = false)
    private long serial;

    @Version
    private long version;

    @Column(name = "created_at")
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    static CategoryEntity of(UUID siteId, String slug, CategoryForm form, Instant now) {
        var category = new CategoryEntity();
        category.siteId = siteId;
        category.slug = slug;
        category.apply(form);
        category.createdAt = now;
        category.updatedAt = now;
        return category;
    }

    CategoryEvent createdEvent() {
        return new CategoryEvent(ChangeKind.CREATED, id, slug, siteId, List.of(), null, parentId, null, null, Set.of());
    }

    /** Applies a form. An equal form changes nothing, not even the version. */
    CategoryEvent update(String newSlug, CategoryForm form, Instant now) {
        var before = category();
        slug = newSlug;
        apply(form);
        var changed = differences(before, category());
        if (!changed.isEmpty()) {
            updatedAt = now;
        }
        return new CategoryEvent(ChangeKind.UPDATED, id, slug, siteId, changed,
                before.slug().equals(slug) ? null : before.slug(), parentId, before.parentId(), null, Set.of(id));
    }

    /**
     * Moves the category below the target of its parent's merge. The event is no move, because the merge itself moves the
     * articles between lists.
     */
    CategoryEvent moveWithParent(UUID newParent, Instant now) {
        parentId = newParent;
        updatedAt = now;
        return new CategoryEvent(ChangeKind.UPDATED, id, slug, siteId, List.of("parent"), null, newParent, newParent, null,
                Set.of());
    }

    /** Takes the members of a merged category that this one lacks. The version increases, as the number of articles does. */
    CategoryEvent inherit(Category merged, Instant now) {
        var before = category();
        description = description == null ? merged.description() : description;
        mediaTopic = mediaTopic == null ? merged.mediaTopic() : mediaTopic;
        imageId = imageId == null ? merged.imageId() : imageId;
        updatedAt = now;
        return new CategoryEvent(ChangeKind.UPDATED, id, slug, siteId, differences(before, category()), null, parentId,
                parentId,
                null, Set.of(id));
    }

    CategoryEvent mergedEvent(Category target, Set<UUID> lists) {
        return new CategoryEvent(ChangeKind.MERGED, id, target.slug(), siteId, List.of(), slug, null, parentId, target.id(),
                lists);
    }

    CategoryEvent deletedEvent() {
        return new CategoryEvent(ChangeKind.DELETED, id, slug, siteId, List.of(), null, null, parentId, null, Set.of(id));
    }

    private void apply(CategoryForm form) {
        parentId = form.parentId();
        name = form.name();
        description = form.description();
        mediaTopic = form.mediaTopic();
        imageId = form.imageId();
        position = form.position();
        machineUse = form.machineUse();
    }

    private static List<String> differences(Category before, Category after) {
        var changed = new ArrayList<String>();
        addIfDifferent(changed, "slug", before.slug(), after.slug());
        addIfDifferent(changed, "name", before.name(), after.name());
        addIfDifferent(changed, "parent", before.parentId(), after.parentId());
        addIfDifferent(changed, "description", before.description(), after.description());
        addIfDifferent(changed, "mediaTopic", before.mediaTopic(), after.mediaTopic());
        addIfDifferent(changed, "image", before.imageId(), after.imageId());
        addIfDifferent(changed, "position", before.position(), after.position());
        addIfDifferent(changed, "machineUse", before.machineUse(), after.machineUse());
        return changed;
    }

    private static void addIfDifferent(List<String> changed, String member, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changed.add(member);
        }
    }

    Category category() {
        return new Category(id, serial, siteId, parentId, slug, name, description, mediaTopic, imageId, position, machineUse,
                version,
                createdAt,
                updatedAt);
    }
}
