package org.depesche.content.editorial;

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

import org.depesche.content.article.ArticleContent;
import org.depesche.content.article.Publication;
import org.depesche.content.article.Snapshot;
import org.depesche.content.category.Categories;
import org.depesche.content.editorial.IntakeBatch.Step;
import org.depesche.content.editorial.IntakeBatch.Target;
import org.depesche.content.site.Sites;
import org.depesche.platform.http.PublicationZone;

/**
 * Takes many articles at once: makes or revises their working copies and publishes them, in a number of statements that does
 * not depend on how many there are.
 */
@ApplicationScoped
public class ArticleIntake {

    private final WorkingCopies copies;
    private final SlugNumbers numbers;
    private final References references;
    private final Contents contents;
    private final Sites sites;
    private final Categories categories;
    private final Publication publication;
    private final PublicationRules publicationRules;
    private final PublicationZone zone;
    private final Clock clock;

    ArticleIntake(WorkingCopies copies, SlugNumbers numbers, References references, Contents contents, Sites sites,
            Categories categories, Publication publication, PublicationRules publicationRules, PublicationZone zone,
            Clock clock) {
        this.copies = copies;
        this.numbers = numbers;
        this.references = references;
        this.contents = contents;
        this.sites = sites;
        this.categories = categories;
        this.publication = publication;
        this.publicationRules = publicationRules;
        this.zone = zone;
        this.clock = clock;
    }

    /** In the caller's transaction, in the order of the records; the results stand in that order too. */
    @Transactional(TxType.MANDATORY)
    public List<IntakeResult> take(List<ImportedArticle> records, IntakeRules rules) {
        var arrivals = records.stream().map(Arrival::of).toList();
        var readable = arrivals.stream().filter(Arrival::isReadable).toList();
        var slugs = Slugs.of(readable.stream().flatMap(arrival -> arrival.slug().stream()).toList(),
                readable.stream().flatMap(arrival -> arrival.derivedSlug().stream()).toList(), copies, numbers);
        var origins = copies.byOrigin(readable.stream().map(Arrival::origin).filter(Objects::nonNull).toList());
        var placing = new Placing(sites, categories, sites.byId(rules.site()));
        var standing = standing(readable, origins, slugs);
        var settled = settled(readable, origins, slugs, standing);
        var suspects = suspects(readable, origins, slugs, standing, settled);
        var checked = check(suspects, placing, rules, slugs);
        var batch = new IntakeBatch(rules, publicationRules, zone, now(), slugs, origins, standing, settled,
                publication.claims(suspects.stream().flatMap(arrival -> arrival.form().words().aliases().stream()).toList()));
        var results = arrivals.stream().map(arrival -> batch.take(arrival, Optional.ofNullable(checked.get(arrival.newId()))))
                .toList();
        write(batch.changed(), slugs, placing);
        return results;
    }

    private Map<UUID, DeskEntry> standing(List<Arrival> arrivals, Map<UUID, UUID> origins, Slugs slugs) {
        return copies.locked(arrivals.stream().flatMap(arrival -> IntakeBatch.match(arrival, origins, slugs).stream())
                .collect(Collectors.toSet()));
    }

    /**
     * Articles that the batch leaves as they are: the last of their records was imported just so before. Without looking so
     * far ahead, a file that brings an article twice would never come to rest.
     */
    private static Set<UUID> settled(List<Arrival> arrivals, Map<UUID, UUID> origins, Slugs slugs,
            Map<UUID, DeskEntry> standing) {
        var last = new HashMap<UUID, Arrival>();
        arrivals.forEach(arrival -> IntakeBatch.match(arrival, origins, slugs).ifPresent(id -> last.put(id, arrival)));
        return last.keySet().stream()
                .filter(id -> standing.containsKey(id) && IntakeBatch.isKnown(last.get(id), standing.get(id)))
                .collect(Collectors.toSet());
    }

    /** Those that may change something, or may be wrong. */
    private static List<Arrival> suspects(List<Arrival> arrivals, Map<UUID, UUID> origins, Slugs slugs,
            Map<UUID, DeskEntry> standing, Set<UUID> settled) {
        return arrivals.stream().filter(arrival -> IntakeBatch.match(arrival, origins, slugs)
                .filter(id -> settled.contains(id) && IntakeBatch.isKnown(arrival, standing.get(id))).isEmpty()).toList();
    }

    private Map<UUID, Checked> check(List<Arrival> arrivals, Placing placing, IntakeRules rules, Slugs slugs) {
        var coming = new HashMap<String, UUID>();
        arrivals.forEach(arrival -> arrival.slug()
                .ifPresent(slug -> coming.putIfAbsent(slug, slugs.owner(slug).orElse(arrival.newId()))));
        var checked = references.check(arrivals.stream().map(Arrival::form).toList(), placing, rules.makesCategories(), coming);
        return IntStream.range(0, checked.size()).boxed()
                .collect(Collectors.toMap(i -> arrivals.get(i).newId(), checked::get));
    }

    private void write(Collection<Target> targets, Slugs slugs, Placing placing) {
        if (targets.isEmpty()) {
            return;
        }
        var steps = targets.stream().flatMap(target -> target.steps.stream()).toList();
        var made = contents.of(steps.stream().map(Step::accepted).toList(), placing);
        var says = new IdentityHashMap<Step, ArticleContent>();
        IntStream.range(0, steps.size()).forEach(i -> says.put(steps.get(i), made.get(i)));
        copies.keepPresent(targets.stream().filter(target -> !target.isNew).map(target -> target.entry.id()).toList());
        copies.keep(targets.stream().flatMap(target -> target.steps.subList(0, target.steps.size() - 1).stream())
                .map(step -> new WorkingCopy(step.saved(), says.get(step))).toList());
        copies.insert(lasting(targets, true, says));
        copies.update(lasting(targets, false, says));
        copies.addSlugs(slugs.given());
        publish(targets, says);
    }

    private static List<WorkingCopy> lasting(Collection<Target> targets, boolean isNew, Map<Step, ArticleContent> says) {
        return targets.stream().filter(target -> target.isNew == isNew)
                .map(target -> new WorkingCopy(target.entry, says.get(target.last()))).toList();
    }

    private void publish(Collection<Target> targets, Map<Step, ArticleContent> says) {
        var snapshots = targets.stream().filter(target -> target.published.isPresent())
                .map(target -> snapshot(target, says.get(target.published.get()))).toList();
        if (!snapshots.isEmpty()) {
            publication.publish(snapshots);
        }
    }

    private Snapshot snapshot(Target target, ArticleContent content) {
        var public_ = target.entry.publication();
        return new Snapshot(target.entry.id(), target.entry.slug(), Objects.requireNonNull(public_.revision()),
                Objects.requireNonNull(public_.publishedAt()), Objects.requireNonNull(public_.updatedAt()), now(), content,
                false);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
