package org.depesche.content.editorial.desk;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.editorial.EditorialConfig;
import org.depesche.content.editorial.WorkingCopyMetadata;
import org.depesche.content.editorial.WorkingCopyRowMapper;
import org.depesche.platform.database.JdbcReader;
import org.depesche.platform.page.Keyset;
import org.depesche.platform.page.PageQuery;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of editorial lists, without content. Each single filter has an index in list order. A search for words scans
 * an index of headline and slug. A combination that takes too long ends with a 503.
 */
@ApplicationScoped
class WorkingCopyPageRepository {

    private final Jdbi jdbi;
    private final EditorialConfig config;
    private final Clock clock;

    WorkingCopyPageRepository(Jdbi jdbi, EditorialConfig config, Clock clock) {
        this.jdbi = jdbi;
        this.config = config;
        this.clock = clock;
    }

    /** @param owner the author whose articles are listed; absent: all */
    List<WorkingCopySummary> page(EditorialArticleParameters.WorkingCopyFilter filter, @Nullable UUID owner, PageQuery query) {
        var keyset = filter.isSortedByDueTime() ? Keyset.ascending(query, "scheduled_at", "id")
                : Keyset.descending(query, "saved_at", "id");
        var sql = "select " + WorkingCopyRowMapper.COLUMNS + ", headline from article" + indexHint(filter) + " where "
                + conditions(filter, owner) + keyset.condition() + keyset.order();
        return jdbi.withHandle(handle -> {
            return keyset.bind(bind(handle.createQuery(sql), filter, owner), PageQuery::keyTime)
                    .map((row, context) -> new WorkingCopySummary(WorkingCopyRowMapper.mapRow(row), row.getString("headline")))
                    .list();
        });
    }

    long count(EditorialArticleParameters.WorkingCopyFilter filter, @Nullable UUID owner) {
        return jdbi.withHandle(handle -> bind(
                handle.createQuery("select count(*) from article" + indexHint(filter) + " where " + conditions(filter, owner)),
                filter,
                owner)
                .mapTo(Long.class).one());
    }

    /** Forces the index for a search of words, for which the optimizer would read every row. */
    private static String indexHint(EditorialArticleParameters.WorkingCopyFilter filter) {
        return filter.text() != null && !filter.isSortedByDueTime() && filter.savedBy() == null ? " force index (by_saved)"
                : "";
    }

    private static String conditions(EditorialArticleParameters.WorkingCopyFilter filter, @Nullable UUID owner) {
        var conditions = new ArrayList<>(List.of("true"));
        if (filter.scheduled() != null) {
            conditions.add(filter.scheduled() ? "scheduled_at is not null" : "scheduled_at is null");
        }
        if (filter.overdue() != null) {
            conditions.add(filter.overdue() ? "scheduled_at <= :now" : "(scheduled_at is null or scheduled_at > :now)");
        }
        if (filter.state() != null) {
            conditions.add("state = :state");
        }
        if (filter.text() != null) {
            conditions.add(isSlugPart(filter.text()) ? "(headline like :words or slug like :words)" : "headline like :words");
        }
        if (filter.savedBy() != null) {
            conditions.add("saved_by = :savedBy");
        }
        if (owner != null) {
            conditions.add("creator_id = :owner");
        }
        return String.join(" and ", conditions);
    }

    /** Returns whether slugs may contain the text. The slug column is ASCII and can be compared only with ASCII text. */
    private static boolean isSlugPart(String words) {
        return words.chars().allMatch(character -> character < 128);
    }

    private Query bind(Query query, EditorialArticleParameters.WorkingCopyFilter filter, @Nullable UUID owner) {
        query.setQueryTimeout(JdbcReader.timeoutSeconds(config.statementTimeout()));
        if (filter.overdue() != null) {
            query.bind("now", clock.instant());
        }
        if (filter.state() != null) {
            query.bind("state", filter.state().value());
        }
        if (filter.text() != null) {
            query.bind("words", "%" + filter.text().replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        if (filter.savedBy() != null) {
            query.bind("savedBy", filter.savedBy());
        }
        if (owner != null) {
            query.bind("owner", owner);
        }
        return query;
    }

    /** The metadata of an article and its headline. */
    record WorkingCopySummary(WorkingCopyMetadata metadata, @Nullable String headline) {
    }
}
