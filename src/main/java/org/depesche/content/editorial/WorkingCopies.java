package org.depesche.content.editorial;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.StoredJson;
import org.depesche.kernel.Slug;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.Moments;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * The rows of working copies, read and written by the batch. The present revision stands in the article's own row; a save
 * moves what it replaces to the revisions.
 */
@ApplicationScoped
class WorkingCopies {

    private static final String ENTRY = "id, slug, state, version, revision, created_at, created_by, creator_id, saved_at, saved_by, "
            + "saved_kind, published_revision, published_at, updated_at, scheduled_action, scheduled_at, scheduled_zone, "
            + "origin_hash, import_digest";

    private final Jdbi jdbi;
    private final StoredJson json;
    private final DraftUses uses;

    WorkingCopies(Jdbi jdbi, StoredJson json, DraftUses uses) {
        this.jdbi = jdbi;
        this.json = json;
        this.uses = uses;
    }

    /**
     * How they stand, and nobody changes them before this transaction ends. In the order of ids, so that no two wait for each
     * other.
     */
    Map<UUID, DeskEntry> locked(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbi.withHandle(handle -> handle
                .createQuery("select " + ENTRY + " from article where id in (<ids>) order by id for update")
                .bindList("ids", List.copyOf(ids)).map((row, context) -> entry(row))
                .collect(Collectors.toMap(DeskEntry::id, Function.identity())));
    }

