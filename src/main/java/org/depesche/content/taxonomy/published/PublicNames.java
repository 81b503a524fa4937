package org.depesche.content.taxonomy.published;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.ListingConfig;
import org.depesche.content.taxonomy.PublicTaxonomyRepository;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.JdbcReader;
import org.depesche.platform.http.ChangeLogPositionTracker;

/**
 * Finds the tags and authors that published articles of a site use by the beginning of their names. One statement reads both,
 * and the position of the change log.
 */
@Singleton
public class PublicNames {

    /** How many tags, and how many authors, are found at most. */
    private static final int LIMIT = 3;
    private static final String STATEMENT = String.join(" union all ", names("tag", ListKind.TAG),
            names("author", ListKind.AUTHOR),
            "(select null, null, value, vocabulary from change_counter where id = 1)");

    private final JdbcReader sql;
    private final ChangeLogPositionTracker positions;
    private final ListingConfig config;

    PublicNames(JdbcReader sql, ChangeLogPositionTracker positions, ListingConfig config) {
        this.sql = sql;
        this.positions = positions;
        this.config = config;
    }

    /** The ids of tags and authors, each in the order of their names. */
    public record FoundNames(List<UUID> tags, List<UUID> authors) {
    }

    // Each part reads the index of names in its order, and stops at its limit.
    private static String names(String table, ListKind lists) {
        return "(select straight_join '" + table + "', t.id, null, null from " + table + " t force index (by_name)"
                + " join published_list l on l.site_id = ? and l.kind = '" + lists.letter() + "' and l.value = t.id"
                + " and l.size > 0 where t.name >= ? and t.name < ? order by t.name, t.id limit " + LIMIT + ")";
    }

    /**
     * Finds names, and records the position of the change log.
     *
     * @param prefix the beginning of the names, compared without regard to case and in German spelling; nothing begins with
     *        an empty text
     */
    public FoundNames beginningWith(String prefix, UUID site) {
        if (prefix.isEmpty()) {
            positions.confirmed();
            return new FoundNames(List.of(), List.of());
        }
        return sql.query(STATEMENT, statement -> {
            statement.setQueryTimeout(JdbcReader.timeoutSeconds(config.statementTimeout()));
            bind(statement, 1, prefix, site);
            bind(statement, 4, prefix, site);
        }, this::read);
    }

    private static void bind(PreparedStatement statement, int first, String prefix, UUID site) throws SQLException {
        statement.setBytes(first, Uuid7.bytes(site));
        statement.setString(first + 1, prefix);
        statement.setString(first + 2, prefix + PublicTaxonomyRepository.MAX_CHARACTER);
    }

    private FoundNames read(ResultSet rows) throws SQLException {
        var found = new FoundNames(new ArrayList<>(), new ArrayList<>());
        while (rows.next()) {
            var table = rows.getString(1);
            if (table == null) {
                positions.set(new ChangeLogPositionTracker.Position(rows.getLong(3), rows.getLong(4)));
            } else {
                (table.equals("tag") ? found.tags() : found.authors()).add(Uuid7.of(rows.getBytes(2)));
            }
        }
        return found;
    }
}
