package org.depesche.content.editorial.bulk;

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

import org.depesche.content.editorial.ArticleState;
import org.depesche.content.editorial.Schedule;
import org.depesche.content.editorial.SlugAllocator;
import org.depesche.content.editorial.WorkingCopies;
import org.depesche.content.editorial.WorkingCopyMetadata;
import org.depesche.content.editorial.form.ArticleForm;
import org.depesche.content.editorial.form.ContentAssembler;
import org.depesche.content.editorial.form.ResolvedForm;
import org.depesche.content.editorial.lifecycle.PublishingRequirements;
import org.depesche.content.projection.UrlOwnership;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.problem.InputError;

/**
 * Decides, record after record, what a batch does to the articles on the desk. A plain object: everything it has to know was
 * looked up before, everything it decides is written afterwards.
 */
final class ImportBatch {

    private final ArticleImporter.ImportRules rules;
    private final PublishingRequirements requirements;
    private final PublicationZone zone;
    private final Instant now;
    private final SlugAllocator slugs;
    private final Map<UUID, UUID> originOwners;
    private final Set<UUID> unchanged;
    private final UrlOwnership urlOwnership;
    private final Map<UUID, Target> targets = new LinkedHashMap<>();

    /**
     * @param standing the articles that the batch meets, as they stand
     * @param settled those of them that it leaves so
     * @param claims whose the aliases are that the batch brings
     */
    ImportBatch(ArticleImporter.ImportRules rules, PublishingRequirements publication, PublicationZone zone, Instant now,
            SlugAllocator slugs,
            Map<UUID, UUID> origins, Map<UUID, WorkingCopyMetadata> standing, Set<UUID> settled, UrlOwnership claims) {
        this.rules = rules;
        this.requirements = publication;
        this.zone = zone;
        this.now = now;
        this.slugs = slugs;
        this.originOwners = new HashMap<>(origins);
        this.unchanged = Set.copyOf(settled);
        this.urlOwnership = claims;
        standing.forEach((id, entry) -> targets.put(id, new Target(entry, false)));
    }

    static Optional<UUID> findTarget(ImportItem arrival, Map<UUID, UUID> origins, SlugAllocator slugs) {
        return arrival.originHash() != null ? Optional.ofNullable(origins.get(arrival.originHash()))
                : arrival.slug().flatMap(slugs::owner);
    }

    /** Whether this very record was the last that an import brought of its article. */
    static boolean isRepeated(ImportItem arrival, WorkingCopyMetadata entry) {
        return Arrays.equals(entry.importOrigin().digest(), arrival.record().digest());
    }

    /** @param checked absent for what was known from the start not to change anything */
    ImportResult decide(ImportItem arrival, Optional<ResolvedForm> checked) {
        if (!arrival.isReadable()) {
            return ImportResult.rejected(arrival.form().errors());
        }
        var match = findTarget(arrival, originOwners, slugs);
        if (match.filter(WorkingCopies.ERASED_OWNER::equals).isPresent()) {
            return ImportResult.rejected("", "This article was erased; an import does not bring it back.");
        }
        var target = match.map(targets::get);
        if (target.isPresent() && target.get().metadata.is(ArticleState.WITHDRAWN)) {
            return ImportResult.rejected("", "This article was withdrawn; an import does not bring it back.");
        }
        if (target.isPresent() && isRepeated(arrival, target.get().metadata)) {
            return ImportResult.UNCHANGED;
        }
        var right = checked.orElseThrow();
        if (target.isPresent() && isScheduledToUnpublish(target.get()) && futurePublication(right.form()).isPresent()) {
            return ImportResult.rejected("", "The article is scheduled to be unpublished; an import does not replace that.");
        }
        var errors = right.isValid() ? publishingErrors(right, arrival.newId(), target) : right.errors();
        if (!errors.isEmpty()) {
            return ImportResult.rejected(errors);
        }
        return target.filter(known -> unchanged.contains(known.metadata.id())).isPresent() ? ImportResult.UNCHANGED
                : accept(arrival, right, target);
    }

    private static boolean isScheduledToUnpublish(Target target) {
        var plan = target.metadata.schedule();
        return plan != null && plan.action() == Schedule.Action.UNPUBLISH;
    }

    private List<InputError> publishingErrors(ResolvedForm checked, UUID newId, Optional<Target> target) {
        if (staysUnpublished(target)) {
            return List.of();
        }
        var words = checked.form().content();
        var id = target.map(known -> known.metadata.id()).orElse(newId);
        return Stream.concat(
                requirements.missingFields(words, checked.form().placements().isSpecified(), checked.leadImage()).stream(),
                requirements.takenAliases(words.distribution().aliases(), urlOwnership, id).stream()).toList();
    }

