package org.depesche.content.taxonomy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.depesche.content.taxonomy.cache.TaxonomyVersion;
import org.depesche.kernel.Slug;
import org.depesche.kernel.SlugSuggestion;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.audit.AuditAction;
import org.depesche.platform.audit.AuditLog;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Creates, changes and deletes tags or authors, in the caller's transaction. */
final class TaxonomyEditor {

    private final TaxonomyKind kind;
    private final TaxonomyRepository rows;
    private final TaxonomyBatchRepository table;
    private final TaxonomyLock lock;
    private final MergedIds mergedIds;
    private final TaxonomyVersion version;
    private final List<TaxonomyUsageCheck> usageChecks;
    private final AuditLog audit;
    private final Consumer<TaxonomyChange> follower;
    private final Clock clock;

    TaxonomyEditor(TaxonomyKind kind, TaxonomyRepository rows, TaxonomyBatchRepository table, EditorialTaxonomies context,
            Consumer<TaxonomyChange> follower) {
        this.kind = kind;
        this.rows = rows;
        this.table = table;
        this.lock = context.lock();
        this.mergedIds = context.mergedIds();
        this.version = context.version();
        this.usageChecks = context.usageChecks();
        this.audit = context.audit();
        this.follower = follower;
        this.clock = context.clock();
    }

    TaxonomyEntry byRef(String ref) {
        return Optional.ofNullable(table.byRefs(List.of(ref)).get(ref)).flatMap(rows::byId)
                .orElseThrow(() -> notFound(ref));
    }

    private TaxonomyEntry byRefForUpdate(String ref) {
        return rows.byIdForUpdate(byRef(ref).id()).orElseThrow(() -> notFound(ref));
    }

    private Problem notFound(String ref) {
        return new Problem(ProblemType.NOT_FOUND, "There is no such " + kind.name() + "." + didYouMean(ref));
    }

    private String didYouMean(String ref) {
        return SlugSuggestion.didYouMean(table.meant(ref).flatMap(rows::byId).map(TaxonomyEntry::slug));
    }

    /** @param reader returns the form; rows that the form refers to stay locked until the end of the transaction */
    TaxonomyEntry create(Supplier<TaxonomyFormReader.TaxonomyForm> reader) {
        version.markChanged();
        var form = reader.get();
        checkName(form, null);
        var slug = form.slug() == null ? availableSlug(form.name()) : requireAvailable(form.slug(), null);
        var created = new TaxonomyEntry(Uuid7.next(), slug, form.name(), form.members(), 0, clock.instant(), clock.instant());
        rows.insert(created);
        rows.deleteFormerSlug(slug);
        audit.record(auditAction("create", created.id(), null, created.version()));
        follower.accept(new TaxonomyChange(ChangeKind.CREATED, created.id(), null, List.of(), null, null));
        return created;
    }

    /**
     * Stores a changed entry. A form without a difference changes nothing.
     *
     * @param reader checks the version and returns the form
     */
    TaxonomyEntry update(String ref, Function<TaxonomyEntry, TaxonomyFormReader.TaxonomyForm> reader) {
        version.markChanged();
        var before = byRefForUpdate(ref);
        var form = reader.apply(before);
        checkName(form, before);
        var after = before.withForm(form.slug() == null ? before.slug() : requireAvailable(form.slug(), before), form,
                clock.instant());
        var changed = differences(before, after);
        if (changed.isEmpty()) {
            return before;
        }
        rows.update(after);
        var isRenamed = !before.slug().equals(after.slug());
        if (isRenamed) {
            rows.addFormerSlug(before.slug(), after.id());
            rows.deleteFormerSlug(after.slug());
        }
        audit.record(auditAction("update", after.id(), before.version(), after.version()));
        var isPublic = rows.isPublic(after.id());
        follower.accept(new TaxonomyChange(ChangeKind.UPDATED, after.id(), isPublic ? after.slug() : null, changed,
                isPublic && isRenamed ? before.slug() : null, null));
        return after;
    }

    /** Deletes an entry that nothing uses. For an entry that was deleted before, it deletes the remaining slugs. */
    void delete(String ref, Consumer<TaxonomyEntry> check) {
        lock.lockExclusive();
        version.markChanged();
        var deleted = table.deletedId(ref);
        if (deleted.isPresent()) {
            rows.deleteFormerSlugs(deleted.get());
            follower.accept(new TaxonomyChange(ChangeKind.DELETED, deleted.get(), null, List.of(), null, null));
            return;
        }
        var entry = byRefForUpdate(ref);
        check.accept(entry);
        TaxonomyUsageCheck.requireUnused(TaxonomyUsageCheck.blockingUses(usageChecks, mergedIds.withMerged(entry.id())));
        rows.delete(entry.id());
        // The addresses are then gone (410) instead of unknown (404), until another entry takes the slug.
        rows.addFormerSlug(entry.slug(), entry.id());
        mergedIds.deleteMergesInto(entry.id());
        audit.record(auditAction("delete", entry.id(), entry.version(), null));
        follower.accept(new TaxonomyChange(ChangeKind.DELETED, entry.id(), null, List.of(), null, null));
    }

