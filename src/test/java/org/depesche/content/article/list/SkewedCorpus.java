package org.depesche.content.article.list;

import java.util.List;
import java.util.UUID;

import org.depesche.content.listing.ListKind;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * A hundred thousand articles on a site of their own. The database generates them, because other tests cover
 * publishing.
 */
final class SkewedCorpus {

    static final String SITE = "cost";
    static final int RARE = 40;
    private static final int ARTICLES = 100_000;
    private static final UUID SITE_ID = id(1, 1);

    private SkewedCorpus() {
    }

    /** Creates the corpus unless the database has it. */
    static void ensure(Jdbi jdbi) {
        jdbi.useHandle(handle -> {
            if (handle.createQuery("select count(*) from site where id = ?").bind(0, SITE_ID).mapTo(Integer.class).one() == 0) {
                handle.execute("insert into site (id, slug, name, language, is_default, created_at, updated_at) values"
                        + " (?, ?, 'Kosten', 'de', false, utc_timestamp(), utc_timestamp())", SITE_ID, SITE);
                taxonomy(handle);
                articles(handle);
                entries(handle);
                handle.execute("update change_counter set value = value + 1, vocabulary = value");
                // as nodes read it: they know a position when they have read its entry
                handle.execute("""
                        insert into change_log (sequence, type, subject_id, at, entry) select value, 'site.created', ?, now(),
                          concat('{"sequence":', value, ',"type":"site.created","at":"2026-01-01T00:00:00Z","id":"', ?,
                            '","sites":["kosten"],"changed":[],"cacheTags":["sites"]}') from change_counter""", SITE_ID,
                        SITE_ID.toString());
            }
        });
    }

    /** Makes the newest article of a category a version that lists leave out. */
    static void leaveOutNewest(Jdbi jdbi, String category) {
        jdbi.useHandle(handle -> {
            handle.execute("insert into published_list (site_id, kind, value) select site_id, 'C', id from category"
                    + " where slug = ?", category);
            handle.execute("insert into published_entry select l.id, e.published_at, e.article_id, e.published_at"
                    + " from published_list l join (select e.* from published_entry e join published_list c on c.id = e.list_id"
                    + " join category k on k.id = c.value and c.kind = 'c' where k.slug = ?"
                    + " order by e.published_at desc, e.article_id desc limit 1) e"
                    + " where l.site_id = ? and (l.kind = 'C' or l.kind = 'o' and l.value = '')", category, SITE_ID);
            handle.execute("update published_list set size = 1 where site_id = ? and (kind = 'C' or kind = 'o' and value = '')",
                    SITE_ID);
        });
    }

    /** Takes back what {@link #leaveOutNewest} did. */
    static void showAll(Jdbi jdbi) {
        jdbi.useHandle(handle -> {
            handle.execute("delete e from published_entry e join published_list l on l.id = e.list_id"
                    + " where l.site_id = ? and l.kind in ('C', 'o')", SITE_ID);
            handle.execute("update published_list set size = 0 where site_id = ? and kind in ('C', 'o')", SITE_ID);
        });
    }

    private static UUID id(int kind, long number) {
        return UUID.fromString("01900000-%04x-7000-8000-%012x".formatted(kind, number));
    }

    private static String sqlId(int kind, String number) {
        return "unhex(concat('01900000%04x70008000', lpad(hex(%s), 12, '0')))".formatted(kind, number);
    }

    private static String sqlText(int kind, String number) {
        return "lower(concat('01900000-%04x-7000-8000-', lpad(hex(%s), 12, '0')))".formatted(kind, number);
    }

    private static void taxonomy(Handle handle) {
        handle.execute("insert into category (id, site_id, slug, name, created_at, updated_at) select " + sqlId(2, "seq")
                + ", ?, concat('kosten-', seq), concat('Kosten ', seq), utc_timestamp(), utc_timestamp() from seq_0_to_19",
                SITE_ID);
        for (var kind : List.of("tag", "author")) {
            handle.execute("insert into " + kind + " (id, slug, name, name_hash, created_at, updated_at) select "
                    + sqlId("tag".equals(kind) ? 3 : 4, "seq") + ", concat('kosten-', seq), concat('Kosten ', seq),"
                    + " unhex(md5(concat('kosten ', seq))), utc_timestamp(), utc_timestamp() from seq_0_to_999");
        }
        handle.execute("insert into image (id, alt, details, created_at, updated_at) select " + sqlId(5, "seq")
                + ", concat('Bild ', seq), '{}', utc_timestamp(), utc_timestamp() from seq_1_to_" + ARTICLES);
    }

