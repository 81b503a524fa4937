package org.depesche.content.editorial;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.model.ContentJson;
import org.depesche.content.taxonomy.Fingerprint;
import org.depesche.kernel.Slug;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.JdbcBatch;
import org.jdbi.v3.core.Jdbi;

/**
 * The rows of working copies, read and written by the batch. The present revision stands in the article's own row; a save
 * moves what it replaces to the revisions.
 */
@ApplicationScoped
public class WorkingCopies {

    /** Whose everything is that must not come back. */
    public static final UUID ERASED_OWNER = new UUID(0, 0);

    private final Jdbi jdbi;
    private final ContentJson json;
    private final DraftUsageRepository usages;

    WorkingCopies(Jdbi jdbi, ContentJson json, DraftUsageRepository uses) {
        this.jdbi = jdbi;
        this.json = json;
        this.usages = uses;
    }

    /**
     * How they stand, and nobody changes them before this transaction ends. In the order of ids, so that no two wait for each
     * other.
     */
    public Map<UUID, WorkingCopyMetadata> metadataForUpdate(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbi.withHandle(handle -> handle
                .createQuery(
                        "select " + WorkingCopyRowMapper.COLUMNS + " from article where id in (<ids>) order by id for update")
                .bindList("ids", List.copyOf(ids)).map((row, context) -> WorkingCopyRowMapper.mapRow(row))
                .collect(Collectors.toMap(WorkingCopyMetadata::id, Function.identity())));
    }

    public Optional<WorkingCopy> byId(UUID id, boolean locked) {
        return jdbi.withHandle(handle -> handle
                .createQuery(
                        "select " + WorkingCopyRowMapper.COLUMNS + ", document from article where id = ?"
                                + (locked ? " for update" : ""))
                .bind(0, id).map((row, context) -> mapRow(row))
                .findOne());
    }

