package org.depesche.content.editorial.bulk;

import java.time.Clock;
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

import org.depesche.content.editorial.SlugAllocator;
import org.depesche.content.editorial.SlugNumberRepository;
import org.depesche.content.editorial.WorkingCopy;
import org.depesche.content.editorial.WorkingCopyMetadata;
import org.depesche.content.editorial.WorkingCopyRepository;
import org.depesche.content.editorial.bulk.ImportBatch.PendingRevision;
import org.depesche.content.editorial.bulk.ImportBatch.Target;
import org.depesche.content.editorial.form.ArticleForm;
import org.depesche.content.editorial.form.CircularReferences;
import org.depesche.content.editorial.form.ContentAssembler;
import org.depesche.content.editorial.form.ReferenceResolver;
import org.depesche.content.editorial.form.ResolvedForm;
import org.depesche.content.editorial.lifecycle.PublishingRequirements;
import org.depesche.content.model.ArticleContent;
import org.depesche.content.model.ArticleSnapshot;
import org.depesche.content.publication.ArticlePublisher;
import org.depesche.platform.http.PublicationZone;

/** Creates, updates and publishes many articles, in a number of statements that does not depend on the number of articles. */
@ApplicationScoped
public class ArticleImporter {

    private final WorkingCopyRepository copies;
    private final SlugNumberRepository numbers;
    private final ReferenceResolver resolver;
    private final CircularReferences circles;
    private final ContentAssembler assembler;
    private final ArticlePublisher publisher;
    private final PublishingRequirements requirements;
    private final PublicationZone zone;
    private final Clock clock;

    ArticleImporter(WorkingCopyRepository copies, SlugNumberRepository numbers, ReferenceResolver resolver,
            CircularReferences circles, ContentAssembler assembler, ArticlePublisher publisher,
            PublishingRequirements requirements, PublicationZone zone, Clock clock) {
        this.copies = copies;
        this.numbers = numbers;
        this.resolver = resolver;
        this.circles = circles;
        this.assembler = assembler;
        this.publisher = publisher;
        this.requirements = requirements;
        this.zone = zone;
        this.clock = clock;
    }

    /** Imports records in the caller's transaction. The results are in the order of the records. */
    @Transactional(TxType.MANDATORY)
    public List<ImportResult> importAll(List<ImportRecord> records, ImportRules rules) {
        var items = records.stream().map(ImportItem::of).toList();
        var readable = items.stream().filter(ImportItem::isReadable).toList();
        var slugs = SlugAllocator.load(readable.stream().flatMap(item -> item.slug().stream()).toList(),
                readable.stream().flatMap(item -> item.derivedSlug().stream()).toList(), copies, numbers);
        var origins = copies.originOwners(readable.stream().map(ImportItem::originHash).filter(Objects::nonNull).toList());
        var existing = lockExisting(readable, origins, slugs);
        var unchanged = findUnchanged(readable, origins, slugs, existing);
        var candidates = findCandidates(readable, origins, slugs, existing, unchanged);
        var resolved = resolve(candidates, rules, origins, slugs);
        var batch = new ImportBatch(rules, requirements, zone, clock.instant(), slugs, origins, existing, unchanged,
                publisher.urlOwnership(
                        candidates.stream().flatMap(item -> item.form().content().distribution().aliases().stream())
                                .toList()));
        var results = items.stream().map(item -> batch.decide(item, Optional.ofNullable(resolved.get(item.newId()))))
                .toList();
        write(batch.changedTargets(), slugs);
        return results;
    }

    private Map<UUID, WorkingCopyMetadata> lockExisting(List<ImportItem> items, Map<UUID, UUID> origins,
            SlugAllocator slugs) {
        return copies.metadataForUpdate(
                items.stream().flatMap(item -> ImportBatch.findTarget(item, origins, slugs).stream())
                        .collect(Collectors.toSet()));
    }

    /**
     * Finds the articles whose last record in the batch is the record imported last. Without this look ahead, a file with two
     * records of one article would change the article at each import.
     */
    private static Set<UUID> findUnchanged(List<ImportItem> items, Map<UUID, UUID> origins, SlugAllocator slugs,
            Map<UUID, WorkingCopyMetadata> existing) {
        var last = new HashMap<UUID, ImportItem>();
        items.forEach(item -> ImportBatch.findTarget(item, origins, slugs).ifPresent(id -> last.put(id, item)));
        return last.keySet().stream()
                .filter(id -> existing.containsKey(id) && ImportBatch.isRepeated(last.get(id), existing.get(id)))
                .collect(Collectors.toSet());
    }

