package org.depesche.delivery.change;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.platform.database.JdbcBatch;
import org.depesche.platform.database.JdbcReader;
import org.depesche.platform.http.ChangeLogPositionTracker.Position;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The tables {@code change_log} and {@code change_counter}. */
@ApplicationScoped
class ChangeLogRepository {

    /** How many entries of an author are rewritten at a time: one may have written half of the log. */
    static final int ERASED_AT_ONCE = 200;

    private final Jdbi jdbi;
    private final JdbcReader sql;
    private final ChangeJson json;

    ChangeLogRepository(Jdbi jdbi, JdbcReader sql, ChangeJson json) {
        this.jdbi = jdbi;
        this.sql = sql;
        this.json = json;
    }

    /** Gives the entries the next sequences, inserts them and returns the last sequence. Locks the counter until commit. */
    long append(List<ChangeEntry> entries, boolean changesTaxonomy) {
        return jdbi.withHandle(handle -> {
            var last = advanceCounter(handle, entries.size(), changesTaxonomy);
            var sequence = new AtomicLong(last - entries.size());
            var numbered = entries.stream().map(entry -> entry.withSequence(sequence.incrementAndGet())).toList();
            JdbcBatch.write(handle, "insert into change_log (sequence, type, subject_id, at, entry) values (?, ?, ?, ?, ?)",
                    numbered, (row, entry) -> row.number(entry.sequence()).text(entry.type()).id(entry.id())
                            .timestamp(entry.at()).text(json.write(entry)));
            return last;
        });
    }

    // last_insert_id(…) returns the new value. A select of the counter could return an older one from this snapshot.
    private static long advanceCounter(Handle handle, int count, boolean changesTaxonomy) {
        handle.createUpdate("update change_counter set value = last_insert_id(value + ?)"
                + (changesTaxonomy ? ", vocabulary = value" : "") + " where id = 1").bind(0, count).execute();
        return handle.createQuery("select last_insert_id()").mapTo(Long.class).one();
    }

    /** Reads the counter as the running transaction or the autocommit read sees it. */
    Position position() {
        return sql.query("select value, vocabulary from change_counter where id = 1", statement -> {
        }, row -> {
            row.next();
            return new Position(row.getLong(1), row.getLong(2));
        });
    }

    /** Reads the last sequence outside of any transaction. */
    long lastSequence() {
        return jdbi.withHandle(handle -> handle.createQuery("select value from change_counter where id = 1")
                .mapTo(Long.class).one());
    }

    /** The sequence before the first entry. A log without entries starts at its end. */
    long start() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select coalesce((select min(sequence) - 1 from change_log), (select value from change_counter where id = 1))""")
                .mapTo(Long.class).one());
    }

    List<ChangeEntry> after(long sequence, int limit) {
        return jdbi.withHandle(handle -> after(handle, sequence, limit));
    }

    /** Reads with a connection of the caller, who has set its timeout. */
    List<ChangeEntry> after(Handle handle, long sequence, int limit) {
        return handle.createQuery("select entry from change_log where sequence > ? order by sequence limit ?")
                .bind(0, sequence).bind(1, limit).mapTo(String.class).map(json::read).list();
    }

    /** The entries after one sequence and up to another. */
    List<ChangeEntry> between(long after, long until) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select entry from change_log where sequence > ? and sequence <= ? order by sequence")
                .bind(0, after).bind(1, until).mapTo(String.class).map(json::read).list());
    }

    /** Removes the content from all entries of a subject. The entries stay, so the log has no gaps. */
    void eraseContent(UUID subject) {
        jdbi.useHandle(handle -> {
            var entries = handle.createQuery("select entry from change_log where subject_id = ?").bind(0, subject)
                    .mapTo(String.class).map(json::read).list();
            replace(handle, entries.stream().map(ChangeEntry::withoutContent).toList());
        });
    }

    /** Removes authors from the entries of their articles. Reads the whole log, some entries at a time: an erasure is rare. */
    void eraseAuthors(Set<String> slugs) {
        jdbi.useHandle(handle -> slugs.forEach(slug -> {
            var entries = naming(handle, slug, 0);
            while (!entries.isEmpty()) {
                replace(handle, entries.stream().map(entry -> entry.withoutAuthors(slugs)).toList());
                entries = naming(handle, slug, entries.get(entries.size() - 1).sequence());
            }
        }));
    }

    private List<ChangeEntry> naming(Handle handle, String slug, long after) {
        return handle.createQuery("""
                select entry from change_log where sequence > ? and locate(?, entry) > 0 order by sequence limit ?""")
                .bind(0, after).bind(1, '"' + slug + '"').bind(2, ERASED_AT_ONCE).mapTo(String.class).map(json::read).list();
    }

    private void replace(Handle handle, List<ChangeEntry> entries) {
        if (!entries.isEmpty()) {
            var rows = handle.prepareBatch("update change_log set entry = ? where sequence = ?");
            entries.forEach(entry -> rows.add(json.write(entry), entry.sequence()));
            rows.execute();
        }
    }
}
