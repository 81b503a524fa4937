package org.depesche.content.editorial;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.body.BodyReferences;
import org.depesche.content.body.ImageReference;
import org.depesche.content.image.ImageUsages;
import org.depesche.content.taxonomy.TaxonomyLock;
import org.depesche.content.taxonomy.TaxonomyUsageCheck;
import org.depesche.kernel.Uuid7;
import org.jdbi.v3.core.Jdbi;

/**
 * Stores which categories, tags, authors and images working copies use, except for those that are published unchanged. An
 * import that publishes therefore writes no rows.
 */
@ApplicationScoped
class WorkingCopyReferenceRepository implements TaxonomyUsageCheck, ImageUsages {

    private static final int MAX_COUNT = 1_000;

    private final Jdbi jdbi;
    private final TaxonomyLock lock;

    WorkingCopyReferenceRepository(Jdbi jdbi, TaxonomyLock lock) {
        this.jdbi = jdbi;
        this.lock = lock;
    }

    /** Inserts the usages of new working copies. */
    void insertUsages(Collection<WorkingCopy> copies) {
        lock.lockShared();
        var drafts = copies.stream().filter(copy -> !isPublishedUnchanged(copy.metadata())).toList();
        if (drafts.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            var rows = handle.prepareBatch("insert into article_use (target_id, article_id) values (?, ?)");
            drafts.forEach(copy -> referencedIds(copy).distinct().sorted().forEach(id -> rows.add(id, copy.metadata().id())));
            if (rows.size() > 0) {
                rows.execute();
            }
        });
    }

    void replaceUsages(Collection<WorkingCopy> copies) {
        lock.lockShared();
        var ids = copies.stream().map(copy -> copy.metadata().id()).toList();
        jdbi.useHandle(handle -> handle.createUpdate("delete from article_use where article_id in (<ids>)")
                .bindList("ids", ids).execute());
        insertUsages(copies);
    }

    private static boolean isPublishedUnchanged(WorkingCopyMetadata entry) {
        return entry.is(ArticleState.PUBLISHED) && Objects.equals(entry.publication().revision(), entry.revision());
    }

    private static Stream<UUID> referencedIds(WorkingCopy copy) {
        var content = copy.content();
        var categories = content.classification().placements().stream()
                .flatMap(placement -> Stream.concat(Stream.of(placement.category()), placement.further().stream()));
        var images = Stream.concat(Stream.ofNullable(content.story().image()).map(ImageReference::id),
                BodyReferences.of(content.story().body()).images().stream());
        return Stream
                .of(content.classification().tags().stream(), content.classification().authors().stream(), categories, images)
                .flatMap(ids -> ids);
    }

    @Override
    public Optional<String> blockingUse(Collection<UUID> ids) {
        var count = jdbi.withHandle(handle -> handle.createQuery(
                "select count(*) from (select 1 from article_use where target_id in (<ids>) limit " + MAX_COUNT + ") found")
                .bindList("ids", List.copyOf(ids)).mapTo(Integer.class).one());
        return count == 0 ? Optional.empty()
                : Optional.of("drafts name it: " + (count < MAX_COUNT ? count : count + " or more"));
    }

    /** Returns the working copies that show an image, unless the published article shows it too. */
    @Override
    public List<ImageUsages.ImageUsage> usagesOf(UUID image, int max) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select a.id, a.slug from article_use u join article a on a.id = u.article_id"
                        + " where u.target_id = ? order by a.id limit ?")
                .bind(0, image).bind(1, max)
                .map((row, context) -> new ImageUsages.ImageUsage(ImageUsages.ImageUsage.Kind.ARTICLE,
                        Uuid7.of(row.getBytes(1)), row.getString(2)))
                .list());
    }
}