    private boolean staysUnpublished(Optional<Target> target) {
        return rules.asDraft() || target.isPresent() && target.get().metadata.is(ArticleState.UNPUBLISHED);
    }

    private ImportResult accept(ImportItem arrival, ResolvedForm checked, Optional<Target> target) {
        var id = target.map(known -> known.metadata.id()).orElse(arrival.newId());
        var wanted = arrival.slug();
        if (wanted.isPresent() && !slugs.isAvailableTo(wanted.get(), id)) {
            return ImportResult.rejected("/slug", "The slug \"" + wanted.get() + "\" is or was another article's.");
        }
        var save = new WorkingCopyMetadata.Save(now, rules.by(), null, WorkingCopyMetadata.Save.IMPORT);
        var slug = allocateSlug(arrival, id, target);
        if (target.isPresent()) {
            var provenance = new WorkingCopyMetadata.ImportOrigin(
                    arrival.originHash() != null ? arrival.originHash() : target.get().metadata.importOrigin().originHash(),
                    arrival.record().digest());
            addRevision(target.get(), target.get().metadata.withNewRevision(slug, save, provenance), checked);
            return ImportResult.UPDATED;
        }
        var entry = WorkingCopyMetadata.newDraft(id, slug, new WorkingCopyMetadata.Creator(null, rules.by()), save,
                new WorkingCopyMetadata.ImportOrigin(arrival.originHash(), arrival.record().digest()));
        var fresh = new Target(entry, true);
        targets.put(id, fresh);
        if (arrival.originHash() != null) {
            originOwners.put(arrival.originHash(), id);
        }
        addRevision(fresh, entry, checked);
        return ImportResult.CREATED;
    }

    private String allocateSlug(ImportItem arrival, UUID id, Optional<Target> target) {
        if (arrival.slug().isPresent()) {
            return slugs.allocate(arrival.slug().get(), id);
        }
        if (target.isPresent() && !target.get().metadata.hasProvisionalSlug()) {
            return target.get().metadata.slug();
        }
        return arrival.derivedSlug().map(slug -> slugs.allocateNumbered(slug, id))
                .orElseGet(() -> slugs.allocate(WorkingCopyMetadata.provisionalSlug(id), id));
    }

    private void addRevision(Target target, WorkingCopyMetadata saved, ResolvedForm checked) {
        var step = new PendingRevision(saved, new ContentAssembler.ResolvedArticle(saved.id(), checked));
        target.revisions.add(step);
        target.metadata = saved;
        if (!staysUnpublished(Optional.of(target))) {
            publishOrSchedule(target, step, checked.form());
        }
    }

    private void publishOrSchedule(Target target, PendingRevision step, ArticleForm form) {
        var due = futurePublication(form);
        if (due.isPresent()) {
            target.metadata = step.metadata
                    .withSchedule(Schedule.of(Schedule.Action.PUBLISH, due.get(), zone.zone().getId(), rules.by()));
        } else {
            var first = Optional.ofNullable(form.content().distribution().publishedAt())
                    .or(target.metadata.publication()::firstPublishedAt)
                    .orElse(now);
            target.metadata = step.metadata.withPublication(first, updatedAt(target.metadata, form, first));
            target.publishedRevision = Optional.of(step);
            urlOwnership.assign(form.content().distribution().aliases(), target.metadata.id(), target.metadata.slug());
        }
    }

    /** When it may go public, if that is still to come. */
    private Optional<Instant> futurePublication(ArticleForm form) {
        return Stream.of(form.content().distribution().publishedAt(), form.content().distribution().embargoUntil())
                .filter(moment -> moment != null && moment.isAfter(now)).max(Instant::compareTo);
    }

    private Instant updatedAt(WorkingCopyMetadata entry, ArticleForm form, Instant publishedAt) {
        var told = Optional.ofNullable(form.updatedAt()).orElse(entry.is(ArticleState.PUBLISHED) ? now : publishedAt);
        return told.isBefore(publishedAt) ? publishedAt : told;
    }

    /** What happened to articles, in the order in which they were first met. */
    Collection<Target> changedTargets() {
        return targets.values().stream().filter(target -> !target.revisions.isEmpty()).toList();
    }

    /** An article on the desk, and what the batch makes of it. */
    static final class Target {

        final boolean isNew;
        final List<PendingRevision> revisions = new ArrayList<>();
        WorkingCopyMetadata metadata;
        Optional<PendingRevision> publishedRevision = Optional.empty();

        Target(WorkingCopyMetadata entry, boolean isNew) {
            this.metadata = entry;
            this.isNew = isNew;
        }

        PendingRevision last() {
            return revisions.get(revisions.size() - 1);
        }
    }

    /** One save. */
    record PendingRevision(WorkingCopyMetadata metadata, ContentAssembler.ResolvedArticle article) {
    }
}
