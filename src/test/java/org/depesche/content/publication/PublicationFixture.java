package org.depesche.content.publication;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.author.Authors;
import org.depesche.content.body.Block;
import org.depesche.content.body.ImageReference;
import org.depesche.content.model.ArticleContent;
import org.depesche.content.model.ArticleSnapshot;
import org.depesche.content.projection.RelatedPicks;
import org.depesche.content.site.Sites;
import org.depesche.content.tag.Tags;
import org.depesche.kernel.Slug;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.http.ChangeLogPositionTracker;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Publishes articles without the editorial API, for tests of the public API. */
@ApplicationScoped
public class PublicationFixture {

    private static final AtomicLong SERIALS = new AtomicLong(1_000_000);

    private final ArticlePublisher publication;
    private final Sites sites;
    private final Tags tags;
    private final Authors authors;
    private final RelatedPicks picks;
    private final Jdbi jdbi;
    private final Clock clock;
    private final ChangeLogPositionTracker positions;
    private final Map<UUID, ArticleSnapshot> last = new ConcurrentHashMap<>();

    PublicationFixture(ArticlePublisher publication, Sites sites, Tags tags, Authors authors,
            RelatedPicks picks, Jdbi jdbi, Clock clock, ChangeLogPositionTracker positions) {
        this.publication = publication;
        this.sites = sites;
        this.tags = tags;
        this.authors = authors;
        this.picks = picks;
        this.jdbi = jdbi;
        this.clock = clock;
        this.positions = positions;
    }

    /** Creates a category on the default site. */
    public TestCategory createCategory(String name) {
        return createCategory(name, null);
    }

    public TestCategory createCategory(String name, @Nullable TestCategory parent) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var section = new TestCategory(Uuid7.next(), name + "-" + Long.toHexString(System.nanoTime()));
            jdbi.useHandle(handle -> {
                handle.createUpdate("insert into category (id, site_id, slug, name, parent_id, created_at, updated_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)").bind(0, section.id()).bind(1, sites.defaultSite().id())
                        .bind(2, section.slug()).bind(3, name)
                        .bindByType(4, parent == null ? null : parent.id(), UUID.class).bind(5, clock.instant())
                        .bind(6, clock.instant()).execute();
                handle.execute("update change_counter set value = value + 1, vocabulary = value");
            });
            return section;
        });
    }

    public UUID publish(TestCategory section, String headline, String publishedAt) {
        return newArticle(section, headline).at(publishedAt).publish();
    }

    public ArticleBuilder newArticle(TestCategory section, String headline) {
        return new ArticleBuilder(section, headline);
    }

    /** Commits, and waits until readers see the change. */
    private void commit(Runnable change) {
        QuarkusTransaction.requiringNew().run(change);
        positions.latest();
    }

    public void unpublish(UUID article) {
        commit(() -> publication.unpublish(List.of(last.get(article))));
    }

    public void withdraw(UUID article, String notice) {
        commit(() -> publication.withdraw(last.get(article), notice, clock.instant()));
    }

    void erase(UUID article) {
        commit(() -> publication.erase(article, Optional.of(last.get(article)), Set.of()));
    }

    public void replacePicks(UUID article, List<UUID> picked) {
        commit(() -> picks.replace(article, picked));
    }

    public record TestCategory(UUID id, String slug) {
    }

    /** An article that is about to be published. */
    public final class ArticleBuilder {

        private final UUID id = Uuid7.next();
        private final long serial = SERIALS.incrementAndGet();
        private TestCategory section;
        private final String headline;
        private final List<String> tagNames = new ArrayList<>();
        private final List<String> authorNames = new ArrayList<>();
        private final List<String> aliases = new ArrayList<>();
        private Instant publishedAt = Instant.parse("2024-10-21T10:00:00Z");
        private Instant updatedAt = publishedAt;
        private String type = "news";
        private String language = "de";
        private String slug;
        private boolean isPictured;
        private boolean isAdvertising;
        private boolean isSensitive;
        private List<Block> body = List.of(new Block.Paragraph("Ein kurzer Text."));
        private @Nullable UUID original;

        private ArticleBuilder(TestCategory section, String headline) {
            this.section = section;
            this.headline = headline;
            this.slug = Slug.from(headline, "x") + "-" + Uuid7.compact(id).toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z0-9]", "");
        }

        /** Moves the article to another category, with its next publication. */
        public ArticleBuilder in(TestCategory other) {
            section = other;
            return this;
        }

        public ArticleBuilder at(String time) {
            publishedAt = Instant.parse(time);
            updatedAt = publishedAt;
            return this;
        }

        public ArticleBuilder updatedAt(String time) {
            updatedAt = Instant.parse(time);
            return this;
        }

        public ArticleBuilder ofType(String word) {
            type = word;
            return this;
        }

        public ArticleBuilder inLanguage(String otherLanguage) {
            language = otherLanguage;
            return this;
        }

        public ArticleBuilder tagged(String name) {
            tagNames.add(name);
            return this;
        }

        public ArticleBuilder by(String author) {
            authorNames.add(author);
            return this;
        }

        public ArticleBuilder withAlias(String alias) {
            aliases.add(alias);
            return this;
        }

        public ArticleBuilder withSlug(String newSlug) {
            slug = newSlug;
            return this;
        }

        public ArticleBuilder withImage() {
            isPictured = true;
            return this;
        }

        public ArticleBuilder asAdvertising() {
            isAdvertising = true;
            return this;
        }

        public ArticleBuilder sensitive() {
            isSensitive = true;
            return this;
        }

        public ArticleBuilder withBody(List<Block> blocks) {
            body = blocks;
            return this;
        }

        public ArticleBuilder translationOf(@Nullable UUID article) {
            original = article;
            return this;
        }

        public UUID id() {
            return id;
        }

        public String slug() {
            return slug;
        }

        /** Publishes the article. Call it again after a change. */
        public UUID publish() {
            commit(this::publishInTransaction);
            return id;
        }

        /** Publishes the article in the running transaction. */
        void publishInTransaction() {
            last.put(id, new ArticleSnapshot(id, serial, slug, 1, publishedAt, updatedAt, clock.instant(), content(), false));
            publication.publish(List.of(last.get(id)));
        }

        private ArticleContent content() {
            var tagIds = tagNames.isEmpty() ? List.<UUID> of() : List.copyOf(tags.findOrCreate(tagNames).values());
            var authorIds = authorNames.isEmpty() ? List.<UUID> of()
                    : List.copyOf(authors.findOrCreate(authorNames).values());
            var placement = new ArticleContent.Placement(sites.defaultSite().id(), section.id(), List.of());
            return new ArticleContent(
                    new ArticleContent.Classification(type, language, "free", isSensitive, List.of(placement), tagIds,
                            authorIds),
                    new ArticleContent.Story(null, headline, null, null,
                            isPictured ? new ImageReference(picture(), "Ein Bild", null, null, null) : null, body, List.of(),
                            List.of()),
                    new ArticleContent.Attribution(null, null,
                            isAdvertising ? new ArticleContent.Advertising("Anzeige", null) : null, null),
                    new ArticleContent.Distribution(null, original, aliases, null, null, null));
        }

        private UUID picture() {
            var image = Uuid7.next();
            jdbi.useHandle(handle -> handle.createUpdate("insert into image (id, alt, details, created_at, updated_at)"
                    + " values (?, 'Bild', '{}', ?, ?)").bind(0, image).bind(1, clock.instant()).bind(2, clock.instant())
                    .execute());
            return image;
        }
    }
}
