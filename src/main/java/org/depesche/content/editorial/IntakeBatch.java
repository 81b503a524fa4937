package org.depesche.content.editorial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.depesche.content.article.AddressClaims;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.problem.InputError;

/**
 * Decides, record after record, what a batch does to the articles on the desk. A plain object: everything it has to know was
 * looked up before, everything it decides is written afterwards.
 */
final class IntakeBatch {

    private final IntakeRules rules;
    private final PublicationRules publication;
    private final PublicationZone zone;
    private final Instant now;
    private final Slugs slugs;
    private final Map<UUID, UUID> origins;
    private final Set<UUID> settled;
    private final AddressClaims claims;
    private final Map<UUID, Target> targets = new LinkedHashMap<>();

    /**
     * @param standing the articles that the batch meets, as they stand
     * @param settled those of them that it leaves so
     * @param claims whose the aliases are that the batch brings
     */
    IntakeBatch(IntakeRules rules, PublicationRules publication, PublicationZone zone, Instant now, Slugs slugs,
            Map<UUID, UUID> origins, Map<UUID, DeskEntry> standing, Set<UUID> settled, AddressClaims claims) {
        this.rules = rules;
        this.publication = publication;
        this.zone = zone;
        this.now = now;
        this.slugs = slugs;
        this.origins = new HashMap<>(origins);
        this.settled = Set.copyOf(settled);
        this.claims = claims;
        standing.forEach((id, entry) -> targets.put(id, new Target(entry, false)));
    }

    static Optional<UUID> match(Arrival arrival, Map<UUID, UUID> origins, Slugs slugs) {
        return arrival.origin() != null ? Optional.ofNullable(origins.get(arrival.origin()))
                : arrival.slug().flatMap(slugs::owner);
    }

    /** Whether this very record was the last that an import brought of its article. */
    static boolean isKnown(Arrival arrival, DeskEntry entry) {
        return Arrays.equals(entry.provenance().digest(), arrival.record().digest());
    }

    /** @param checked absent for what was known from the start not to change anything */
    IntakeResult take(Arrival arrival, Optional<Checked> checked) {
        if (!arrival.isReadable()) {
            return IntakeResult.rejected(arrival.form().errors());
        }
        var match = match(arrival, origins, slugs);
        if (match.filter(WorkingCopies.NOBODY::equals).isPresent()) {
            return IntakeResult.rejected("", "This article was erased; an import does not bring it back.");
        }
        var target = match.map(targets::get);
        if (target.isPresent() && target.get().entry.is(ArticleState.WITHDRAWN)) {
            return IntakeResult.rejected("", "This article was withdrawn; an import does not bring it back.");
        }
        if (target.isPresent() && isKnown(arrival, target.get().entry)) {
            return IntakeResult.UNCHANGED;
        }
        var right = checked.orElseThrow();
        if (target.isPresent() && isToEnd(target.get()) && due(right.form()).isPresent()) {
            return IntakeResult.rejected("", "The article is scheduled to be unpublished; an import does not replace that.");
        }
        var errors = right.isRight() ? notPublishable(right, arrival.newId(), target) : right.errors();
        if (!errors.isEmpty()) {
            return IntakeResult.rejected(errors);
        }
        return target.filter(known -> settled.contains(known.entry.id())).isPresent() ? IntakeResult.UNCHANGED
                : accept(arrival, right, target);
    }

    private static boolean isToEnd(Target target) {
        var plan = target.entry.schedule();
        return plan != null && plan.action() == Schedule.Action.UNPUBLISH;
    }

    private List<InputError> notPublishable(Checked checked, UUID newId, Optional<Target> target) {
        if (staysInside(target)) {
            return List.of();
        }
        var words = checked.form().words();
        var id = target.map(known -> known.entry.id()).orElse(newId);
        return Stream.concat(publication.missing(words, checked.form().places().isAny(), checked.lead()).stream(),
                publication.taken(words.aliases(), claims, id).stream()).toList();
    }

    private boolean staysInside(Optional<Target> target) {
        return rules.asDraft() || target.isPresent() && target.get().entry.is(ArticleState.UNPUBLISHED);
    }

