package org.depesche.content.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.body.Block;
import org.depesche.content.model.ContentJsonMapper;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.Timestamps;

/** Maps rows of the projection, {@code published_article a}. */
@ApplicationScoped
class PublishedArticleRowMapper {

    private static final String COLUMNS = "a.id, a.slug, a.revision, a.published_at, a.updated_at, a.changed_at, a.summary, ";

    private final ContentJsonMapper json;

    PublishedArticleRowMapper(ContentJsonMapper json) {
        this.json = json;
    }

    /** Returns the columns; their number is the same with and without the body. */
    static String columns(boolean withBody) {
        return COLUMNS + (withBody ? "a.body" : "null body") + ", a.serial";
    }

    /** @param from the index of the first column, which is the id */
    PublishedArticle map(ResultSet row, int from, boolean withBody) throws SQLException {
        return new PublishedArticle(Uuid7.of(row.getBytes(from)), row.getLong(from + 8), row.getString(from + 1),
                row.getInt(from + 2),
                Timestamps.at(row, from + 3), Timestamps.at(row, from + 4), Timestamps.at(row, from + 5),
                json.readPublishedContent(row.getBytes(from + 6)),
                withBody ? json.readBody(row.getBytes(from + 7)) : List.<Block> of());
    }
}
