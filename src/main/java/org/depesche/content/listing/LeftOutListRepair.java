package org.depesche.content.listing;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Jdbi;

/**
 * Repairs the lists of the left out versions in a category, with a tag or by an author, in the caller's transaction. It deletes
 * entries whose article is not left out, or is not in the list of that category, tag or author, and corrects the sizes.
 */
@ApplicationScoped
public class LeftOutListRepair {

    private static final String KINDS = "('C', 'T', 'W')";

    private final Jdbi jdbi;

    LeftOutListRepair(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Returns the ids of the next lists to repair, ascending. */
    public List<Integer> after(int id, int limit) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select id from published_list where id > ? and kind in " + KINDS + " order by id limit ?")
                .bind(0, id).bind(1, limit).mapTo(Integer.class).list());
    }

    /** Locks and repairs some lists, and returns the number of entries and sizes that were wrong. */
    public int repair(List<Integer> ids) {
        return jdbi.withHandle(handle -> {
            handle.createQuery("select id from published_list where id in (<ids>) order by id for update").bindList("ids", ids)
                    .mapTo(Integer.class).list();
            var deleted = handle.createUpdate("""
                    delete e from published_list l straight_join published_entry e on e.list_id = l.id
                    where l.id in (<ids>) and not exists (
                      select 1 from published_list o join published_entry left_out on left_out.list_id = o.id
                        join published_list b on b.site_id = o.site_id and b.kind = lower(l.kind) and b.value = l.value
                        join published_entry listed on listed.list_id = b.id
                      where o.site_id = l.site_id and o.kind = 'o' and o.value = ''
                        and left_out.published_at = e.published_at and left_out.article_id = e.article_id
                        and listed.published_at = e.published_at and listed.article_id = e.article_id)""")
                    .bindList("ids", ids).execute();
            return deleted + handle.createUpdate("""
                    update published_list l set l.size = (select count(*) from published_entry e where e.list_id = l.id)
                    where l.id in (<ids>) and l.size <> (select count(*) from published_entry e where e.list_id = l.id)""")
                    .bindList("ids", ids).execute();
        });
    }
}
