package org.depesche.content.taxonomy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.page.Keyset;
import org.depesche.platform.page.Slice;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** SQL access to the table of one kind. */
final class TaxonomyRepository {

    /** The position of the first member of the kind in what is written, after the columns that all kinds have. */
    private static final int FIRST_MEMBER = 6;

    private final Jdbi jdbi;
    private final TaxonomyKind kind;

    TaxonomyRepository(Jdbi jdbi, TaxonomyKind kind) {
        this.jdbi = jdbi;
        this.kind = kind;
    }

    Optional<TaxonomyEntry> byId(UUID id) {
        return one("id = :value", id, "");
    }

    /** Reads and locks the current row until the end of the transaction. */
    Optional<TaxonomyEntry> byIdForUpdate(UUID id) {
        return one("id = :value", id, " for update");
    }

    Optional<TaxonomyEntry> byHashForUpdate(UUID hash) {
        return one("name_hash = :value", hash, " for update");
    }

    private Optional<TaxonomyEntry> one(String condition, UUID value, String lock) {
        return jdbi.withHandle(handle -> handle.createQuery(select() + " where " + condition + lock).bind("value", value)
                .map(this::entry).findOne());
    }

    /** Returns the entry that has or had this slug. The slug of a deleted entry has no owner. */
    Optional<UUID> slugOwnerForUpdate(String slug) {
        return owner("select id from " + kind.table() + " where slug = ? for update", slug)
                .or(() -> owner("""
                        select t.id from %1$s_former_slug f join %1$s t on t.id = f.%1$s_id where f.slug = ? for update"""
                        .formatted(kind.table()), slug));
    }

    private Optional<UUID> owner(String sql, String slug) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).bind(0, slug).mapTo(UUID.class).findOne());
    }

    Slice<TaxonomyEntry> page(TaxonomyQuery query) {
        var page = query.page();
        var keyset = Keyset.ascending(page, "name", "id");
        var rows = jdbi.withHandle(handle -> keyset
                .bind(bound(handle.createQuery(select() + conditions(query) + keyset.condition() + keyset.order()), query),
                        name -> name)
                .map(this::entry).list());
        return page.slice(rows, row -> List.of(row.name(), row.id().toString()));
    }

    long total(TaxonomyQuery query) {
        return jdbi.withHandle(handle -> bound(
                handle.createQuery("select count(*) from " + kind.table() + conditions(query)), query).mapTo(Long.class).one());
    }

    private String conditions(TaxonomyQuery query) {
        return " where " + (query.prefix() == null ? "true" : "name >= :first and name < :last")
                + (query.types().isEmpty() ? "" : " and type in (<types>)");
    }

    private static Query bound(Query select, TaxonomyQuery query) {
        if (query.prefix() != null) {
            select.bind("first", query.prefix()).bind("last", query.prefix() + PublicTaxonomyRepository.MAX_CHARACTER);
        }
        return query.types().isEmpty() ? select : select.bindList("types", query.types());
    }

    private String select() {
        return "select id, slug, name, version, created_at, updated_at" + columns(column -> ", " + column) + " from "
                + kind.table();
    }

    void insert(TaxonomyEntry entry) {
        write("insert into " + kind.table() + " (slug, name, name_hash, version, created_at, updated_at"
                + columns(column -> ", " + column) + ", id) values (?, ?, ?, ?, ?, ?" + columns(column -> ", ?") + ", ?)",
                entry);
    }

    void update(TaxonomyEntry entry) {
        write("update " + kind.table() + " set slug = ?, name = ?, name_hash = ?, version = ?, created_at = ?, updated_at = ?"
                + columns(column -> ", " + column + " = ?") + " where id = ?", entry);
    }

    private void write(String sql, TaxonomyEntry entry) {
        jdbi.useHandle(handle -> {
            var update = handle.createUpdate(sql).bind(0, entry.slug()).bind(1, entry.name())
                    .bind(2, Fingerprint.ofName(entry.name())).bind(3, entry.version()).bind(4, entry.createdAt())
                    .bind(5, entry.updatedAt());
            var position = FIRST_MEMBER;
            for (var member : kind.members()) {
                update.bindByType(position++, entry.members().get(member.name()), member.type());
            }
            update.bind(position, entry.id()).execute();
        });
    }

    private String columns(UnaryOperator<String> text) {
        return kind.members().stream().map(TaxonomyMember::column).map(text).collect(Collectors.joining());
    }

    void delete(UUID id) {
        jdbi.useHandle(
                handle -> handle.createUpdate("delete from " + kind.table() + " where id = ?").bind(0, id).execute());
    }

    /** Deletes all former slugs of an entry, so that no row names it any more. */
    void deleteFormerSlugs(UUID id) {
        jdbi.useHandle(handle -> handle
                .createUpdate("delete from %1$s_former_slug where %1$s_id = ?".formatted(kind.table())).bind(0, id).execute());
    }

    void mergeInto(TaxonomyEntry from, UUID to) {
        jdbi.useHandle(handle -> handle.createUpdate("update %1$s_former_slug set %1$s_id = ? where %1$s_id = ?"
                .formatted(kind.table())).bind(0, to).bind(1, from.id()).execute());
        delete(from.id());
        addFormerSlug(from.slug(), to);
    }

    /** Redirects the slug to this entry. */
    void addFormerSlug(String slug, UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into %1$s_former_slug (slug, %1$s_id) values (?, ?) on duplicate key update %1$s_id = values(%1$s_id)"""
                .formatted(kind.table())).bind(0, slug).bind(1, id).execute());
    }

    Set<String> formerSlugs(UUID id) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select slug from %1$s_former_slug where %1$s_id = ?".formatted(kind.table())).bind(0, id)
                .mapTo(String.class).set());
    }

    void deleteFormerSlug(String slug) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from " + kind.table() + "_former_slug where slug = ?")
                .bind(0, slug).execute());
    }

    /** Returns whether a public article of any site uses the entry. */
    boolean isPublic(UUID id) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select exists (select 1 from site s straight_join published_list l on l.site_id = s.id"
                        + " and l.kind = :kind and l.value = :value and l.size > 0)")
                .bind("kind", kind.listKind()).bind("value", id).mapTo(Boolean.class).one());
    }

    private TaxonomyEntry entry(ResultSet row, StatementContext context) throws SQLException {
        var members = new HashMap<String, Object>();
        for (var member : kind.members()) {
            var value = context.findColumnMapperFor(member.type()).orElseThrow().map(row, member.column(), context);
            if (value != null) {
                members.put(member.name(), value);
            }
        }
        return new TaxonomyEntry(Uuid7.of(row.getBytes(1)), row.getString(2), row.getString(3), members, row.getLong(4),
                at(row, 5, context), at(row, 6, context));
    }

    private static Instant at(ResultSet row, int column, StatementContext context) throws SQLException {
        return context.findColumnMapperFor(Instant.class).orElseThrow().map(row, column, context);
    }
}