    /** In the order of their schedule and locked, but for those that somebody is changing at this very moment. */
    public List<WorkingCopy> byIdsSkipLocked(Collection<UUID> ids) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select " + WorkingCopyRowMapper.COLUMNS + ", document from article where id in (<ids>)"
                        + " order by scheduled_at, id for update skip locked")
                .bindList("ids", List.copyOf(ids)).map((row, context) -> mapRow(row)).list());
    }

    private WorkingCopy mapRow(ResultSet row) throws SQLException {
        return new WorkingCopy(WorkingCopyRowMapper.mapRow(row), json.readContent(row.getBytes("document")));
    }

    /** By id, slug or former slug, under what was asked. */
    public Map<String, UUID> findIds(Collection<String> refs) {
        var found = new HashMap<String, UUID>(slugOwners(refs));
        var ids = refs.stream().flatMap(ref -> Uuid7.parse(ref).stream()).toList();
        if (!ids.isEmpty()) {
            jdbi.useHandle(handle -> handle.createQuery("select id from article where id in (<ids>)").bindList("ids", ids)
                    .mapTo(UUID.class).forEach(id -> found.put(id.toString(), id)));
        }
        return found;
    }

    /**
     * Whose slugs they are or were; those of erased articles are {@link #ERASED_OWNER}'s. What is no slug belongs to none; the column
     * could not even be compared with it.
     */
    Map<String, UUID> slugOwners(Collection<String> words) {
        var slugs = words.stream().filter(Slug::isSlug).toList();
        if (slugs.isEmpty()) {
            return Map.of();
        }
        var owners = new HashMap<String, UUID>();
        var hashes = slugs.stream().collect(Collectors.toMap(WorkingCopies::slugHash, Function.identity(), (one, same) -> one));
        erasedHashes(hashes.keySet()).forEach(hash -> owners.put(hashes.get(hash), ERASED_OWNER));
        jdbi.useHandle(handle -> handle.createQuery("select slug, article_id from article_slug where slug in (<slugs>)")
                .bindList("slugs", slugs).map((row, context) -> Map.entry(row.getString(1), Uuid7.of(row.getBytes(2))))
                .forEach(found -> owners.put(found.getKey(), found.getValue())));
        return owners;
    }

    private List<UUID> erasedHashes(Collection<UUID> hashes) {
        return jdbi.withHandle(handle -> handle.createQuery("select hash from erased_mark where hash in (<hashes>)")
                .bindList("hashes", List.copyOf(hashes)).mapTo(UUID.class).list());
    }

    /** All it has and had. */
    public List<String> allSlugs(UUID article) {
        return jdbi.withHandle(handle -> handle.createQuery("select slug from article_slug where article_id = ?")
                .bind(0, article).mapTo(String.class).list());
    }

    /** The present slugs of these articles; those that are not there are absent. */
    public Map<UUID, String> currentSlugs(Collection<UUID> ids) {
        return jdbi.withHandle(handle -> handle.createQuery("select id, slug from article where id in (<ids>)")
                .bindList("ids", List.copyOf(ids)).map((row, context) -> Map.entry(Uuid7.of(row.getBytes(1)), row.getString(2)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Whose origins they are; those of erased articles are {@link #ERASED_OWNER}'s. */
    public Map<UUID, UUID> originOwners(Collection<UUID> hashes) {
        if (hashes.isEmpty()) {
            return Map.of();
        }
        var owners = new HashMap<UUID, UUID>();
        erasedHashes(hashes).forEach(hash -> owners.put(hash, ERASED_OWNER));
        jdbi.useHandle(handle -> handle.createQuery("select origin_hash, id from article where origin_hash in (<hashes>)")
                .bindList("hashes", List.copyOf(hashes))
                .map((row, context) -> Map.entry(Uuid7.of(row.getBytes(1)), Uuid7.of(row.getBytes(2))))
                .forEach(found -> owners.put(found.getKey(), found.getValue())));
        return owners;
    }

    public void insert(Collection<WorkingCopy> copies) {
        if (copies.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> JdbcBatch.write(handle, WorkingCopyRowMapper.INSERT, copies,
                (row, copy) -> WorkingCopyRowMapper.bindInsert(row, copy.metadata(),
                        copy.content().story().headline(), json.write(copy.content()))));
        usages.insertUsages(copies);
    }

    /** Of copies that are {@link #metadataForUpdate}. */
    public void update(Collection<WorkingCopy> copies) {
        if (copies.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> JdbcBatch.write(handle, WorkingCopyRowMapper.UPDATE, copies,
                (row, copy) -> WorkingCopyRowMapper.bindUpdate(row, copy.metadata(),
                        copy.content().story().headline(), json.write(copy.content()))));
        usages.replaceUsages(copies);
    }

    /** How they stand alone: what they say is as it was. */
    public void updateState(WorkingCopyMetadata entry) {
        updateState(List.of(entry));
    }

    private void updateState(List<WorkingCopyMetadata> entries) {
        jdbi.useHandle(handle -> JdbcBatch.write(handle, WorkingCopyRowMapper.UPDATE_STATE, entries,
                WorkingCopyRowMapper::bindStateUpdate));
    }

    /** The same of some that leave the public: what they name is in use by the desk alone now. */
    public void updateStateAndUsages(List<WorkingCopy> left) {
        updateState(left.stream().map(WorkingCopy::metadata).toList());
        usages.replaceUsages(left);
    }

    /** Its slugs stay taken, unless nobody ever saw them. */
    public void delete(UUID id, boolean withSlugs) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("delete from article where id = ?").bind(0, id).execute();
            handle.createUpdate("delete from article_revision where article_id = ?").bind(0, id).execute();
            if (withSlugs) {
                handle.createUpdate("delete from article_slug where article_id = ?").bind(0, id).execute();
            }
        });
    }

    /** Moves the present revisions of these articles to the revisions; a save follows. */
    public void archivePresentRevisions(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            jdbi.useHandle(handle -> handle.createUpdate("""
                    insert into article_revision (article_id, number, slug, at, by_whom, kind, document)
                    select id, revision, slug, saved_at, saved_by, saved_kind, document from article where id in (<ids>)""")
                    .bindList("ids", List.copyOf(ids)).execute());
        }
    }

    /** Keeps revisions that were replaced before they were ever the present one in the database. */
    public void insertRevisions(Collection<WorkingCopy> replaced) {
        jdbi.useHandle(handle -> JdbcBatch.write(handle, """
                insert into article_revision (article_id, number, slug, at, by_whom, kind, document)
                values (?, ?, ?, ?, ?, ?, ?)""", replaced,
                (row, copy) -> row.id(copy.metadata().id()).number(copy.metadata().revision()).text(copy.metadata().slug())
                        .timestamp(copy.metadata().lastSave().at()).text(copy.metadata().lastSave().by())
                        .text(copy.metadata().lastSave().kind())
                        .bytes(json.write(copy.content()))));
    }

    public void insertSlugs(Map<String, UUID> owners) {
        jdbi.useHandle(handle -> JdbcBatch.write(handle, "insert into article_slug (slug, article_id) values (?, ?)",
                owners.entrySet(), (row, owner) -> row.text(owner.getKey()).id(owner.getValue())));
    }

    /** The hash of a slug: all that is stored of the slug of an erased article. */
    public static UUID slugHash(String slug) {
        return Fingerprint.of("slug\n" + slug);
    }
}