    Optional<WorkingCopy> byId(UUID id, boolean locked) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select " + ENTRY + ", document from article where id = ?" + (locked ? " for update" : ""))
                .bind(0, id).map((row, context) -> new WorkingCopy(entry(row), json.content(row.getString("document"))))
                .findOne());
    }

    /** By id, slug or former slug, under what was asked. */
    Map<String, UUID> find(Collection<String> refs) {
        var found = new HashMap<String, UUID>(ownersOf(refs));
        var ids = refs.stream().flatMap(ref -> Uuid7.parse(ref).stream()).toList();
        if (!ids.isEmpty()) {
            jdbi.useHandle(handle -> handle.createQuery("select id from article where id in (<ids>)").bindList("ids", ids)
                    .mapTo(UUID.class).forEach(id -> found.put(id.toString(), id)));
        }
        return found;
    }

    /** Whose slugs they are or were. What is no slug is nobody's; the column could not even be compared with it. */
    Map<String, UUID> ownersOf(Collection<String> words) {
        var slugs = words.stream().filter(Slug::isSlug).toList();
        return slugs.isEmpty() ? Map.of()
                : jdbi.withHandle(handle -> handle
                        .createQuery("select slug, article_id from article_slug where slug in (<slugs>)")
                        .bindList("slugs", slugs)
                        .map((row, context) -> Map.entry(row.getString(1), Uuid7.of(row.getBytes(2))))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    Map<UUID, UUID> byOrigin(Collection<UUID> hashes) {
        return hashes.isEmpty() ? Map.of()
                : jdbi.withHandle(handle -> handle
                        .createQuery("select origin_hash, id from article where origin_hash in (<hashes>)")
                        .bindList("hashes", List.copyOf(hashes))
                        .map((row, context) -> Map.entry(Uuid7.of(row.getBytes(1)), Uuid7.of(row.getBytes(2))))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    void insert(Collection<WorkingCopy> copies) {
        if (copies.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            var rows = handle.prepareBatch("""
                    insert into article (slug, state, version, revision, headline, document, saved_at, saved_by, saved_kind,
                      published_revision, published_at, updated_at, scheduled_action, scheduled_at, scheduled_zone,
                      origin_hash, import_digest, id, created_at, created_by, creator_id)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
            copies.forEach(
                    copy -> bind(rows, copy).bind(18, copy.entry().createdAt()).bind(19, copy.entry().creator().name())
                            .bindByType(20, copy.entry().creator().id(), UUID.class).add());
            rows.execute();
        });
        uses.note(copies);
    }

    /** Of copies that are {@link #locked}. */
    void update(Collection<WorkingCopy> copies) {
        if (copies.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            var rows = handle.prepareBatch("""
                    update article set slug = ?, state = ?, version = ?, revision = ?, headline = ?, document = ?, saved_at = ?,
                      saved_by = ?, saved_kind = ?, published_revision = ?, published_at = ?, updated_at = ?,
                      scheduled_action = ?, scheduled_at = ?, scheduled_zone = ?, origin_hash = ?, import_digest = ?
                    where id = ?""");
            copies.forEach(copy -> bind(rows, copy).add());
            rows.execute();
        });
        uses.noteAnew(copies);
    }

    private PreparedBatch bind(PreparedBatch rows, WorkingCopy copy) {
        var entry = copy.entry();
        var due = Optional.ofNullable(entry.schedule());
        return rows.bind(0, entry.slug()).bind(1, entry.state().word()).bind(2, entry.version()).bind(3, entry.revision())
                .bind(4, copy.content().headline()).bind(5, json.write(copy.content())).bind(6, entry.saved().at())
                .bind(7, entry.saved().by()).bind(8, entry.saved().kind()).bind(9, entry.publication().revision())
                .bindByType(10, entry.publication().publishedAt(), Instant.class)
                .bindByType(11, entry.publication().updatedAt(), Instant.class)
                .bind(12, due.map(DeskEntry.Schedule::action).orElse(null))
                .bindByType(13, due.map(DeskEntry.Schedule::at).orElse(null), Instant.class)
                .bind(14, due.map(DeskEntry.Schedule::zone).orElse(null))
                .bindByType(15, entry.provenance().originHash(), UUID.class)
                .bindByType(16, entry.provenance().digest(), byte[].class).bind(17, entry.id());
    }

    /** Moves the present revisions of these articles to the revisions; a save follows. */
    void keepPresent(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            jdbi.useHandle(handle -> handle.createUpdate("""
                    insert into article_revision (article_id, number, at, by_whom, kind, document)
                    select id, revision, saved_at, saved_by, saved_kind, document from article where id in (<ids>)""")
                    .bindList("ids", List.copyOf(ids)).execute());
        }
    }

    /** Keeps revisions that were replaced before they were ever the present one in the database. */
    void keep(Collection<WorkingCopy> replaced) {
        if (replaced.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            var rows = handle.prepareBatch("""
                    insert into article_revision (article_id, number, at, by_whom, kind, document)
                    values (?, ?, ?, ?, ?, ?)""");
            replaced.forEach(copy -> rows.add(copy.entry().id(), copy.entry().revision(), copy.entry().saved().at(),
                    copy.entry().saved().by(), copy.entry().saved().kind(), json.write(copy.content())));
            rows.execute();
        });
    }

    void addSlugs(Map<String, UUID> owners) {
        if (owners.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            var rows = handle.prepareBatch("insert into article_slug (slug, article_id) values (?, ?)");
            owners.forEach((slug, id) -> rows.add(slug, id));
            rows.execute();
        });
    }

    private static DeskEntry entry(ResultSet row) throws SQLException {
        return new DeskEntry(Uuid7.of(row.getBytes("id")), row.getString("slug"), ArticleState.of(row.getString("state")),
                row.getLong("version"), row.getInt("revision"), at(row, "created_at"), creator(row),
                new DeskEntry.Save(at(row, "saved_at"), row.getString("saved_by"), row.getString("saved_kind")),
                new DeskEntry.Publicity(row.getObject("published_revision", Integer.class), instant(row, "published_at"),
                        instant(row, "updated_at")),
                schedule(row), provenance(row));
    }

    private static DeskEntry.Creator creator(ResultSet row) throws SQLException {
        return new DeskEntry.Creator(uuid(row.getBytes("creator_id")), row.getString("created_by"));
    }

    private static @Nullable UUID uuid(byte @Nullable [] bytes) {
        return bytes == null ? null : Uuid7.of(bytes);
    }

    private static DeskEntry.@Nullable Schedule schedule(ResultSet row) throws SQLException {
        var action = row.getString("scheduled_action");
        return action == null ? null : new DeskEntry.Schedule(action, at(row, "scheduled_at"), row.getString("scheduled_zone"));
    }

    private static DeskEntry.Provenance provenance(ResultSet row) throws SQLException {
        return new DeskEntry.Provenance(uuid(row.getBytes("origin_hash")), row.getBytes("import_digest"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return Moments.at(row, column);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return Moments.find(row, column).orElse(null);
    }
}
