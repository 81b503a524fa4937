package org.depesche.content.article;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.body.Block;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.Moments;

/** How a row of the projection, {@code published_article a}, is read. */
@ApplicationScoped
class ArticleRows {

    private static final String COLUMNS = "a.id, a.slug, a.revision, a.published_at, a.updated_at, a.changed_at, a.summary, ";

    private final StoredJson json;

    ArticleRows(StoredJson json) {
        this.json = json;
    }

    /** As many with the body as without. */
    static String columns(boolean withBody) {
        return COLUMNS + (withBody ? "a.body" : "null body");
    }

    /** @param from the place of the first column, the id */
    PublishedArticle article(ResultSet row, int from, boolean withBody) throws SQLException {
        return new PublishedArticle(Uuid7.of(row.getBytes(from)), row.getString(from + 1), row.getInt(from + 2),
                Moments.at(row, from + 3), Moments.at(row, from + 4), Moments.at(row, from + 5),
                json.document(row.getBytes(from + 6)), withBody ? json.body(row.getBytes(from + 7)) : List.<Block> of());
    }
}
