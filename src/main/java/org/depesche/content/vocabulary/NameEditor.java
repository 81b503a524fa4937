package org.depesche.content.vocabulary;

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

import org.depesche.kernel.Slug;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.access.Audit;
import org.depesche.platform.access.Deed;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Makes, changes and deletes the names of one kind, in the caller's transaction. */
final class NameEditor {

    private final NameKind kind;
    private final NameRows rows;
    private final NameTable table;
    private final NameGate gate;
    private final Merged merged;
    private final Vocabulary vocabulary;
    private final List<NameUse> uses;
    private final Audit audit;
    private final Consumer<NameChange> follower;
    private final Clock clock;

    NameEditor(NameKind kind, NameRows rows, NameTable table, NameDesks house, Consumer<NameChange> follower) {
        this.kind = kind;
        this.rows = rows;
        this.table = table;
        this.gate = house.gate();
        this.merged = house.merged();
        this.vocabulary = house.vocabulary();
        this.uses = house.uses();
        this.audit = house.audit();
        this.follower = follower;
        this.clock = house.clock();
    }

    Name known(String ref) {
        return Optional.ofNullable(table.byRefs(List.of(ref)).get(ref)).flatMap(rows::byId).orElseThrow(this::unknown);
    }

    private Name locked(String ref) {
        return rows.locked(known(ref).id()).orElseThrow(this::unknown);
    }

    private Problem unknown() {
        return new Problem(ProblemType.NOT_FOUND, "There is no such " + kind.word() + ".");
    }

    Name create(NameForm form) {
        vocabulary.touch();
        checkName(form, null);
        var slug = form.slug() == null ? free(form.name()) : checkedSlug(form.slug(), null);
        var made = new Name(Uuid7.next(), slug, form.name(), form.trait(), 0, now(), now());
        rows.insert(made);
        audit.record(deed("create", made.id(), null, made.version()));
        follower.accept(new NameChange(ChangeKind.CREATED, made.id(), null, List.of(), null, null));
        return made;
    }

    /** The reading also checks that whoever changes it has seen its present version. What it says already changes nothing. */
    Name revise(String ref, Function<Name, NameForm> reading) {
        vocabulary.touch();
        var before = locked(ref);
        var form = reading.apply(before);
        checkName(form, before);
        var after = before.revised(form.slug() == null ? before.slug() : checkedSlug(form.slug(), before), form, now());
        var changed = differences(before, after);
        if (changed.isEmpty()) {
            return before;
        }
        rows.update(after);
        var isRenamed = !before.slug().equals(after.slug());
        if (isRenamed) {
            rows.remember(before.slug(), after.id());
            rows.forget(after.slug());
        }
        audit.record(deed("update", after.id(), before.version(), after.version()));
        var isPublic = rows.isPublic(after.id());
        follower.accept(new NameChange(ChangeKind.UPDATED, after.id(), isPublic ? after.slug() : null, changed,
                isPublic && isRenamed ? before.slug() : null, null));
        return after;
    }

    void delete(String ref, Consumer<Name> check) {
        gate.close();
        vocabulary.touch();
        var name = locked(ref);
        check.accept(name);
        NameUse.check(NameUse.all(uses, merged.with(name.id())));
        rows.delete(name.id());
        merged.forget(name.id());
        audit.record(deed("delete", name.id(), name.version(), null));
        follower.accept(new NameChange(ChangeKind.DELETED, name.id(), null, List.of(), null, null));
    }

    /**
     * Deletes it whatever uses it: articles keep an id that stands for nothing.
     *
     * @param forgetting is told the ids of it and of all that was merged into it, and all their slugs: it deletes what is kept
     *        of
     *        them elsewhere
     */
    void erase(String ref, Consumer<Name> check, BiConsumer<Set<UUID>, Set<String>> forgetting) {
        gate.close();
        vocabulary.touch();
        var name = locked(ref);
        check.accept(name);
        var ids = merged.with(name.id());
        var slugs = rows.formerSlugs(name.id());
        slugs.add(name.slug());
        rows.delete(name.id());
        merged.forget(name.id());
        ids.forEach(audit::forget);
        forgetting.accept(ids, slugs);
        audit.record(deed("erase", name.id(), null, null));
        follower.accept(new NameChange(ChangeKind.DELETED, name.id(), null, List.of(), null, null));
    }

    /** Articles keep the id; it is read as the target's from now on. */
    Name merge(String ref, String targetRef, Consumer<Name> check) {
        gate.close();
        vocabulary.touch();
        var source = locked(ref);
        check.accept(source);
        var target = table.byRefs(List.of(targetRef)).values().stream().findFirst().flatMap(rows::locked)
                .orElseThrow(MergeTarget.unknown(kind.word()));
        if (target.id().equals(source.id())) {
            throw taken("/target", "It cannot be merged into itself.");
        }
        var wasPublic = rows.isPublic(source.id());
        var slug = wasPublic || rows.isPublic(target.id()) ? target.slug() : null;
        rows.handOver(source, target.id());
        merged.add(new Merge(source.id(), kind.listKind(), target.id(), List.of(source.id())),
                Fingerprint.ofName(source.name()), now());
        var after = target.touched(now());
        rows.update(after);
        audit.record(deed("merge", source.id(), source.version(), null));
        follower.accept(new NameChange(ChangeKind.MERGED, source.id(), slug, List.of(), wasPublic ? source.slug() : null,
                target.id()));
        return after;
    }

    private void checkName(NameForm form, @Nullable Name self) {
        rows.byHash(Fingerprint.ofName(form.name())).filter(other -> self == null || !other.id().equals(self.id()))
                .ifPresent(other -> {
                    throw taken("/name", "There is " + kind.article() + " " + kind.word() + " of this name already: \""
                            + other.slug() + "\".");
                });
    }

    private String checkedSlug(String slug, @Nullable Name self) {
        if (!isFree(slug, self)) {
            throw taken("/slug", "The slug \"" + slug + "\" is or was another " + kind.word() + "'s.");
        }
        return slug;
    }

    private static Problem taken(String pointer, String detail) {
        return new Problem(ProblemType.CONFLICT, detail).with(List.of(InputError.atPointer(pointer, detail)));
    }

    /** Locks the slug even where it is nobody's yet. */
    private boolean isFree(String slug, @Nullable Name self) {
        return rows.ownerOf(slug).filter(owner -> self == null || !owner.equals(self.id())).isEmpty();
    }

    private String free(String name) {
        var slug = Slug.from(name, kind.word());
        var free = slug;
        for (var n = 2; !isFree(free, null); n++) {
            free = Slug.numbered(slug, n);
        }
        return free;
    }

    private List<String> differences(Name before, Name after) {
        var changed = new ArrayList<String>();
        if (!before.slug().equals(after.slug())) {
            changed.add("slug");
        }
        if (!before.name().equals(after.name())) {
            changed.add("name");
        }
        if (!Objects.equals(before.trait(), after.trait())) {
            changed.add(kind.trait());
        }
        return changed;
    }

    private Deed deed(String verb, UUID id, @Nullable Long before, @Nullable Long after) {
        return new Deed(kind.word() + "." + verb, kind.word(), id, before, after);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