    private IntakeResult accept(Arrival arrival, Checked checked, Optional<Target> target) {
        var id = target.map(known -> known.entry.id()).orElse(arrival.newId());
        var wanted = arrival.slug();
        if (wanted.isPresent() && !slugs.mayHave(wanted.get(), id)) {
            return IntakeResult.rejected("/slug", "The slug \"" + wanted.get() + "\" is or was another article's.");
        }
        var save = new DeskEntry.Save(now, rules.by(), null, DeskEntry.Save.IMPORT);
        var slug = slug(arrival, id, target);
        if (target.isPresent()) {
            var provenance = new DeskEntry.Provenance(
                    arrival.origin() != null ? arrival.origin() : target.get().entry.provenance().originHash(),
                    arrival.record().digest());
            step(target.get(), target.get().entry.saved(slug, save, provenance), checked);
            return IntakeResult.UPDATED;
        }
        var entry = DeskEntry.fresh(id, slug, new DeskEntry.Creator(null, rules.by()), save,
                new DeskEntry.Provenance(arrival.origin(), arrival.record().digest()));
        var fresh = new Target(entry, true);
        targets.put(id, fresh);
        if (arrival.origin() != null) {
            origins.put(arrival.origin(), id);
        }
        step(fresh, entry, checked);
        return IntakeResult.CREATED;
    }

    private String slug(Arrival arrival, UUID id, Optional<Target> target) {
        if (arrival.slug().isPresent()) {
            return slugs.give(arrival.slug().get(), id);
        }
        if (target.isPresent() && !target.get().entry.hasProvisionalSlug()) {
            return target.get().entry.slug();
        }
        return arrival.derivedSlug().map(slug -> slugs.giveNumbered(slug, id))
                .orElseGet(() -> slugs.give(DeskEntry.provisionalSlug(id), id));
    }

    private void step(Target target, DeskEntry saved, Checked checked) {
        var step = new Step(saved, new Contents.Accepted(saved.id(), checked));
        target.steps.add(step);
        target.entry = saved;
        if (!staysInside(Optional.of(target))) {
            goPublic(target, step, checked.form());
        }
    }

    private void goPublic(Target target, Step step, ArticleForm form) {
        var due = due(form);
        if (due.isPresent()) {
            target.entry = step.saved
                    .scheduled(Schedule.of(Schedule.Action.PUBLISH, due.get(), zone.zone().getId(), rules.by()));
        } else {
            var first = Optional.ofNullable(form.words().publishedAt()).or(target.entry.publication()::first).orElse(now);
            target.entry = step.saved.published(first, updatedAt(target.entry, form, first));
            target.published = Optional.of(step);
            claims.claim(form.words().aliases(), target.entry.id(), target.entry.slug());
        }
    }

    /** When it may go public, if that is still to come. */
    private Optional<Instant> due(ArticleForm form) {
        return Stream.of(form.words().publishedAt(), form.words().embargoUntil())
                .filter(moment -> moment != null && moment.isAfter(now)).max(Instant::compareTo);
    }

    private Instant updatedAt(DeskEntry entry, ArticleForm form, Instant publishedAt) {
        var told = Optional.ofNullable(form.updatedAt()).orElse(entry.is(ArticleState.PUBLISHED) ? now : publishedAt);
        return told.isBefore(publishedAt) ? publishedAt : told;
    }

    /** What happened to articles, in the order in which they were first met. */
    Collection<Target> changed() {
        return targets.values().stream().filter(target -> !target.steps.isEmpty()).toList();
    }

    /** An article on the desk, and what the batch makes of it. */
    static final class Target {

        final boolean isNew;
        final List<Step> steps = new ArrayList<>();
        DeskEntry entry;
        Optional<Step> published = Optional.empty();

        Target(DeskEntry entry, boolean isNew) {
            this.entry = entry;
            this.isNew = isNew;
        }

        Step last() {
            return steps.get(steps.size() - 1);
        }
    }

    /** One save. */
    record Step(DeskEntry saved, Contents.Accepted accepted) {
    }
}
