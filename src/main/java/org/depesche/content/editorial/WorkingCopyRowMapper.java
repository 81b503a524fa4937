package org.depesche.content.editorial;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.JdbcBatch;
import org.depesche.platform.database.Timestamps;
import org.jspecify.annotations.Nullable;

/** Maps the columns of a working copy. */
public final class WorkingCopyRowMapper {

    public static final String COLUMNS = "id, slug, state, version, revision, created_at, created_by, creator_id, saved_at, "
            + "saved_by, "
            + "saved_by_id, saved_kind, published_revision, published_slug, published_at, updated_at, scheduled_action, "
            + "scheduled_at, "
            + "scheduled_zone, scheduled_by, scheduled_correction, scheduled_minor, scheduled_attempts, scheduled_retry_at, "
            + "scheduled_problem, withdrawn_at, withdrawn_reason, withdrawn_notice, origin_hash, import_digest";

    private static final String STATE_ASSIGNMENTS = """
            state = ?, version = ?, published_revision = ?, published_slug = ?, published_at = ?, updated_at = ?,
              scheduled_action = ?, scheduled_at = ?, scheduled_zone = ?, scheduled_by = ?, scheduled_correction = ?,
              scheduled_minor = ?, scheduled_attempts = ?, scheduled_retry_at = ?, scheduled_problem = ?, withdrawn_at = ?,
              withdrawn_reason = ?, withdrawn_notice = ?""";

    static final String INSERT = """
            insert into article (slug, revision, headline, document, saved_at, saved_by, saved_by_id, saved_kind, origin_hash,
              import_digest, state, version, published_revision, published_slug, published_at, updated_at, scheduled_action,
              scheduled_at,
              scheduled_zone, scheduled_by, scheduled_correction, scheduled_minor, scheduled_attempts, scheduled_retry_at,
              scheduled_problem, withdrawn_at, withdrawn_reason, withdrawn_notice, id, created_at, created_by, creator_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    static final String UPDATE = "update article set slug = ?, revision = ?, headline = ?, document = ?, saved_at = ?, "
            + "saved_by = ?, saved_by_id = ?, saved_kind = ?, origin_hash = ?, import_digest = ?, " + STATE_ASSIGNMENTS
            + " where id = ?";

    static final String UPDATE_STATE = "update article set " + STATE_ASSIGNMENTS + " where id = ?";

    private WorkingCopyRowMapper() {
    }

    public static WorkingCopyMetadata mapRow(ResultSet row) throws SQLException {
        return new WorkingCopyMetadata(Uuid7.of(row.getBytes("id")), row.getString("slug"), row.getLong("version"),
                row.getInt("revision"), creator(row), lastSave(row), lifeCycle(row),
                new WorkingCopyMetadata.ImportOrigin(uuid(row.getBytes("origin_hash")), row.getBytes("import_digest")));
    }

    private static WorkingCopyMetadata.Creator creator(ResultSet row) throws SQLException {
        return new WorkingCopyMetadata.Creator(uuid(row.getBytes("creator_id")), row.getString("created_by"),
                Timestamps.at(row, "created_at"));
    }

    private static WorkingCopyMetadata.Save lastSave(ResultSet row) throws SQLException {
        return new WorkingCopyMetadata.Save(Timestamps.at(row, "saved_at"), row.getString("saved_by"),
                uuid(row.getBytes("saved_by_id")), WorkingCopyMetadata.SaveKind.of(row.getString("saved_kind")));
    }

    private static WorkingCopyMetadata.LifeCycle lifeCycle(ResultSet row) throws SQLException {
        var publication = new WorkingCopyMetadata.PublicationState(row.getObject("published_revision", Integer.class),
                row.getString("published_slug"), instant(row, "published_at"), instant(row, "updated_at"));
        return new WorkingCopyMetadata.LifeCycle(ArticleState.fromValue(row.getString("state")), publication, schedule(row),
                withdrawal(row));
    }

    private static @Nullable UUID uuid(byte @Nullable [] bytes) {
        return bytes == null ? null : Uuid7.of(bytes);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return Timestamps.find(row, column).orElse(null);
    }

    private static @Nullable Schedule schedule(ResultSet row) throws SQLException {
        var action = row.getString("scheduled_action");
        return action == null ? null
                : new Schedule(Schedule.Action.fromValue(action), Timestamps.at(row, "scheduled_at"),
                        row.getString("scheduled_zone"),
                        row.getString("scheduled_by"),
                        row.getString("scheduled_correction"), row.getBoolean("scheduled_minor"), failure(row));
    }

    private static Schedule.@Nullable Failure failure(ResultSet row) throws SQLException {
        var attempts = row.getInt("scheduled_attempts");
        return attempts == 0 ? null
                : new Schedule.Failure(attempts, Timestamps.at(row, "scheduled_retry_at"), row.getString("scheduled_problem"));
    }

    private static WorkingCopyMetadata.@Nullable Withdrawal withdrawal(ResultSet row) throws SQLException {
        var at = instant(row, "withdrawn_at");
        return at == null ? null
                : new WorkingCopyMetadata.Withdrawal(at, row.getString("withdrawn_reason"), row.getString("withdrawn_notice"));
    }

    static void bindInsert(JdbcBatch.Row row, WorkingCopyMetadata entry, @Nullable String headline, byte[] document)
            throws SQLException {
        bindUpdate(row, entry, headline, document);
        row.timestamp(entry.creator().at()).text(entry.creator().name()).id(entry.creator().id());
    }

    static void bindUpdate(JdbcBatch.Row row, WorkingCopyMetadata entry, @Nullable String headline, byte[] document)
            throws SQLException {
        row.text(entry.slug()).number(entry.revision()).text(headline).bytes(document).timestamp(entry.lastSave().at())
                .text(entry.lastSave().by()).id(entry.lastSave().byId()).text(entry.lastSave().kind().word())
                .id(entry.importOrigin().originHash())
                .bytes(entry.importOrigin().digest());
        bindStateUpdate(row, entry);
    }

    /** Binds the state; the last parameter is the id. */
    static void bindStateUpdate(JdbcBatch.Row row, WorkingCopyMetadata entry) throws SQLException {
        var published = entry.publication();
        row.text(entry.state().value()).number(entry.version()).number(published.revision()).text(published.slug())
                .timestamp(published.publishedAt()).timestamp(published.updatedAt());
        var schedule = Optional.ofNullable(entry.schedule());
        var failure = schedule.map(Schedule::failure);
        row.text(schedule.map(Schedule::action).map(Schedule.Action::value).orElse(null))
                .timestamp(schedule.map(Schedule::at).orElse(null))
                .text(schedule.map(Schedule::zone).orElse(null)).text(schedule.map(Schedule::by).orElse(null))
                .text(schedule.map(Schedule::correction).orElse(null)).flag(schedule.map(Schedule::isMinor).orElse(false))
                .number(failure.map(Schedule.Failure::attempts).orElse(0))
                .timestamp(failure.map(Schedule.Failure::retryAt).orElse(null))
                .text(failure.map(Schedule.Failure::detail).orElse(null));
        var withdrawal = Optional.ofNullable(entry.withdrawal());
        row.timestamp(withdrawal.map(WorkingCopyMetadata.Withdrawal::at).orElse(null))
                .text(withdrawal.map(WorkingCopyMetadata.Withdrawal::reason).orElse(null))
                .text(withdrawal.map(WorkingCopyMetadata.Withdrawal::notice).orElse(null)).id(entry.id());
    }
}
