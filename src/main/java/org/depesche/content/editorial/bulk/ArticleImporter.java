package org.depesche.content.editorial.bulk;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.depesche.content.category.Categories;
import org.depesche.content.editorial.SlugAllocator;
import org.depesche.content.editorial.SlugNumbers;
import org.depesche.content.editorial.WorkingCopies;
import org.depesche.content.editorial.WorkingCopy;
import org.depesche.content.editorial.WorkingCopyMetadata;
import org.depesche.content.editorial.bulk.ImportBatch.PendingRevision;
import org.depesche.content.editorial.bulk.ImportBatch.Target;
import org.depesche.content.editorial.form.ArticleForm;
import org.depesche.content.editorial.form.ContentAssembler;
import org.depesche.content.editorial.form.PlacementResolver;
import org.depesche.content.editorial.form.ReferenceResolver;
import org.depesche.content.editorial.form.ResolvedForm;
import org.depesche.content.editorial.lifecycle.PublishingRequirements;
import org.depesche.content.model.ArticleContent;
import org.depesche.content.model.ArticleSnapshot;
import org.depesche.content.publication.ArticlePublisher;
import org.depesche.content.site.Sites;
import org.depesche.platform.http.PublicationZone;

/**
 * Takes many articles at once: makes or revises their working copies and publishes them, in a number of statements that does
 * not depend on how many there are.
 */
@ApplicationScoped
public class ArticleImporter {

    private final WorkingCopies copies;
    private final SlugNumbers numbers;
    private final ReferenceResolver resolver;
    private final ContentAssembler assembler;
    private final Sites sites;
    private final Categories categories;
    private final ArticlePublisher publication;
    private final PublishingRequirements requirements;
    private final PublicationZone zone;
    private final Clock clock;

    ArticleImporter(WorkingCopies copies, SlugNumbers numbers, ReferenceResolver references, ContentAssembler contents,
            Sites sites,
            Categories categories, ArticlePublisher publication, PublishingRequirements publicationRules, PublicationZone zone,
            Clock clock) {
        this.copies = copies;
        this.numbers = numbers;
        this.resolver = references;
        this.assembler = contents;
        this.sites = sites;
        this.categories = categories;
        this.publication = publication;
        this.requirements = publicationRules;
        this.zone = zone;
        this.clock = clock;
    }

    /** In the caller's transaction, in the order of the records; the results stand in that order too. */
    @Transactional(TxType.MANDATORY)
    public List<ImportResult> importAll(List<ImportRecord> records, ImportRules rules) {
        var arrivals = records.stream().map(ImportItem::of).toList();
        var readable = arrivals.stream().filter(ImportItem::isReadable).toList();
        var slugs = SlugAllocator.load(readable.stream().flatMap(arrival -> arrival.slug().stream()).toList(),
                readable.stream().flatMap(arrival -> arrival.derivedSlug().stream()).toList(), copies, numbers);
        var origins = copies.originOwners(readable.stream().map(ImportItem::originHash).filter(Objects::nonNull).toList());
        var placing = new PlacementResolver(sites, categories, sites.byId(rules.site()), rules.createsCategories());
        var standing = lockExisting(readable, origins, slugs);
        var settled = findUnchanged(readable, origins, slugs, standing);
        var suspects = findCandidates(readable, origins, slugs, standing, settled);
        var checked = resolve(suspects, placing, slugs);
        var batch = new ImportBatch(rules, requirements, zone, now(), slugs, origins, standing, settled,
                publication.urlOwnership(
                        suspects.stream().flatMap(arrival -> arrival.form().content().distribution().aliases().stream())
                                .toList()));
        var results = arrivals.stream().map(arrival -> batch.decide(arrival, Optional.ofNullable(checked.get(arrival.newId()))))
                .toList();
        write(batch.changedTargets(), slugs);
        return results;
    }

    private Map<UUID, WorkingCopyMetadata> lockExisting(List<ImportItem> arrivals, Map<UUID, UUID> origins,
            SlugAllocator slugs) {
        return copies.metadataForUpdate(
                arrivals.stream().flatMap(arrival -> ImportBatch.findTarget(arrival, origins, slugs).stream())
                        .collect(Collectors.toSet()));
    }