    /**
     * The category is the cube of a uniform random number: one category has a third of all articles, and the last one
     * almost none.
     */
    private static void articles(Handle handle) {
        handle.execute("""
                create temporary table corpus (n int primary key, id binary(16), published_at datetime(6),
                  updated_at datetime(6), category int, first_tag int, second_tag int, author int, type varchar(16),
                  language varchar(2), pictured boolean, advertising boolean)""");
        handle.execute(
                """
                        insert into corpus select seq, %s, d,
                          date_add(d, interval if(rand(seq * 7) < 0.1, rand(seq * 3) * 3000, 0) day),
                          floor(20 * pow(rand(seq), 3)), floor(200 * pow(rand(seq * 5), 3)),
                          if(seq %% %d = 0, 999, 200 + floor(200 * rand(seq * 11))), floor(50 * pow(rand(seq * 13), 2)),
                          if(rand(seq * 17) < 0.9, 'news', 'opinion'), if(rand(seq * 19) < 0.95, 'de', 'en'),
                          rand(seq * 23) < 0.5,
                          rand(seq * 29) < 0.03
                        from (select seq, date_add('2014-01-01', interval floor(seq / 40) day) d from seq_1_to_%d) numbers"""
                        .formatted(sqlId(6, "seq"), ARTICLES / RARE, ARTICLES));
        handle.execute(
                """
                        insert into published_article (id, slug, published_at, updated_at, changed_at, revision, summary, body)
                        select id, concat('kosten-', n), published_at, updated_at, updated_at, 1,
                          concat('{"content":{"type":"', type,
                          '","language":"', language, '","access":"free","headline":"Artikel ', n,
                          '","placements":[{"site":"%s","category":"', %s, '"}],"tags":["', %s, '","', %s, '"]',
                          ',"authors":["', %s, '"]',
                          if(pictured, concat(',"image":{"id":"', %s, '"}'), ''),
                          if(advertising, ',"advertising":{"label":"Anzeige"}', ''),
                          '},"wordCount":300,"readingMinutes":2}'), '[]' from corpus"""
                        .formatted(SITE_ID, sqlText(2, "category"), sqlText(3, "first_tag"), sqlText(3, "second_tag"),
                                sqlText(4, "author"), sqlText(5, "n")));
    }

    private static void entries(Handle handle) {
        list(handle, ListKind.ALL, "''");
        list(handle, ListKind.CATEGORY, sqlId(2, "category"));
        list(handle, ListKind.TAG, sqlId(3, "first_tag"));
        list(handle, ListKind.TAG, sqlId(3, "second_tag"));
        list(handle, ListKind.AUTHOR, sqlId(4, "author"));
        list(handle, ListKind.TYPE, "type");
        list(handle, ListKind.LANGUAGE, "language");
        handle.execute("insert into published_list (site_id, kind, value) values (?, 'o', ''), (?, 'o', 'de'), (?, 'o', 'en')",
                SITE_ID, SITE_ID, SITE_ID);
        list(handle, ListKind.HAS_IMAGE, "if(pictured, '1', '0')");
        list(handle, ListKind.ADVERTISING, "if(advertising, '1', '0')");
        list(handle, ListKind.MONTH, "date_format(published_at, '%Y-%m')");
        handle.execute("drop temporary table corpus");
        handle.createQuery("analyze table published_entry, published_article, published_list").mapToMap().list();
    }

    private static void list(Handle handle, ListKind kind, String value) {
        var letter = kind.letter();
        handle.execute("insert ignore into published_list (site_id, kind, value, size) select ?, '" + letter + "', v, count(*)"
                + " from (select " + value + " v from corpus) c group by v", SITE_ID);
        handle.execute("insert into published_entry (list_id, published_at, article_id, updated_at) select l.id,"
                + " c.published_at, c.id, c.updated_at from corpus c join published_list l on l.site_id = ? and l.kind = '"
                + letter + "' and l.value = " + value, SITE_ID);
    }
}
