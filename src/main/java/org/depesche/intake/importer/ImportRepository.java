package org.depesche.intake.importer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.intake.importer.ndjson.Chunk;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.JdbcBatch;
import org.depesche.platform.database.Timestamps;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Stores imports and the chunks of their uploads. */
@ApplicationScoped
class ImportRepository {

    private final Jdbi jdbi;

    ImportRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void insert(UUID id, ImportOptions options, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into import_run (id, state, site_id, as_draft, make_categories, submitted_by, submitted_at, touched_at)
                values (:id, 'receiving', :site, :draft, :categories, :by, :now, :now)""")
                .bind("id", id).bind("site", options.site()).bind("draft", options.asDraft())
                .bind("categories", options.createCategories()).bind("by", options.submittedBy()).bind("now", now).execute());
    }

    /** Records that the upload continues. Returns false when the upload has been given up. */
    boolean touchUpload(UUID id, Instant now) {
        return 1 == jdbi.withHandle(handle -> handle
                .createUpdate("update import_run set touched_at = :now where id = :id and state = 'receiving'")
                .bind("now", now).bind("id", id).execute());
    }

    void insertChunk(UUID id, Chunk chunk) {
        // as binary, because a driver that sends a megabyte of gzip as text escapes it byte by byte
        jdbi.useHandle(handle -> JdbcBatch.write(handle,
                "insert into import_chunk (import_id, number, first_line, content) values (?, ?, ?, ?)", List.of(chunk),
                (row, stored) -> row.id(id).number(stored.number()).number(stored.firstLine()).bytes(stored.content())));
    }

    /** Completes the upload, which starts the import. Returns false when the upload has been given up. */
    boolean markReceived(UUID id, int chunks, Instant now) {
        return 1 == jdbi.withHandle(handle -> handle.createUpdate("""
                update import_run set state = 'running', chunk_count = :chunks, touched_at = :now
                where id = :id and state = 'receiving'""")
                .bind("chunks", chunks).bind("now", now).bind("id", id).execute());
    }

    void markFailed(UUID id, String failure, Instant now) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                    update import_run set state = 'failed', failure = :failure, finished_at = :now
                    where id = :id and state in ('receiving', 'running')""")
                    .bind("failure", failure).bind("now", now).bind("id", id).execute();
            handle.createUpdate("delete from import_chunk where import_id = ?").bind(0, id).execute();
        });
    }

    /** Cancels an import that has not ended. Returns false when it has. */
    boolean cancel(UUID id, Instant now) {
        return jdbi.withHandle(handle -> {
            var isCancelled = 1 == handle.createUpdate("""
                    update import_run set state = 'cancelled', finished_at = :now
                    where id = :id and state in ('receiving', 'running')""").bind("now", now).bind("id", id).execute();
            handle.createUpdate("""
                    delete from import_chunk where import_id = :id
                    and (select state from import_run where id = :id) = 'cancelled'""").bind("id", id).execute();
            return isCancelled;
        });
    }

    /** The uploads that have received nothing since an instant. */
    List<UUID> uploadsSilentSince(Instant since) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select id from import_run where state = 'receiving' and touched_at < :since")
                .bind("since", since).map((row, context) -> Uuid7.of(row.getBytes(1))).list());
    }

    int countUnfinished() {
        return jdbi.withHandle(handle -> handle
                .createQuery("select count(*) from import_run where state in ('receiving', 'running')")
                .mapTo(Integer.class).one());
    }

    Optional<ImportRun> byId(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from import_run where id = ?")
                .bind(0, id).map(ImportRepository::run).findOne());
    }

    /** Reads an import as {@link #byId} does, and locks it until the end of the transaction. */
    Optional<ImportRun> findForUpdate(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from import_run where id = ? for update")
                .bind(0, id).map(ImportRepository::run).findOne());
    }

    /** The oldest import whose upload is complete and that is not finished. */
    Optional<ImportRun> oldestRunning() {
        return jdbi.withHandle(handle -> handle
                .createQuery("select * from import_run where state = 'running' order by id limit 1")
                .map(ImportRepository::run).findOne());
    }

    /** Imports with lower ids, the newest first. */
    List<ImportRun> before(@Nullable UUID id, int limit) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select * from import_run where id < :before order by id desc limit :limit")
                .bind("before", id == null ? new UUID(-1, -1) : id).bind("limit", limit)
                .map(ImportRepository::run).list());
    }

    List<ImportRun> after(UUID id, int limit) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select * from import_run where id > :after order by id limit :limit")
                .bind("after", id).bind("limit", limit).map(ImportRepository::run).list());
    }

    long count() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from import_run").mapTo(Long.class).one());
    }

    Optional<Chunk> chunk(UUID id, int number) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select number, first_line, content from import_chunk where import_id = ? and number = ?")
                .bind(0, id).bind(1, number)
                .map((row, context) -> new Chunk(row.getInt(1), row.getLong(2), row.getBytes(3))).findOne());
    }

    void markStarted(UUID id, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("update import_run set started_at = ? where id = ? and started_at is null")
                .bind(0, now).bind(1, id).execute());
    }

    /** Records that a part of a chunk is imported, up to a line. */
    void advanceToLine(UUID id, long line, ImportCounts counts) {
        addCounts(id, counts, "done_line = " + line);
    }

    /** Records that a chunk is imported, and deletes it. */
    void completeChunk(UUID id, int chunk, ImportCounts counts) {
        addCounts(id, counts, "done_line = 0, next_chunk = " + (chunk + 1));
        jdbi.useHandle(handle -> handle.createUpdate("delete from import_chunk where import_id = ? and number = ?")
                .bind(0, id).bind(1, chunk).execute());
    }

    private void addCounts(UUID id, ImportCounts counts, String progress) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                update import_run set read_count = read_count + :read, created_count = created_count + :created,
                  updated_count = updated_count + :updated, unchanged_count = unchanged_count + :unchanged,
                  rejected_count = rejected_count + :rejected, %s where id = :id""".formatted(progress))
                .bind("read", counts.read()).bind("created", counts.created()).bind("updated", counts.updated())
                .bind("unchanged", counts.unchanged()).bind("rejected", counts.rejected()).bind("id", id)
                .execute());
    }

    /** Adds the records that were rejected during the upload. */
    void addCounts(UUID id, ImportCounts counts) {
        addCounts(id, counts, "done_line = done_line");
    }

    void markFinished(UUID id, Instant now) {
        jdbi.useHandle(handle -> handle
                .createUpdate("update import_run set state = 'finished', finished_at = ? where id = ? and state = 'running'")
                .bind(0, now).bind(1, id).execute());
    }

    private static ImportRun run(ResultSet row, StatementContext context) throws SQLException {
        return new ImportRun(Uuid7.of(row.getBytes("id")), ImportState.of(row.getString("state")), row.getString("failure"),
                new ImportOptions(Uuid7.of(row.getBytes("site_id")), row.getBoolean("as_draft"),
                        row.getBoolean("make_categories"), row.getString("submitted_by")),
                row.getInt("chunk_count"), row.getInt("next_chunk"), row.getLong("done_line"), counts(row),
                Objects.requireNonNull(instant(row, "submitted_at")), instant(row, "started_at"), instant(row, "finished_at"));
    }

    private static ImportCounts counts(ResultSet row) throws SQLException {
        return new ImportCounts(row.getLong("read_count"), row.getLong("created_count"), row.getLong("updated_count"),
                row.getLong("unchanged_count"), row.getLong("rejected_count"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return Timestamps.find(row, column).orElse(null);
    }

    /** Replaces the name of the caller who sent an import. */
    void renameSubmitter(Collection<String> names, String replacement) {
        jdbi.useHandle(handle -> handle
                .createUpdate("update import_run set submitted_by = :replacement where submitted_by in (<names>)")
                .bind("replacement", replacement).bindList("names", List.copyOf(names)).execute());
    }
}