    /**
     * Articles that the batch leaves as they are: the last of their records was imported just so before. Without looking so
     * far ahead, a file that brings an article twice would never come to rest.
     */
    private static Set<UUID> findUnchanged(List<ImportItem> arrivals, Map<UUID, UUID> origins, SlugAllocator slugs,
            Map<UUID, WorkingCopyMetadata> standing) {
        var last = new HashMap<UUID, ImportItem>();
        arrivals.forEach(arrival -> ImportBatch.findTarget(arrival, origins, slugs).ifPresent(id -> last.put(id, arrival)));
        return last.keySet().stream()
                .filter(id -> standing.containsKey(id) && ImportBatch.isRepeated(last.get(id), standing.get(id)))
                .collect(Collectors.toSet());
    }

    /** Those that may change something, or may be wrong. */
    private static List<ImportItem> findCandidates(List<ImportItem> arrivals, Map<UUID, UUID> origins, SlugAllocator slugs,
            Map<UUID, WorkingCopyMetadata> standing, Set<UUID> settled) {
        return arrivals.stream().filter(arrival -> ImportBatch.findTarget(arrival, origins, slugs)
                .filter(id -> settled.contains(id) && ImportBatch.isRepeated(arrival, standing.get(id))).isEmpty()).toList();
    }

    private Map<UUID, ResolvedForm> resolve(List<ImportItem> arrivals, PlacementResolver placing,
            SlugAllocator slugs) {
        var coming = new HashMap<String, UUID>();
        arrivals.forEach(arrival -> arrival.slug()
                .ifPresent(slug -> coming.putIfAbsent(slug, slugs.owner(slug).orElse(arrival.newId()))));
        var checked = resolver.resolve(arrivals.stream().map(ImportItem::form).toList(), placing, coming);
        return IntStream.range(0, checked.size()).boxed()
                .collect(Collectors.toMap(i -> arrivals.get(i).newId(), checked::get));
    }

    private void write(Collection<Target> targets, SlugAllocator slugs) {
        if (targets.isEmpty()) {
            return;
        }
        var steps = targets.stream().flatMap(target -> target.revisions.stream()).toList();
        var made = assembler.assemble(steps.stream().map(PendingRevision::article).toList());
        var says = new IdentityHashMap<PendingRevision, ArticleContent>();
        IntStream.range(0, steps.size()).forEach(i -> says.put(steps.get(i), made.get(i)));
        copies.archivePresentRevisions(
                targets.stream().filter(target -> !target.isNew).map(target -> target.metadata.id()).toList());
        copies.insertRevisions(
                targets.stream().flatMap(target -> target.revisions.subList(0, target.revisions.size() - 1).stream())
                        .map(step -> new WorkingCopy(step.metadata(), says.get(step))).toList());
        copies.insert(finalCopies(targets, true, says));
        copies.update(finalCopies(targets, false, says));
        copies.insertSlugs(slugs.newSlugs());
        publish(targets, says);
    }

    private static List<WorkingCopy> finalCopies(Collection<Target> targets, boolean isNew,
            Map<PendingRevision, ArticleContent> says) {
        return targets.stream().filter(target -> target.isNew == isNew)
                .map(target -> new WorkingCopy(target.metadata, says.get(target.last()))).toList();
    }

    private void publish(Collection<Target> targets, Map<PendingRevision, ArticleContent> says) {
        var snapshots = targets.stream().filter(target -> target.publishedRevision.isPresent())
                .map(target -> snapshot(target, says.get(target.publishedRevision.get()))).toList();
        if (!snapshots.isEmpty()) {
            publication.publish(snapshots);
        }
    }

    private ArticleSnapshot snapshot(Target target, ArticleContent content) {
        var public_ = target.metadata.publication();
        return new ArticleSnapshot(target.metadata.id(), target.metadata.slug(), Objects.requireNonNull(public_.revision()),
                Objects.requireNonNull(public_.publishedAt()), Objects.requireNonNull(public_.updatedAt()), now(), content,
                false);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * One record of an import.
     *
     * @param digest the SHA-256 of the record: two that say the same have the same
     */
    public record ImportRecord(ArticleForm form, byte[] digest) {
    }

    /**
     * How records are taken.
     *
     * @param site whose categories records name that name no site themselves
     * @param asDraft nothing becomes public
     * @param makesCategories an unknown category is made instead of rejecting its records
     * @param by whose name the working copies bear
     */
    public record ImportRules(UUID site, boolean asDraft, boolean createsCategories, String by) {
    }
}
