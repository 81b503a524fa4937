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

import org.depesche.content.article.StoredJson;
import org.depesche.kernel.Slug;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.Bulk;
import org.jdbi.v3.core.Jdbi;

/**
 * The rows of working copies, read and written by the batch. The present revision stands in the article's own row; a save
 * moves what it replaces to the revisions.
 */
@ApplicationScoped
class WorkingCopies {

    /** Whose everything is that must not come back. */
    static final UUID NOBODY = new UUID(0, 0);

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
                .createQuery("select " + DeskRow.COLUMNS + " from article where id in (<ids>) order by id for update")
                .bindList("ids", List.copyOf(ids)).map((row, context) -> DeskRow.read(row))
                .collect(Collectors.toMap(DeskEntry::id, Function.identity())));
    }

    Optional<WorkingCopy> byId(UUID id, boolean locked) {
        return jdbi.withHandle(handle -> handle
                .createQuery(
                        "select " + DeskRow.COLUMNS + ", document from article where id = ?" + (locked ? " for update" : ""))
                .bind(0, id).map((row, context) -> copy(row))
                .findOne());
    }

    /** In the order of their schedule and locked, but for those that somebody is changing at this very moment. */
    List<WorkingCopy> free(Collection<UUID> ids) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select " + DeskRow.COLUMNS + ", document from article where id in (<ids>)"
                        + " order by scheduled_at, id for update skip locked")
                .bindList("ids", List.copyOf(ids)).map((row, context) -> copy(row)).list());
    }

    private WorkingCopy copy(ResultSet row) throws SQLException {
        return new WorkingCopy(DeskRow.read(row), json.content(row.getBytes("document")));
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

    /**
     * Whose slugs they are or were; those of erased articles are {@link #NOBODY}'s. What is no slug belongs to none; the column
     * could not even be compared with it.
     */
    Map<String, UUID> ownersOf(Collection<String> words) {
        var slugs = words.stream().filter(Slug::isSlug).toList();
        if (slugs.isEmpty()) {
            return Map.of();
        }
        var owners = new HashMap<String, UUID>();
        var hashes = slugs.stream().collect(Collectors.toMap(Erasure::hash, Function.identity(), (one, same) -> one));
        erased(hashes.keySet()).forEach(hash -> owners.put(hashes.get(hash), NOBODY));
        jdbi.useHandle(handle -> handle.createQuery("select slug, article_id from article_slug where slug in (<slugs>)")
                .bindList("slugs", slugs).map((row, context) -> Map.entry(row.getString(1), Uuid7.of(row.getBytes(2))))
                .forEach(found -> owners.put(found.getKey(), found.getValue())));
        return owners;
    }

    private List<UUID> erased(Collection<UUID> hashes) {
        return jdbi.withHandle(handle -> handle.createQuery("select hash from erased_mark where hash in (<hashes>)")
                .bindList("hashes", List.copyOf(hashes)).mapTo(UUID.class).list());
    }

    /** All it has and had. */
    List<String> slugsOf(UUID article) {
        return jdbi.withHandle(handle -> handle.createQuery("select slug from article_slug where article_id = ?")
                .bind(0, article).mapTo(String.class).list());
    }

    /** The present slugs of these articles; those that are not there are absent. */
    Map<UUID, String> slugs(Collection<UUID> ids) {
        return jdbi.withHandle(handle -> handle.createQuery("select id, slug from article where id in (<ids>)")
                .bindList("ids", List.copyOf(ids)).map((row, context) -> Map.entry(Uuid7.of(row.getBytes(1)), row.getString(2)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Whose origins they are; those of erased articles are {@link #NOBODY}'s. */
    Map<UUID, UUID> byOrigin(Collection<UUID> hashes) {
        if (hashes.isEmpty()) {
            return Map.of();
        }
        var owners = new HashMap<UUID, UUID>();
        erased(hashes).forEach(hash -> owners.put(hash, NOBODY));
        jdbi.useHandle(handle -> handle.createQuery("select origin_hash, id from article where origin_hash in (<hashes>)")
                .bindList("hashes", List.copyOf(hashes))
                .map((row, context) -> Map.entry(Uuid7.of(row.getBytes(1)), Uuid7.of(row.getBytes(2))))
                .forEach(found -> owners.put(found.getKey(), found.getValue())));
        return owners;
    }

    void insert(Collection<WorkingCopy> copies) {
        if (copies.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> Bulk.write(handle, DeskRow.INSERT, copies, (row, copy) -> DeskRow.bindNew(row, copy.entry(),
                copy.content().headline(), json.write(copy.content()))));
        uses.note(copies);
    }

    /** Of copies that are {@link #locked}. */
    void update(Collection<WorkingCopy> copies) {
        if (copies.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> Bulk.write(handle, DeskRow.UPDATE, copies, (row, copy) -> DeskRow.bind(row, copy.entry(),
                copy.content().headline(), json.write(copy.content()))));
        uses.noteAnew(copies);
    }

    /** How they stand alone: what they say is as it was. */
    void restate(DeskEntry entry) {
        restate(List.of(entry));
    }

    private void restate(List<DeskEntry> entries) {
        jdbi.useHandle(handle -> Bulk.write(handle, DeskRow.RESTATE, entries, DeskRow::bindState));
    }

    /** The same of some that leave the public: what they name is in use by the desk alone now. */
    void retract(List<WorkingCopy> left) {
        restate(left.stream().map(WorkingCopy::entry).toList());
        uses.noteAnew(left);
    }

    /** Its slugs stay taken, unless nobody ever saw them. */
    void delete(UUID id, boolean withSlugs) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("delete from article where id = ?").bind(0, id).execute();
            handle.createUpdate("delete from article_revision where article_id = ?").bind(0, id).execute();
            if (withSlugs) {
                handle.createUpdate("delete from article_slug where article_id = ?").bind(0, id).execute();
            }
        });
    }

    /** Moves the present revisions of these articles to the revisions; a save follows. */
    void keepPresent(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            jdbi.useHandle(handle -> handle.createUpdate("""
                    insert into article_revision (article_id, number, slug, at, by_whom, kind, document)
                    select id, revision, slug, saved_at, saved_by, saved_kind, document from article where id in (<ids>)""")
                    .bindList("ids", List.copyOf(ids)).execute());
        }
    }

    /** Keeps revisions that were replaced before they were ever the present one in the database. */
    void keep(Collection<WorkingCopy> replaced) {
        jdbi.useHandle(handle -> Bulk.write(handle, """
                insert into article_revision (article_id, number, slug, at, by_whom, kind, document)
                values (?, ?, ?, ?, ?, ?, ?)""", replaced,
                (row, copy) -> row.id(copy.entry().id()).number(copy.entry().revision()).text(copy.entry().slug())
                        .moment(copy.entry().saved().at()).text(copy.entry().saved().by()).text(copy.entry().saved().kind())
                        .bytes(json.write(copy.content()))));
    }

    void addSlugs(Map<String, UUID> owners) {
        jdbi.useHandle(handle -> Bulk.write(handle, "insert into article_slug (slug, article_id) values (?, ?)",
                owners.entrySet(), (row, owner) -> row.text(owner.getKey()).id(owner.getValue())));
    }
}
