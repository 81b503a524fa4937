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

import org.depesche.content.model.ContentJsonMapper;
import org.depesche.content.taxonomy.Fingerprint;
import org.depesche.kernel.Slug;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.JdbcBatch;
import org.jdbi.v3.core.Jdbi;

/**
 * Reads and writes working copies in batches. The row of an article has its present revision; a save first copies that to
 * the former revisions.
 */
@ApplicationScoped
public class WorkingCopyRepository {

    /** The owner of the slugs and origins of erased articles. */
    public static final UUID ERASED_OWNER = new UUID(0, 0);

    private final Jdbi jdbi;
    private final ContentJsonMapper json;
    private final WorkingCopyReferenceRepository usages;

    WorkingCopyRepository(Jdbi jdbi, ContentJsonMapper json, WorkingCopyReferenceRepository usages) {
        this.jdbi = jdbi;
        this.json = json;
        this.usages = usages;
    }

    /** Locks working copies until the transaction ends. The order of ids prevents deadlocks. */
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

    /** Returns an article, and locks it until the end of the transaction if {@code locked}. */
    public Optional<WorkingCopy> byId(UUID id, boolean locked) {
        return jdbi.withHandle(handle -> handle
                .createQuery(
                        "select " + WorkingCopyRowMapper.COLUMNS + ", document from article where id = ?"
                                + (locked ? " for update" : ""))
                .bind(0, id).map((row, context) -> mapRow(row))
                .findOne());
    }

