package org.depesche.content.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.depesche.content.category.Categories;
import org.depesche.content.site.Sites;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.JdbcReader;
import org.depesche.platform.http.ChangeLogPosition;
import org.jdbi.v3.core.Jdbi;

/**
 * Stores the related articles that the desk picked, in the desk's order. They may be any articles, even unpublished
 * ones.
 */
@ApplicationScoped
public class RelatedPicks {

    private final Jdbi jdbi;
    private final JdbcReader sql;
    private final ChangeLogPosition positions;
    private final PublishedArticles articles;
    private final Sites sites;
    private final Categories categories;
    private final Clock clock;
    private final Event<ArticleEvent.Batch> events;

    RelatedPicks(Jdbi jdbi, JdbcReader sql, ChangeLogPosition positions, PublishedArticles articles, Sites sites,
            Categories categories, Clock clock,
            Event<ArticleEvent.Batch> events) {
        this.jdbi = jdbi;
        this.sql = sql;
        this.positions = positions;
        this.articles = articles;
        this.sites = sites;
        this.categories = categories;
        this.clock = clock;
        this.events = events;
    }

    @Transactional
    public List<UUID> forArticle(UUID article) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select picked_id from article_pick where article_id = ? order by position").bind(0, article)
                .mapTo(UUID.class).list());
    }

    /** The same picks for a response, together with the position of the change log. */
    @Transactional
    public List<UUID> forArticleWithLogPosition(UUID article) {
        return sql.query("select c.value, c.vocabulary, k.picked_id from change_counter c"
                + " left join article_pick k on k.article_id = ? where c.id = 1 order by k.position",
                statement -> statement.setBytes(1, Uuid7.bytes(article)), this::read);
    }

    private List<UUID> read(ResultSet row) throws SQLException {
        row.next();
        positions.set(new ChangeLogPosition.Position(row.getLong(1), row.getLong(2)));
        var picked = new ArrayList<UUID>();
        do {
            if (row.getBytes(3) != null) {
                picked.add(Uuid7.of(row.getBytes(3)));
            }
        } while (row.next());
        return picked;
    }

    /** Replaces the picks of an article, public or not. Returns false when nothing changed. */
    @Transactional(TxType.MANDATORY)
    public boolean replace(UUID article, List<UUID> picked) {
        if (forArticle(article).equals(picked)) {
            return false;
        }
        jdbi.useHandle(handle -> {
            handle.createUpdate("delete from article_pick where article_id = ?").bind(0, article).execute();
            if (!picked.isEmpty()) {
                var rows = handle.prepareBatch("insert into article_pick (article_id, position, picked_id) values (?, ?, ?)");
                for (var i = 0; i < picked.size(); i++) {
                    rows.add(article, i, picked.get(i));
                }
                rows.execute();
            }
        });
        fireEvent(article);
        return true;
    }

    /** Fires an event when the article is public. The change log must not mention drafts. */
    private void fireEvent(UUID id) {
        Optional.ofNullable(articles.byIds(List.of(id), true).get(id)).ifPresent(article -> {
            var publicState = PublicStates.of(article, new SiteTreeCache(sites, categories));
            events.fire(new ArticleEvent.Batch(List.of(new ArticleEvent(ArticleEvent.Kind.RELATED, id, clock.instant(),
                    publicState, publicState, List.of("related")))));
        });
    }
}
