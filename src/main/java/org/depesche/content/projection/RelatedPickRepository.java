package org.depesche.content.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.JdbcReader;
import org.depesche.platform.http.ChangeLogPositionTracker;
import org.jdbi.v3.core.Jdbi;

/** The table {@code article_pick}: related articles that the desk picked, in the desk's order. */
@Singleton
class RelatedPickRepository {

    private final Jdbi jdbi;
    private final JdbcReader sql;
    private final ChangeLogPositionTracker positions;

    RelatedPickRepository(Jdbi jdbi, JdbcReader sql, ChangeLogPositionTracker positions) {
        this.jdbi = jdbi;
        this.sql = sql;
        this.positions = positions;
    }

    List<UUID> find(UUID article) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select picked_id from article_pick where article_id = ? order by position").bind(0, article)
                .mapTo(UUID.class).list());
    }

    /** Reads them together with the position of the change log. */
    List<UUID> findWithLogPosition(UUID article) {
        return sql.query("select c.value, c.vocabulary, k.picked_id from change_counter c"
                + " left join article_pick k on k.article_id = ? where c.id = 1 order by k.position",
                statement -> statement.setBytes(1, Uuid7.bytes(article)), this::read);
    }

    private List<UUID> read(ResultSet row) throws SQLException {
        row.next();
        positions.set(new ChangeLogPositionTracker.Position(row.getLong(1), row.getLong(2)));
        var picked = new ArrayList<UUID>();
        do {
            if (row.getBytes(3) != null) {
                picked.add(Uuid7.of(row.getBytes(3)));
            }
        } while (row.next());
        return picked;
    }

    void replace(UUID article, List<UUID> picked) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("delete from article_pick where article_id = ?").bind(0, article).execute();
            if (!picked.isEmpty()) {
                var rows = handle.prepareBatch("insert into article_pick (article_id, position, picked_id) values (?, ?, ?)");
                for (var i = 0; i < picked.size(); i++) {
                    rows.add(article, i, picked.get(i));
                }
                rows.execute();
            }
        });
    }
}
