package org.depesche.content.article;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.body.Block;
import org.depesche.content.site.Sites;
import org.depesche.kernel.Slug;
import org.depesche.kernel.Uuid7;
import org.jdbi.v3.core.Jdbi;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Puts articles before the public without a desk, for tests of what the public sees. */
@ApplicationScoped
class PublicNewsroom {

    private final Publication publication;
    private final Sites sites;
    private final Jdbi jdbi;
    private final Clock clock;

    PublicNewsroom(Publication publication, Sites sites, Jdbi jdbi, Clock clock) {
        this.publication = publication;
        this.sites = sites;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    Section section(String name) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var section = new Section(Uuid7.next(), name + "-" + Long.toHexString(System.nanoTime()));
            jdbi.useHandle(handle -> {
                handle.createUpdate("insert into category (id, site_id, slug, name, created_at, updated_at)"
                        + " values (?, ?, ?, ?, ?, ?)").bind(0, section.id()).bind(1, sites.standard().id())
                        .bind(2, section.slug()).bind(3, name).bind(4, clock.instant()).bind(5, clock.instant()).execute();
                handle.execute("update change_counter set value = value + 1, vocabulary = value");
            });
            return section;
        });
    }

    UUID publish(Section section, String headline, String publishedAt) {
        var id = Uuid7.next();
        var at = Instant.parse(publishedAt);
        var content = new ArticleContent("news", "de", "free", null, headline, null, null,
                List.of(new ArticleContent.Placement(sites.standard().id(), section.id(), List.of())), null, null, List.of(),
                List.of(), null, false, null, List.of(new Block.Paragraph("Ein kurzer Text.")), List.of(), List.of(), null,
                null, List.of(), null, null, null);
        var snapshot = new Snapshot(id,
                Slug.from(headline, "x") + "-" + Uuid7.compact(id).toLowerCase().replaceAll("[^a-z0-9]", ""),
                1, at, at, clock.instant(), content, false);
        QuarkusTransaction.requiringNew().run(() -> publication.publish(List.of(snapshot)));
        return id;
    }

    record Section(UUID id, String slug) {
    }
}
