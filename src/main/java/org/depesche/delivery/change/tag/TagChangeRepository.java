package org.depesche.delivery.change.tag;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.delivery.change.tag.TagChanges.LastChange;
import org.depesche.platform.database.JdbcBatch;
import org.depesche.platform.database.Timestamps;
import org.depesche.platform.http.CacheTag;
import org.jdbi.v3.core.Jdbi;

/** The table {@code cache_tag_change}. */
@ApplicationScoped
class TagChangeRepository {

    /** The row of the migration: before it, no change was recorded. */
    private static final String BEGINNING = "";
    /** The row of the last change of all. */
    private static final String LAST = "*";
    /** More tags in one statement would make it longer than it is worth. */
    private static final int CHUNK = 1_000;

    private final Jdbi jdbi;

    TagChangeRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void record(Collection<CacheTag> tags, Instant at) {
        var names = new TreeSet<String>();
        tags.forEach(tag -> names.add(tag.text()));
        names.add(LAST);
        jdbi.useHandle(handle -> {
            var last = handle.createQuery("select modified_at from cache_tag_change where tag = ? for update").bind(0, LAST)
                    .map((row, context) -> Timestamps.at(row, 1)).one();
            var modified = validator(at, last);
            // in the order of the names, so that two transactions lock the rows in the same order
            JdbcBatch.write(handle, """
                    insert into cache_tag_change (tag, changed_at, modified_at)
                    select t.tag, ?, ? from json_table(?, '$[*]' columns (tag varchar(64) path '$')) t order by t.tag
                    on duplicate key update changed_at = values(changed_at), modified_at = values(modified_at)""",
                    List.of(names),
                    (row, all) -> row.timestamp(at).timestamp(modified).text("[\"" + String.join("\",\"", all) + "\"]"));
        });
    }

    /**
     * The second of the change, or the next one when a change before has this one. A value ahead of the clock is not sent
     * before it is reached, so that no client sees two states under one value. A last change far ahead is the mistake of a
     * clock, and does not count.
     */
    static Instant validator(Instant at, Instant last) {
        var second = at.truncatedTo(ChronoUnit.SECONDS);
        var next = second.plusSeconds(1);
        return last.equals(second) || last.equals(next) ? next : second;
    }

    Map<CacheTag, Instant> lastOfEach(Collection<CacheTag> tags) {
        var names = tags.stream().map(CacheTag::text).toList();
        var found = new HashMap<CacheTag, Instant>();
        for (var from = 0; from < names.size(); from += CHUNK) {
            var chunk = names.subList(from, Math.min(names.size(), from + CHUNK));
            jdbi.useHandle(handle -> handle.createQuery("select tag, changed_at from cache_tag_change where tag in (<tags>)")
                    .bindList("tags", chunk)
                    .map((row, context) -> Map.entry(new CacheTag(row.getString(1)), Timestamps.at(row, 2))).list()
                    .forEach(change -> found.put(change.getKey(), change.getValue())));
        }
        return found;
    }

    LastChange last(Collection<CacheTag> tags) {
        var names = new ArrayList<String>(List.of(BEGINNING));
        tags.forEach(tag -> names.add(tag.text()));
        var latest = new LastChange(Instant.MIN, Instant.MIN);
        for (var from = 0; from < names.size(); from += CHUNK) {
            latest = later(latest, read(names.subList(from, Math.min(names.size(), from + CHUNK))));
        }
        return latest;
    }

    private LastChange read(List<String> names) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select coalesce(max(changed_at), '1970-01-01'), coalesce(max(modified_at), '1970-01-01')"
                        + " from cache_tag_change where tag in (<tags>)")
                .bindList("tags", names).map((row, context) -> new LastChange(Timestamps.at(row, 1), Timestamps.at(row, 2)))
                .one());
    }

    private static LastChange later(LastChange first, LastChange second) {
        return new LastChange(
                first.changedAt().isAfter(second.changedAt()) ? first.changedAt() : second.changedAt(),
                first.modifiedAt().isAfter(second.modifiedAt()) ? first.modifiedAt() : second.modifiedAt());
    }
}
