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
import org.depesche.content.editorial.WorkingCopyMetadata;
import org.depesche.content.editorial.WorkingCopyRepository;
import org.depesche.content.editorial.form.ArticleForm;
import org.depesche.content.editorial.form.ContentAssembler;
import org.depesche.content.editorial.form.ResolvedForm;
import org.depesche.content.editorial.lifecycle.PublishingRequirements;
import org.depesche.content.projection.url.UrlOwnership;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.problem.InputError;

/**
 * Decides record by record how a batch changes articles. It is a plain object: all look-ups are done before, and all changes
 * are written afterwards.
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
     * @param existing the locked articles of the batch
     * @param unchanged those that the batch does not change
     * @param urlOwnership the owners of the aliases in the batch
     */
    ImportBatch(ArticleImporter.ImportRules rules, PublishingRequirements requirements, PublicationZone zone, Instant now,
            SlugAllocator slugs, Map<UUID, UUID> originOwners, Map<UUID, WorkingCopyMetadata> existing, Set<UUID> unchanged,
            UrlOwnership urlOwnership) {
        this.rules = rules;
        this.requirements = requirements;
        this.zone = zone;
        this.now = now;
        this.slugs = slugs;
        this.originOwners = new HashMap<>(originOwners);
        this.unchanged = Set.copyOf(unchanged);
        this.urlOwnership = urlOwnership;
        existing.forEach((id, entry) -> targets.put(id, new Target(entry, false)));
    }

    static Optional<UUID> findTarget(ImportItem item, Map<UUID, UUID> origins, SlugAllocator slugs) {
        return item.originHash() != null ? Optional.ofNullable(origins.get(item.originHash()))
                : item.slug().flatMap(slugs::owner);
    }

    /** Returns whether this record is the record of its article that was imported last. */
    static boolean isRepeated(ImportItem item, WorkingCopyMetadata entry) {
        return Arrays.equals(entry.importOrigin().digest(), item.record().digest());
    }

    /** @param resolved absent if the record is known to change nothing */
    ImportResult decide(ImportItem item, Optional<ResolvedForm> resolved) {
        if (!item.isReadable()) {
            return ImportResult.rejected(item.form().errors());
        }
        var match = findTarget(item, originOwners, slugs);
        if (match.filter(WorkingCopyRepository.ERASED_OWNER::equals).isPresent()) {
            return ImportResult.rejected("", "This article was erased; an import does not bring it back.");
        }
        var target = match.map(targets::get);
        if (target.isPresent() && target.get().metadata.is(ArticleState.WITHDRAWN)) {
            return ImportResult.rejected("", "This article was withdrawn; an import does not bring it back.");
        }
        if (target.isPresent() && isRepeated(item, target.get().metadata)) {
            return ImportResult.UNCHANGED;
        }
        var form = resolved.orElseThrow();
        if (!form.form().textsToWriteBack().isEmpty()) {
            return ImportResult.rejected("", "An import does not change images: `writeBack` is for the desk.");
        }
        if (target.isPresent() && isScheduledToUnpublish(target.get()) && futurePublication(form.form()).isPresent()) {
            return ImportResult.rejected("", "The article is scheduled to be unpublished; an import does not replace that.");
        }
        var errors = form.isValid() ? publishingErrors(form, item.newId(), target) : form.errors();
        if (!errors.isEmpty()) {
            return ImportResult.rejected(errors);
        }
        return target.filter(known -> unchanged.contains(known.metadata.id())).isPresent() ? ImportResult.UNCHANGED
                : accept(item, form, target);
    }

    private static boolean isScheduledToUnpublish(Target target) {
        var schedule = target.metadata.schedule();
        return schedule != null && schedule.action() == Schedule.Action.UNPUBLISH;
    }

    private List<InputError> publishingErrors(ResolvedForm resolved, UUID newId, Optional<Target> target) {
        if (staysUnpublished(target)) {
            return List.of();
        }
        var content = resolved.form().content();
        var id = target.map(known -> known.metadata.id()).orElse(newId);
        return Stream.concat(
                requirements.missingFields(content, resolved.form().placements().isSpecified(), resolved.leadImage()).stream(),
                requirements.takenAliases(content.distribution().aliases(), urlOwnership, id).stream()).toList();
    }

    private boolean staysUnpublished(Optional<Target> target) {
        return rules.asDraft() || target.isPresent() && target.get().metadata.is(ArticleState.UNPUBLISHED);
    }

    private ImportResult accept(ImportItem item, ResolvedForm resolved, Optional<Target> target) {
        var id = target.map(known -> known.metadata.id()).orElse(item.newId());
        var slugOfRecord = item.slug();
        if (slugOfRecord.isPresent() && !slugs.isAvailableTo(slugOfRecord.get(), id)) {
            return ImportResult.rejected("/slug", "The slug \"" + slugOfRecord.get() + "\" is or was another article's.");
        }
        var save = new WorkingCopyMetadata.Save(now, rules.by(), null, WorkingCopyMetadata.SaveKind.IMPORT);
        var slug = allocateSlug(item, id, target);
        if (target.isPresent()) {
            var origin = new WorkingCopyMetadata.ImportOrigin(
                    item.originHash() != null ? item.originHash() : target.get().metadata.importOrigin().originHash(),
                    item.record().digest());
            addRevision(target.get(), target.get().metadata.withNewRevision(slug, save, origin), resolved);
            return ImportResult.UPDATED;
        }
        var entry = WorkingCopyMetadata.newDraft(id, slug, new WorkingCopyMetadata.Creator(null, rules.by(), now), save,
                new WorkingCopyMetadata.ImportOrigin(item.originHash(), item.record().digest()));
        var created = new Target(entry, true);
        targets.put(id, created);
        if (item.originHash() != null) {
            originOwners.put(item.originHash(), id);
        }
        addRevision(created, entry, resolved);
        return ImportResult.CREATED;
    }

    private String allocateSlug(ImportItem item, UUID id, Optional<Target> target) {
        if (item.slug().isPresent()) {
            return slugs.allocate(item.slug().get(), id);
        }
        if (target.isPresent() && !target.get().metadata.hasProvisionalSlug()) {
            return target.get().metadata.slug();
        }
        return item.derivedSlug().map(slug -> slugs.allocateNumbered(slug, id))
                .orElseGet(() -> slugs.allocate(WorkingCopyMetadata.provisionalSlug(id), id));
    }

    private void addRevision(Target target, WorkingCopyMetadata revision, ResolvedForm resolved) {
        var saved = revision.withUpdatedAt(resolved.form().updatedAt());
        var step = new PendingRevision(saved, new ContentAssembler.ResolvedArticle(saved.id(), resolved));
        target.revisions.add(step);
        target.metadata = saved;
        if (!staysUnpublished(Optional.of(target))) {
            publishOrSchedule(target, step, resolved.form());
        }
    }

    private void publishOrSchedule(Target target, PendingRevision step, ArticleForm form) {
        var publishAt = futurePublication(form);
        if (publishAt.isPresent()) {
            target.metadata = step.metadata
                    .withSchedule(Schedule.of(Schedule.Action.PUBLISH, publishAt.get(), zone.zone().getId(), rules.by()));
        } else {
            var first = Optional.ofNullable(form.content().distribution().publishedAt())
                    .or(target.metadata.publication()::firstPublishedAt)
                    .orElse(now);
            target.metadata = step.metadata.withPublication(first, updatedAt(target.metadata, form, first));
            target.publishedRevision = Optional.of(step);
            urlOwnership.assign(form.content().distribution().aliases(), target.metadata.id(), target.metadata.slug());
        }
    }

    /** Returns the time of publication, if it is in the future. */
    private Optional<Instant> futurePublication(ArticleForm form) {
        return Stream.of(form.content().distribution().publishedAt(), form.content().distribution().embargoUntil())
                .filter(moment -> moment != null && moment.isAfter(now)).max(Instant::compareTo);
    }

    /** A time ahead of the clock counts as now: it would stand in feeds, and at the top of lists, until it is reached. */
    private Instant updatedAt(WorkingCopyMetadata entry, ArticleForm form, Instant publishedAt) {
        var reported = Optional.ofNullable(form.updatedAt()).map(time -> time.isAfter(now) ? now : time)
                .orElse(entry.is(ArticleState.PUBLISHED) ? now : publishedAt);
        return reported.isBefore(publishedAt) ? publishedAt : reported;
    }

    /** Returns the changed articles, in the order of their first records. */
    Collection<Target> changedTargets() {
        return targets.values().stream().filter(target -> !target.revisions.isEmpty()).toList();
    }

    /** An article and the changes of the batch. */
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

    /** A save that the batch will store. */
    record PendingRevision(WorkingCopyMetadata metadata, ContentAssembler.ResolvedArticle article) {
    }
}