    /** Locks and returns working copies in the order of their schedule. It skips rows that another transaction has locked. */
    public List<WorkingCopy> byIdsSkipLocked(Collection<UUID> ids) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select " + WorkingCopyRowMapper.COLUMNS + ", document from article where id in (<ids>)"
                        + " order by scheduled_at, id for update skip locked")
                .bindList("ids", List.copyOf(ids)).map((row, context) -> mapRow(row)).list());
    }

    private WorkingCopy mapRow(ResultSet row) throws SQLException {
        return new WorkingCopy(WorkingCopyRowMapper.mapRow(row), json.readContent(row.getBytes("document")));
    }

    /** Finds ids by id, slug or former slug. */
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
     * Returns the articles that have or had these slugs, or {@link #ERASED_OWNER} for erased articles. Words that are no slugs
     * are skipped, because the column can be compared only with ASCII text.
     */
    Map<String, UUID> slugOwners(Collection<String> words) {
        var slugs = words.stream().filter(Slug::isSlug).toList();
        if (slugs.isEmpty()) {
            return Map.of();
        }
        var owners = new HashMap<String, UUID>();
        var hashes = slugs.stream()
                .collect(Collectors.toMap(WorkingCopyRepository::slugHash, Function.identity(), (one, same) -> one));
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

    /** Returns the present and former slugs of an article. */
    public List<String> allSlugs(UUID article) {
        return jdbi.withHandle(handle -> handle.createQuery("select slug from article_slug where article_id = ?")
                .bind(0, article).mapTo(String.class).list());
    }

    /** Returns the present slugs of articles. Unknown articles are absent. */
    public Map<UUID, String> currentSlugs(Collection<UUID> ids) {
        return jdbi.withHandle(handle -> handle.createQuery("select id, slug from article where id in (<ids>)")
                .bindList("ids", List.copyOf(ids)).map((row, context) -> Map.entry(Uuid7.of(row.getBytes(1)), row.getString(2)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /**
     * Returns the originals of translations, as the working copies name them. Articles that are no translations are absent.
     * The rows are locked against changes, so that two transactions cannot close a circle together.
     */
    public Map<UUID, UUID> originals(Collection<UUID> translations) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select id, json_value(document, '$.translationOf') from article
                where id in (<ids>) order by id lock in share mode""").bindList("ids", List.copyOf(translations))
                .map((row, context) -> Map.entry(Uuid7.of(row.getBytes(1)), Optional.ofNullable(row.getString(2))))
                .stream().filter(found -> found.getValue().isPresent())
                .collect(Collectors.toMap(Map.Entry::getKey, found -> UUID.fromString(found.getValue().orElseThrow()))));
    }

    /** Returns the serial numbers of articles, which the database assigns with the first save. Unknown articles are absent. */
    public Map<UUID, Long> serials(Collection<UUID> ids) {
        return jdbi.withHandle(handle -> handle.createQuery("select id, serial from article where id in (<ids>)")
                .bindList("ids", List.copyOf(ids)).map((row, context) -> Map.entry(Uuid7.of(row.getBytes(1)), row.getLong(2)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Returns the serial number of one article; 0 if it is unknown. */
    public long serial(UUID id) {
        return serials(List.of(id)).getOrDefault(id, 0L);
    }

    /** Returns the articles of these origins, or {@link #ERASED_OWNER} for erased articles. */
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

    /** Updates working copies that the transaction has locked. */
    public void update(Collection<WorkingCopy> copies) {
        if (copies.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> JdbcBatch.write(handle, WorkingCopyRowMapper.UPDATE, copies,
                (row, copy) -> WorkingCopyRowMapper.bindUpdate(row, copy.metadata(),
                        copy.content().story().headline(), json.write(copy.content()))));
        usages.replaceUsages(copies);
    }

    /** Updates the metadata. The content stays. */
    public void updateState(WorkingCopyMetadata entry) {
        updateState(List.of(entry));
    }

    private void updateState(List<WorkingCopyMetadata> entries) {
        jdbi.useHandle(handle -> JdbcBatch.write(handle, WorkingCopyRowMapper.UPDATE_STATE, entries,
                WorkingCopyRowMapper::bindStateUpdate));
    }

    /** Updates the metadata of articles that are no longer public. The desk alone uses their references now. */
    public void updateStateAndUsages(List<WorkingCopy> copies) {
        updateState(copies.stream().map(WorkingCopy::metadata).toList());
        usages.replaceUsages(copies);
    }

    /**
     * Deletes a working copy with its revisions.
     *
     * @param withSlugs also frees the slugs; those that readers have seen are kept
     */
    public void delete(UUID id, boolean withSlugs) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("delete from article where id = ?").bind(0, id).execute();
            handle.createUpdate("delete from article_revision where article_id = ?").bind(0, id).execute();
            if (withSlugs) {
                handle.createUpdate("delete from article_slug where article_id = ?").bind(0, id).execute();
            }
        });
    }

    /** Copies the present revisions to the table of former revisions, before a save. */
    public void archivePresentRevisions(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            jdbi.useHandle(handle -> handle.createUpdate("""
                    insert into article_revision (article_id, number, slug, at, by_whom, kind, document)
                    select id, revision, slug, saved_at, saved_by, saved_kind, document from article where id in (<ids>)""")
                    .bindList("ids", List.copyOf(ids)).execute());
        }
    }

    /** Inserts revisions that the same batch replaces. */
    public void insertRevisions(Collection<WorkingCopy> replaced) {
        jdbi.useHandle(handle -> JdbcBatch.write(handle, """
                insert into article_revision (article_id, number, slug, at, by_whom, kind, document)
                values (?, ?, ?, ?, ?, ?, ?)""", replaced,
                (row, copy) -> row.id(copy.metadata().id()).number(copy.metadata().revision()).text(copy.metadata().slug())
                        .timestamp(copy.metadata().lastSave().at()).text(copy.metadata().lastSave().by())
                        .text(copy.metadata().lastSave().kind().word())
                        .bytes(json.write(copy.content()))));
    }

    /** Stores the articles that own new slugs. A slug stays with its article after a change. */
    public void insertSlugs(Map<String, UUID> owners) {
        jdbi.useHandle(handle -> JdbcBatch.write(handle, "insert into article_slug (slug, article_id) values (?, ?)",
                owners.entrySet(), (row, owner) -> row.text(owner.getKey()).id(owner.getValue())));
    }

    /** Returns the hash of a slug. The slug of an erased article is stored as its hash only. */
    public static UUID slugHash(String slug) {
        return Fingerprint.of("slug\n" + slug);
    }
}