    /**
     * Deletes an entry that may be in use. Articles keep an id without an entry. For an entry that was deleted before, it
     * erases the remaining slugs.
     *
     * @param eraser deletes other traces; it takes the ids and slugs of the entry and of all entries merged into it
     */
    void erase(String ref, Consumer<TaxonomyEntry> check, BiConsumer<Set<UUID>, Set<String>> eraser) {
        lock.lockExclusive();
        version.markChanged();
        var deleted = table.deletedId(ref);
        if (deleted.isPresent()) {
            eraseTraces(deleted.get(), rows.formerSlugs(deleted.get()), eraser);
            return;
        }
        var entry = byRefForUpdate(ref);
        check.accept(entry);
        var slugs = rows.formerSlugs(entry.id());
        slugs.add(entry.slug());
        rows.delete(entry.id());
        eraseTraces(entry.id(), slugs, eraser);
    }

    private void eraseTraces(UUID id, Set<String> slugs, BiConsumer<Set<UUID>, Set<String>> eraser) {
        var ids = mergedIds.withMerged(id);
        rows.deleteFormerSlugs(id);
        mergedIds.deleteMergesInto(id);
        ids.forEach(audit::deleteSubject);
        eraser.accept(ids, slugs);
        audit.record(auditAction("erase", id, null, null));
        follower.accept(new TaxonomyChange(ChangeKind.DELETED, id, null, List.of(), null, null));
    }

    /** Makes the id of an entry resolve to the target. Articles keep the id. Empty members of the target are filled. */
    TaxonomyEntry merge(String ref, String targetRef, Consumer<TaxonomyEntry> check) {
        lock.lockExclusive();
        version.markChanged();
        var source = byRefForUpdate(ref);
        check.accept(source);
        var target = table.byRefs(List.of(targetRef)).values().stream().findFirst().flatMap(rows::byIdForUpdate)
                .orElseThrow(MergeForm.notFound(kind.name(), didYouMean(targetRef)));
        if (target.id().equals(source.id())) {
            throw Problem.conflict("/target", "It cannot be merged into itself.");
        }
        var wasPublic = rows.isPublic(source.id());
        var slug = wasPublic || rows.isPublic(target.id()) ? target.slug() : null;
        rows.mergeInto(source, target.id());
        mergedIds.add(new MergedIds.Merge(source.id(), kind.listKind(), target.id(), List.of(source.id())),
                Fingerprint.ofName(source.name()), clock.instant());
        var after = target.withMerged(source, clock.instant());
        rows.update(after);
        audit.record(auditAction("merge", source.id(), source.version(), null));
        follower.accept(new TaxonomyChange(ChangeKind.MERGED, source.id(), slug, List.of(), wasPublic ? source.slug() : null,
                target.id()));
        var inherited = differences(target, after);
        if (!inherited.isEmpty()) {
            follower.accept(new TaxonomyChange(ChangeKind.UPDATED, after.id(), slug, inherited, null, null));
        }
        return after;
    }

    private void checkName(TaxonomyFormReader.TaxonomyForm form, @Nullable TaxonomyEntry self) {
        rows.byHashForUpdate(Fingerprint.ofName(form.name())).filter(other -> self == null || !other.id().equals(self.id()))
                .ifPresent(other -> {
                    throw Problem.conflict("/name",
                            "There is " + kind.indefiniteArticle() + " " + kind.name() + " of this name already: \""
                                    + other.slug() + "\".");
                });
    }

    private String requireAvailable(String slug, @Nullable TaxonomyEntry self) {
        if (!isAvailable(slug, self)) {
            throw Problem.conflict("/slug", "The slug \"" + slug + "\" is or was another " + kind.name() + "'s.");
        }
        return slug;
    }

    /** Locks the slug, even if no entry has it. */
    private boolean isAvailable(String slug, @Nullable TaxonomyEntry self) {
        return rows.slugOwnerForUpdate(slug).filter(owner -> self == null || !owner.equals(self.id())).isEmpty();
    }

    private String availableSlug(String name) {
        return Slug.firstAvailable(Slug.from(name, kind.name()), slug -> isAvailable(slug, null));
    }

    private List<String> differences(TaxonomyEntry before, TaxonomyEntry after) {
        var changed = new ArrayList<String>();
        if (!before.slug().equals(after.slug())) {
            changed.add("slug");
        }
        if (!before.name().equals(after.name())) {
            changed.add("name");
        }
        kind.members().stream().map(TaxonomyMember::name)
                .filter(member -> !Objects.equals(before.members().get(member), after.members().get(member)))
                .forEach(changed::add);
        return changed;
    }

    private AuditAction auditAction(String verb, UUID id, @Nullable Long before, @Nullable Long after) {
        return new AuditAction(kind.name() + "." + verb, kind.name(), id, before, after);
    }
}
