package org.depesche.content.article;

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

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.body.Block;
import org.depesche.content.body.ImageUse;
import org.depesche.content.site.Sites;
import org.depesche.content.tag.Tags;
import org.depesche.kernel.Slug;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.http.LogPosition;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Puts articles before the public without a desk, for tests of what the public sees. */
@ApplicationScoped
class PublicNewsroom {

    private final Publication publication;
    private final Sites sites;
    private final Tags tags;
    private final Jdbi jdbi;
    private final Clock clock;
    private final LogPosition positions;
    private final Map<UUID, Snapshot> last = new ConcurrentHashMap<>();

    PublicNewsroom(Publication publication, Sites sites, Tags tags, Jdbi jdbi, Clock clock,
            LogPosition positions) {
        this.publication = publication;
        this.sites = sites;
        this.tags = tags;
        this.jdbi = jdbi;
        this.clock = clock;
        this.positions = positions;
    }

    /** A new category on the default site. */
    Section section(String name) {
        return section(name, null);
    }

    Section section(String name, @Nullable Section parent) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var section = new Section(Uuid7.next(), name + "-" + Long.toHexString(System.nanoTime()));
            jdbi.useHandle(handle -> {
                handle.createUpdate("insert into category (id, site_id, slug, name, parent_id, created_at, updated_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)").bind(0, section.id()).bind(1, sites.standard().id())
                        .bind(2, section.slug()).bind(3, name)
                        .bindByType(4, parent == null ? null : parent.id(), UUID.class).bind(5, clock.instant())
                        .bind(6, clock.instant()).execute();
                handle.execute("update change_counter set value = value + 1, vocabulary = value");
            });
            return section;
        });
    }

    UUID publish(Section section, String headline, String publishedAt) {
        return article(section, headline).at(publishedAt).publish();
    }

    Draft article(Section section, String headline) {
        return new Draft(section, headline);
    }

    /** Readers see it at once, as after a request. */
    private void told(Runnable change) {
        QuarkusTransaction.requiringNew().run(change);
        positions.present();
    }

    void unpublish(UUID article) {
        told(() -> publication.unpublish(List.of(last.get(article))));
    }

    void withdraw(UUID article, String notice) {
        told(() -> publication.withdraw(last.get(article), notice, clock.instant()));
    }

    void erase(UUID article) {
        told(() -> publication.erase(article, Optional.of(last.get(article)), Set.of()));
    }

    void picks(UUID article, List<UUID> picked) {
        QuarkusTransaction.requiringNew().run(() -> jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("insert into article_pick (article_id, position, picked_id) values (?, ?, ?)");
            for (var i = 0; i < picked.size(); i++) {
                batch.add(article, i, picked.get(i));
            }
            batch.execute();
        }));
    }

    record Section(UUID id, String slug) {
    }

    /** An article about to be published. */
    final class Draft {

        private final UUID id = Uuid7.next();
        private final Section section;
        private final String headline;
        private final List<String> tagNames = new ArrayList<>();
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

        private Draft(Section section, String headline) {
            this.section = section;
            this.headline = headline;
            this.slug = Slug.from(headline, "x") + "-" + Uuid7.compact(id).toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z0-9]", "");
        }

        Draft at(String time) {
            publishedAt = Instant.parse(time);
            updatedAt = publishedAt;
            return this;
        }

        Draft updated(String time) {
            updatedAt = Instant.parse(time);
            return this;
        }

        Draft ofType(String word) {
            type = word;
            return this;
        }

        Draft in(String otherLanguage) {
            language = otherLanguage;
            return this;
        }

        Draft tagged(String name) {
            tagNames.add(name);
            return this;
        }

        Draft known(String alias) {
            aliases.add(alias);
            return this;
        }

        Draft named(String newSlug) {
            slug = newSlug;
            return this;
        }

        Draft pictured() {
            isPictured = true;
            return this;
        }

        Draft paid() {
            isAdvertising = true;
            return this;
        }

        Draft sensitive() {
            isSensitive = true;
            return this;
        }

        Draft saying(List<Block> blocks) {
            body = blocks;
            return this;
        }

        Draft translating(UUID article) {
            original = article;
            return this;
        }

        UUID id() {
            return id;
        }

        String slug() {
            return slug;
        }

        /** Also again, after a change. */
        UUID publish() {
            told(this::publishJoining);
            return id;
        }

        /** In the transaction that runs. */
        void publishJoining() {
            last.put(id, new Snapshot(id, slug, 1, publishedAt, updatedAt, clock.instant(), content(), false));
            publication.publish(List.of(last.get(id)));
        }

        private ArticleContent content() {
            var tagIds = tagNames.isEmpty() ? List.<UUID> of() : List.copyOf(tags.foundOrMade(tagNames).values());
            return new ArticleContent(type, language, "free", null, headline, null, null,
                    List.of(new ArticleContent.Placement(sites.standard().id(), section.id(), List.of())),
                    isPictured ? new ImageUse(picture(), "Ein Bild", null, null, null) : null,
                    isAdvertising ? new ArticleContent.Advertising("Anzeige", null) : null, tagIds, List.of(), null,
                    isSensitive,
                    null, body, List.of(), List.of(), null, original, aliases, null, null, null);
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