    /** Finds the items that may change an article, or may have errors. */
    private static List<ImportItem> findCandidates(List<ImportItem> items, Map<UUID, UUID> origins, SlugAllocator slugs,
            Map<UUID, WorkingCopyMetadata> existing, Set<UUID> unchanged) {
        return items.stream().filter(item -> ImportBatch.findTarget(item, origins, slugs)
                .filter(id -> unchanged.contains(id) && ImportBatch.isRepeated(item, existing.get(id))).isEmpty()).toList();
    }

    private Map<UUID, ResolvedForm> resolve(List<ImportItem> items, ImportRules rules, Map<UUID, UUID> origins,
            SlugAllocator slugs) {
        var batchArticles = new HashMap<String, UUID>();
        items.forEach(item -> item.slug()
                .ifPresent(slug -> batchArticles.putIfAbsent(slug, slugs.owner(slug).orElse(item.newId()))));
        var resolved = resolver.resolve(items.stream().map(ImportItem::form).toList(), rules.site(), rules.createsCategories(),
                batchArticles);
        var checked = circles.checkAll(IntStream.range(0, resolved.size())
                .mapToObj(i -> new ContentAssembler.ResolvedArticle(articleId(items.get(i), origins, slugs, batchArticles),
                        resolved.get(i)))
                .toList());
        return IntStream.range(0, checked.size()).boxed()
                .collect(Collectors.toMap(i -> items.get(i).newId(), checked::get));
    }

    /** Returns the article that the item changes or creates. Records of one slug are one article. */
    private static UUID articleId(ImportItem item, Map<UUID, UUID> origins, SlugAllocator slugs,
            Map<String, UUID> batchArticles) {
        return ImportBatch.findTarget(item, origins, slugs).or(() -> item.slug().map(batchArticles::get))
                .orElse(item.newId());
    }

    private void write(Collection<Target> targets, SlugAllocator slugs) {
        if (targets.isEmpty()) {
            return;
        }
        var steps = targets.stream().flatMap(target -> target.revisions.stream()).toList();
        var assembled = assembler.assemble(steps.stream().map(PendingRevision::article).toList());
        var contents = new IdentityHashMap<PendingRevision, ArticleContent>();
        IntStream.range(0, steps.size()).forEach(i -> contents.put(steps.get(i), assembled.get(i)));
        copies.archivePresentRevisions(
                targets.stream().filter(target -> !target.isNew).map(target -> target.metadata.id()).toList());
        copies.insertRevisions(
                targets.stream().flatMap(target -> target.revisions.subList(0, target.revisions.size() - 1).stream())
                        .map(step -> new WorkingCopy(step.metadata(), contents.get(step))).toList());
        copies.insert(finalCopies(targets, true, contents));
        copies.update(finalCopies(targets, false, contents));
        copies.insertSlugs(slugs.newSlugs());
        publish(targets, contents);
    }

    private static List<WorkingCopy> finalCopies(Collection<Target> targets, boolean isNew,
            Map<PendingRevision, ArticleContent> contents) {
        return targets.stream().filter(target -> target.isNew == isNew)
                .map(target -> new WorkingCopy(target.metadata, contents.get(target.last()))).toList();
    }

    private void publish(Collection<Target> targets, Map<PendingRevision, ArticleContent> contents) {
        var published = targets.stream().filter(target -> target.publishedRevision.isPresent()).toList();
        if (!published.isEmpty()) {
            var serials = copies.serials(published.stream().map(target -> target.metadata.id()).toList());
            publisher.publish(published.stream().map(target -> snapshot(target, serials.get(target.metadata.id()),
                    contents.get(target.publishedRevision.get()))).toList());
        }
    }

    private ArticleSnapshot snapshot(Target target, long serial, ArticleContent content) {
        var published = target.metadata.publication();
        return new ArticleSnapshot(target.metadata.id(), serial, target.metadata.slug(),
                Objects.requireNonNull(published.revision()),
                Objects.requireNonNull(published.publishedAt()), Objects.requireNonNull(published.updatedAt()), clock.instant(),
                content,
                false);
    }

    /**
     * One record of an import.
     *
     * @param digest the SHA-256 of the record
     */
    public record ImportRecord(ArticleForm form, byte[] digest) {
    }

    /**
     * The options of an import.
     *
     * @param site the home site of records that name no site
     * @param asDraft the import publishes nothing
     * @param createsCategories the import creates unknown categories instead of rejecting their records
     * @param by the name in the working copies
     */
    public record ImportRules(UUID site, boolean asDraft, boolean createsCategories, String by) {
    }
}
