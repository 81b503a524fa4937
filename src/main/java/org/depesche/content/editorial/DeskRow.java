package org.depesche.content.editorial;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.Moments;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The row of a working copy, column by column. */
final class DeskRow {

    static final String COLUMNS = "id, slug, state, version, revision, created_at, created_by, creator_id, saved_at, saved_by, "
            + "saved_kind, published_revision, published_slug, published_at, updated_at, scheduled_action, scheduled_at, "
            + "scheduled_zone, scheduled_by, scheduled_correction, scheduled_minor, scheduled_attempts, scheduled_retry_at, "
            + "scheduled_problem, withdrawn_at, withdrawn_reason, withdrawn_notice, origin_hash, import_digest";

    private static final String STATE = """
            state = :state, version = :version, published_revision = :publishedRevision, published_slug = :publishedSlug,
              published_at = :publishedAt, updated_at = :updatedAt, scheduled_action = :action, scheduled_at = :dueAt,
              scheduled_zone = :zone, scheduled_by = :plannedBy, scheduled_correction = :correction, scheduled_minor = :minor,
              scheduled_attempts = :attempts, scheduled_retry_at = :retryAt, scheduled_problem = :problem,
              withdrawn_at = :withdrawnAt, withdrawn_reason = :reason, withdrawn_notice = :notice""";

    static final String INSERT = """
            insert into article (id, slug, state, version, revision, headline, document, created_at, created_by, creator_id,
              saved_at, saved_by, saved_kind, published_revision, published_slug, published_at, updated_at, scheduled_action,
              scheduled_at, scheduled_zone, scheduled_by, scheduled_correction, scheduled_minor, scheduled_attempts,
              scheduled_retry_at, scheduled_problem, withdrawn_at, withdrawn_reason, withdrawn_notice, origin_hash, import_digest)
            values (:id, :slug, :state, :version, :revision, :headline, :document, :createdAt, :creator, :creatorId, :savedAt,
              :savedBy, :kind, :publishedRevision, :publishedSlug, :publishedAt, :updatedAt, :action, :dueAt, :zone,
              :plannedBy, :correction, :minor, :attempts, :retryAt, :problem, :withdrawnAt, :reason, :notice, :origin, :digest)""";

    static final String UPDATE = "update article set slug = :slug, revision = :revision, headline = :headline, "
            + "document = :document, saved_at = :savedAt, saved_by = :savedBy, saved_kind = :kind, origin_hash = :origin, "
            + "import_digest = :digest, " + STATE + " where id = :id";

    static final String RESTATE = "update article set " + STATE + " where id = :id";

    private DeskRow() {
    }

    static DeskEntry read(ResultSet row) throws SQLException {
        return new DeskEntry(Uuid7.of(row.getBytes("id")), row.getString("slug"), ArticleState.of(row.getString("state")),
                row.getLong("version"), row.getInt("revision"), Moments.at(row, "created_at"),
                new DeskEntry.Creator(uuid(row.getBytes("creator_id")), row.getString("created_by")),
                new DeskEntry.Save(Moments.at(row, "saved_at"), row.getString("saved_by"), row.getString("saved_kind")),
                new DeskEntry.Publicity(row.getObject("published_revision", Integer.class), row.getString("published_slug"),
                        moment(row, "published_at"), moment(row, "updated_at")),
                schedule(row), withdrawal(row),
                new DeskEntry.Provenance(uuid(row.getBytes("origin_hash")), row.getBytes("import_digest")));
    }

    private static @Nullable UUID uuid(byte @Nullable [] bytes) {
        return bytes == null ? null : Uuid7.of(bytes);
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        return Moments.find(row, column).orElse(null);
    }

    private static @Nullable Schedule schedule(ResultSet row) throws SQLException {
        var action = row.getString("scheduled_action");
        return action == null ? null
                : new Schedule(Schedule.Action.of(action), Moments.at(row, "scheduled_at"), row.getString("scheduled_zone"),
                        row.getString("scheduled_by"),
                        row.getString("scheduled_correction"), row.getBoolean("scheduled_minor"), failure(row));
    }

    private static Schedule.@Nullable Failure failure(ResultSet row) throws SQLException {
        var attempts = row.getInt("scheduled_attempts");
        return attempts == 0 ? null
                : new Schedule.Failure(attempts, Moments.at(row, "scheduled_retry_at"), row.getString("scheduled_problem"));
    }

    private static DeskEntry.@Nullable Withdrawal withdrawal(ResultSet row) throws SQLException {
        var at = moment(row, "withdrawn_at");
        return at == null ? null
                : new DeskEntry.Withdrawal(at, row.getString("withdrawn_reason"), row.getString("withdrawn_notice"));
    }

    static PreparedBatch bindNew(PreparedBatch rows, DeskEntry entry, @Nullable String headline, String document) {
        return bind(rows, entry, headline, document).bind("createdAt", entry.createdAt())
                .bind("creator", entry.creator().name()).bindByType("creatorId", entry.creator().id(), UUID.class);
    }

    static PreparedBatch bind(PreparedBatch rows, DeskEntry entry, @Nullable String headline, String document) {
        return bindState(rows, entry).bind("slug", entry.slug()).bind("revision", entry.revision()).bind("headline", headline)
                .bind("document", document).bind("savedAt", entry.saved().at())
                .bind("savedBy", entry.saved().by()).bind("kind", entry.saved().kind())
                .bindByType("origin", entry.provenance().originHash(), UUID.class)
                .bindByType("digest", entry.provenance().digest(), byte[].class);
    }

    static PreparedBatch bindState(PreparedBatch rows, DeskEntry entry) {
        var public_ = entry.publication();
        var due = Optional.ofNullable(entry.schedule());
        var failure = due.map(Schedule::failure);
        var gone = Optional.ofNullable(entry.withdrawal());
        return rows.bind("id", entry.id()).bind("state", entry.state().word()).bind("version", entry.version())
                .bind("publishedRevision", public_.revision()).bind("publishedSlug", public_.slug())
                .bindByType("publishedAt", public_.publishedAt(), Instant.class)
                .bindByType("updatedAt", public_.updatedAt(), Instant.class)
                .bind("action", due.map(plan -> plan.action().word()).orElse(null))
                .bindByType("dueAt", due.map(Schedule::at).orElse(null), Instant.class)
                .bind("zone", due.map(Schedule::zone).orElse(null)).bind("plannedBy", due.map(Schedule::by).orElse(null))
                .bind("correction", due.map(Schedule::correction).orElse(null))
                .bind("minor", due.map(Schedule::isMinor).orElse(false))
                .bind("attempts", failure.map(Schedule.Failure::attempts).orElse(0))
                .bindByType("retryAt", failure.map(Schedule.Failure::retryAt).orElse(null), Instant.class)
                .bind("problem", failure.map(Schedule.Failure::detail).orElse(null))
                .bindByType("withdrawnAt", gone.map(DeskEntry.Withdrawal::at).orElse(null), Instant.class)
                .bind("reason", gone.map(DeskEntry.Withdrawal::reason).orElse(null))
                .bind("notice", gone.map(DeskEntry.Withdrawal::notice).orElse(null));
    }
}
