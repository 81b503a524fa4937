package org.depesche.content.editorial;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.model.ContentJsonMapper;
import org.depesche.platform.database.Timestamps;
import org.jdbi.v3.core.Jdbi;

/** Reads the revisions of an article, including the present one. */
@ApplicationScoped
public class RevisionRepository {

    private static final String ALL_REVISIONS_SQL = """
            select number, slug, at, by_whom, kind, document from article_revision where article_id = :article
            union all
            select revision, slug, saved_at, saved_by, saved_kind, document from article where id = :article""";

    private final Jdbi jdbi;
    private final ContentJsonMapper json;

    RevisionRepository(Jdbi jdbi, ContentJsonMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** Returns a revision, which may be the present one. */
    public Optional<Revision> find(UUID article, int number) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select * from (" + ALL_REVISIONS_SQL + ") revisions where number = :number")
                .bind("article", article)
                .bind("number", number).map((row, context) -> mapRow(row)).findOne());
    }

    /** Returns revisions with lower numbers, the newest first. */
    public List<Revision> olderThan(UUID article, int number, int limit) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select * from (" + ALL_REVISIONS_SQL
                        + ") revisions where number < :number order by number desc limit :limit")
                .bind("article", article).bind("number", number).bind("limit", limit)
                .map((row, context) -> mapRow(row)).list());
    }

    /** Returns revisions with higher numbers, the oldest first. */
    public List<Revision> newerThan(UUID article, int number, int limit) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select * from (" + ALL_REVISIONS_SQL
                        + ") revisions where number > :number order by number limit :limit")
                .bind("article", article).bind("number", number).bind("limit", limit)
                .map((row, context) -> mapRow(row)).list());
    }

    /** Returns the number of revisions of an existing article, including the present one. */
    public long count(UUID article) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select count(*) + 1 from article_revision where article_id = ?").bind(0, article)
                .mapTo(Long.class).one());
    }

    private Revision mapRow(ResultSet row) throws SQLException {
        return new Revision(row.getInt("number"), row.getString("slug"),
                new WorkingCopyMetadata.Save(Timestamps.at(row, "at"), row.getString("by_whom"), null,
                        WorkingCopyMetadata.SaveKind.of(row.getString("kind"))),
                json.readContent(row.getBytes("document")));
    }
}
