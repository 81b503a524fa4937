package org.depesche.content.editorial;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.Timestamps;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads and writes preview links. */
@ApplicationScoped
public class PreviewLinkRepository {

    private static final String COLUMNS = "id, article_id, created_at, created_by, expires_at, revoked_at";

    private final Jdbi jdbi;

    PreviewLinkRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Stores a link. The token itself is not stored. */
    public void insert(PreviewLink link, byte[] tokenHash) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into preview_link (id, article_id, token_hash, created_at, created_by, expires_at)
                values (?, ?, ?, ?, ?, ?)""").bind(0, link.id()).bind(1, link.articleId()).bind(2, tokenHash)
                .bind(3, link.createdAt()).bind(4, link.createdBy()).bind(5, link.expiresAt()).execute());
    }

    /** Returns the article of a token that has neither expired nor been revoked. */
    public Optional<UUID> findArticleByToken(byte[] tokenHash, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select article_id from preview_link where token_hash = ? and expires_at > ? and revoked_at is null""")
                .bind(0, tokenHash).bind(1, now).mapTo(UUID.class).findOne());
    }

    /** Returns the newest links of an article, at most a thousand. */
    public List<PreviewLink> list(UUID article) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select " + COLUMNS + " from preview_link where article_id = ? order by id desc limit 1000")
                .bind(0, article).map((row, context) -> mapRow(row)).list());
    }

    /** Returns a link of an article, even if it has expired or was revoked. */
    public Optional<PreviewLink> find(UUID article, UUID id) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select " + COLUMNS + " from preview_link where id = ? and article_id = ?").bind(0, id)
                .bind(1, article).map((row, context) -> mapRow(row)).findOne());
    }

    /** Returns the number of links of an article that have neither expired nor been revoked. */
    public int countValid(UUID article, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select count(*) from preview_link where article_id = ? and expires_at > ? and revoked_at is null""")
                .bind(0, article).bind(1, now).mapTo(Integer.class).one());
    }

    /** Revokes a link. A link that was revoked before keeps its time. */
    public void revoke(UUID id, Instant now) {
        jdbi.useHandle(handle -> handle
                .createUpdate("update preview_link set revoked_at = ? where id = ? and revoked_at is null").bind(0, now)
                .bind(1, id).execute());
    }

    public void deleteByArticle(UUID article) {
        jdbi.useHandle(
                handle -> handle.createUpdate("delete from preview_link where article_id = ?").bind(0, article).execute());
    }

    /** Deletes links that expired before a time, revoked or not, and returns their number. */
    public int deleteExpired(Instant before, int max) {
        return jdbi.withHandle(handle -> handle
                .createUpdate("delete from preview_link where expires_at < ? order by expires_at limit ?").bind(0, before)
                .bind(1, max).execute());
    }

    private static PreviewLink mapRow(ResultSet row) throws SQLException {
        return new PreviewLink(Uuid7.of(row.getBytes("id")), Uuid7.of(row.getBytes("article_id")),
                Timestamps.at(row, "created_at"), row.getString("created_by"), Timestamps.at(row, "expires_at"),
                Timestamps.find(row, "revoked_at").orElse(null));
    }

    /** A stored preview link. Its token is not stored. */
    public record PreviewLink(UUID id, UUID articleId, Instant createdAt, String createdBy, Instant expiresAt,
            @Nullable Instant revokedAt) {
    }
}
