package org.depesche.content.taxonomy;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

import org.depesche.content.taxonomy.cache.TaxonomyVersion;
import org.depesche.kernel.Slug;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.audit.AuditAction;
import org.depesche.platform.audit.AuditLog;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Makes, changes and deletes the names of one kind, in the caller's transaction. */
final class TaxonomyEditor {

    private final TaxonomyKind kind;
    private final TaxonomyRepository rows;
    private final TaxonomyTable table;
    private final TaxonomyLock gate;
    private final MergeRedirects merged;
    private final TaxonomyVersion vocabulary;
    private final List<TaxonomyUsageCheck> uses;
    private final AuditLog audit;
    private final Consumer<TaxonomyChange> follower;
    private final Clock clock;

    TaxonomyEditor(TaxonomyKind kind, TaxonomyRepository rows, TaxonomyTable table, EditorialTaxonomies house,
            Consumer<TaxonomyChange> follower) {
        this.kind = kind;
        this.rows = rows;
        this.table = table;
        this.gate = house.lock();
        this.merged = house.redirects();
        this.vocabulary = house.version();
        this.uses = house.usageChecks();
        this.audit = house.audit();
        this.follower = follower;
        this.clock = house.clock();
    }

    TaxonomyEntry byRef(String ref) {
        return Optional.ofNullable(table.byRefs(List.of(ref)).get(ref)).flatMap(rows::byId).orElseThrow(this::notFound);
    }

    private TaxonomyEntry byRefForUpdate(String ref) {
        return rows.byIdForUpdate(byRef(ref).id()).orElseThrow(this::notFound);
    }

    private Problem notFound() {
        return new Problem(ProblemType.NOT_FOUND, "There is no such " + kind.name() + ".");
    }

    TaxonomyEntry create(TaxonomyFormReader.TaxonomyForm form) {
        vocabulary.markChanged();
        checkName(form, null);
        var slug = form.slug() == null ? freeSlug(form.name()) : checkedSlug(form.slug(), null);
        var made = new TaxonomyEntry(Uuid7.next(), slug, form.name(), form.attribute(), 0, now(), now());
        rows.insert(made);
        audit.record(auditAction("create", made.id(), null, made.version()));
        follower.accept(new TaxonomyChange(ChangeKind.CREATED, made.id(), null, List.of(), null, null));
        return made;
    }

    /** The reading also checks that whoever changes it has seen its present version. What it says already changes nothing. */
    TaxonomyEntry update(String ref, Function<TaxonomyEntry, TaxonomyFormReader.TaxonomyForm> reading) {
        vocabulary.markChanged();
        var before = byRefForUpdate(ref);
        var form = reading.apply(before);
        checkName(form, before);
        var after = before.withForm(form.slug() == null ? before.slug() : checkedSlug(form.slug(), before), form, now());
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

    void delete(String ref, Consumer<TaxonomyEntry> check) {
        gate.lockExclusive();
        vocabulary.markChanged();
        var name = byRefForUpdate(ref);
        check.accept(name);
        TaxonomyUsageCheck.requireUnused(TaxonomyUsageCheck.blockingUses(uses, merged.withMerged(name.id())));
        rows.delete(name.id());
        merged.deleteRedirectsTo(name.id());
        audit.record(auditAction("delete", name.id(), name.version(), null));
        follower.accept(new TaxonomyChange(ChangeKind.DELETED, name.id(), null, List.of(), null, null));
    }

    /**
     * Deletes it whatever uses it: articles keep an id that stands for nothing.
     *
     * @param forgetting is told the ids of it and of all that was merged into it, and all their slugs: it deletes what is kept
     *        of
     *        them elsewhere
     */
    void erase(String ref, Consumer<TaxonomyEntry> check, BiConsumer<Set<UUID>, Set<String>> forgetting) {
        gate.lockExclusive();
        vocabulary.markChanged();
        var name = byRefForUpdate(ref);
        check.accept(name);
        var ids = merged.withMerged(name.id());
        var slugs = rows.formerSlugs(name.id());
        slugs.add(name.slug());
        rows.delete(name.id());
        merged.deleteRedirectsTo(name.id());
        ids.forEach(audit::deleteSubject);
        forgetting.accept(ids, slugs);
        audit.record(auditAction("erase", name.id(), null, null));
        follower.accept(new TaxonomyChange(ChangeKind.DELETED, name.id(), null, List.of(), null, null));
    }

    /** Articles keep the id; it is read as the target's from now on. */
    TaxonomyEntry merge(String ref, String targetRef, Consumer<TaxonomyEntry> check) {
        gate.lockExclusive();
        vocabulary.markChanged();
        var source = byRefForUpdate(ref);
        check.accept(source);
        var target = table.byRefs(List.of(targetRef)).values().stream().findFirst().flatMap(rows::byIdForUpdate)
                .orElseThrow(MergeForm.notFound(kind.name()));
        if (target.id().equals(source.id())) {
            throw conflict("/target", "It cannot be merged into itself.");
        }
        var wasPublic = rows.isPublic(source.id());
        var slug = wasPublic || rows.isPublic(target.id()) ? target.slug() : null;
        rows.mergeInto(source, target.id());
        merged.add(new MergeRedirects.Merge(source.id(), kind.listKind(), target.id(), List.of(source.id())),
                Fingerprint.ofName(source.name()), now());
        var after = target.withNextVersion(now());
        rows.update(after);
        audit.record(auditAction("merge", source.id(), source.version(), null));
        follower.accept(new TaxonomyChange(ChangeKind.MERGED, source.id(), slug, List.of(), wasPublic ? source.slug() : null,
                target.id()));
        return after;
    }

    private void checkName(TaxonomyFormReader.TaxonomyForm form, @Nullable TaxonomyEntry self) {
        rows.byHashForUpdate(Fingerprint.ofName(form.name())).filter(other -> self == null || !other.id().equals(self.id()))
                .ifPresent(other -> {
                    throw conflict("/name",
                            "There is " + kind.indefiniteArticle() + " " + kind.name() + " of this name already: \""
                                    + other.slug() + "\".");
                });
    }

    private String checkedSlug(String slug, @Nullable TaxonomyEntry self) {
        if (!isFree(slug, self)) {
            throw conflict("/slug", "The slug \"" + slug + "\" is or was another " + kind.name() + "'s.");
        }
        return slug;
    }

    private static Problem conflict(String pointer, String detail) {
        return new Problem(ProblemType.CONFLICT, detail).with(List.of(InputError.atPointer(pointer, detail)));
    }

    /** Locks the slug even where it is nobody's yet. */
    private boolean isFree(String slug, @Nullable TaxonomyEntry self) {
        return rows.slugOwnerForUpdate(slug).filter(owner -> self == null || !owner.equals(self.id())).isEmpty();
    }

    private String freeSlug(String name) {
        var slug = Slug.from(name, kind.name());
        var free = slug;
        for (var n = 2; !isFree(free, null); n++) {
            free = Slug.numbered(slug, n);
        }
        return free;
    }

    private List<String> differences(TaxonomyEntry before, TaxonomyEntry after) {
        var changed = new ArrayList<String>();
        if (!before.slug().equals(after.slug())) {
            changed.add("slug");
        }
        if (!before.name().equals(after.name())) {
            changed.add("name");
        }
        if (!Objects.equals(before.attribute(), after.attribute())) {
            changed.add(kind.attribute());
        }
        return changed;
    }

    private AuditAction auditAction(String verb, UUID id, @Nullable Long before, @Nullable Long after) {
        return new AuditAction(kind.name() + "." + verb, kind.name(), id, before, after);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
