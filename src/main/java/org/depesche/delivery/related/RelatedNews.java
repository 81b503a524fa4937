package org.depesche.delivery.related;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.article.ArticleHead;
import org.depesche.content.article.Articles;
import org.depesche.content.article.CacheTags;
import org.depesche.content.article.Picks;
import org.depesche.content.article.Presentation;
import org.depesche.content.listing.ListHit;
import org.depesche.content.listing.ListKey;
import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.ListOrder;
import org.depesche.content.listing.Selection;
import org.depesche.content.listing.Selections;
import org.depesche.content.site.Site;
import org.depesche.platform.http.Provenance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Chooses what stands beside an article: never the article itself, never advertising. A sensitive article neither gets
 * automatic lists nor appears in them; the desk's own picks hold for it too.
 */
@ApplicationScoped
@Transactional
public class RelatedNews {

    private final Articles articles;
    private final Picks picks;
    private final Selections selections;
    private final SimilarNews similar;
    private final Provenance provenance;
    private final ObjectMapper mapper;

    RelatedNews(Articles articles, Picks picks, Selections selections, SimilarNews similar, Provenance provenance,
            ObjectMapper mapper) {
        this.articles = articles;
        this.picks = picks;
        this.selections = selections;
        this.similar = similar;
        this.provenance = provenance;
        this.mapper = mapper;
    }

    /** For the article that a path names. */
    List<JsonNode> of(Site site, String ref, RelatedQuery query) {
        return of(site, articles.head(site, ref, "/related"), query);
    }

    /** For an article that is known already. */
    List<JsonNode> of(Site site, ArticleHead article, RelatedQuery query) {
        provenance.tag(CacheTags.article(article.id()));
        Optional.ofNullable(article.category()).map(CacheTags::relatedIn).ifPresent(provenance::tag);
        if (query.limit() == 0) {
            return List.of();
        }
        var chosen = choose(site, article, query);
        var documents = articles.documents(site, chosen.stream().map(RelatedChoice::article).toList(), query.presentation());
        var because = similar.because(chosen);
        var items = new ArrayList<JsonNode>();
        for (var i = 0; i < chosen.size(); i++) {
            var choice = chosen.get(i);
            if (documents.containsKey(choice.article())) {
                var item = mapper.<ObjectNode> valueToTree(documents.get(choice.article()));
                reasons(choice, because.get(i)).properties().stream()
                        .filter(member -> query.presentation().keeps(member.getKey()))
                        .forEach(member -> item.set(member.getKey(), member.getValue()));
                items.add(item);
            }
        }
        return items;
    }

    private ObjectNode reasons(RelatedChoice choice, List<String> because) {
        var reasons = mapper.createObjectNode().put("reason", choice.reasonWord());
        if (choice.likeness() != null) {
            reasons.set("because", mapper.valueToTree(because));
            reasons.put("score", choice.likeness().score());
        }
        return reasons;
    }

    private List<RelatedChoice> choose(Site site, ArticleHead article, RelatedQuery query) {
        return switch (query.strategy()) {
            case CURATED -> curated(site, article, query.limit());
            case SIMILAR -> similar.to(site, article, Set.of(), query.limit());
            case LATEST -> latest(site, article, Set.of(), query.limit());
            case AUTO -> auto(site, article, query.limit());
        };
    }

    private List<RelatedChoice> auto(Site site, ArticleHead article, int limit) {
        var chosen = new ArrayList<>(curated(site, article, limit));
        var already = new HashSet<UUID>();
        chosen.forEach(choice -> already.add(choice.article()));
        if (similar.canBeAsked()) {
            chosen.addAll(similar.to(site, article, already, limit - chosen.size()));
            chosen.forEach(choice -> already.add(choice.article()));
        } else {
            provenance.notKept();
        }
        chosen.addAll(latest(site, article, already, limit - chosen.size()));
        return chosen;
    }

    private List<RelatedChoice> curated(Site site, ArticleHead article, int limit) {
        var picked = new LinkedHashSet<>(picks.of(article.id()));
        picked.remove(article.id());
        picked.forEach(pick -> provenance.tag(CacheTags.article(pick)));
        var heads = articles.heads(site, picked);
        return picked.stream().filter(heads::containsKey).filter(pick -> !heads.get(pick).isAdvertising()).limit(limit)
                .map(pick -> new RelatedChoice(pick, Strategy.CURATED)).toList();
    }

    private List<RelatedChoice> latest(Site site, ArticleHead article, Set<UUID> already, int limit) {
        if (article.sensitive() || article.category() == null || limit == 0) {
            return List.of();
        }
        var except = new HashSet<>(already);
        except.add(article.id());
        var selection = Selection.of(ListKey.of(site.id(), ListKind.CATEGORY, article.category())).without(
                Set.of(ListKey.of(site.id(), ListKind.ADVERTISING, true), ListKey.of(site.id(), ListKind.SENSITIVE, true)),
                except);
        return selections.after(selection, ListOrder.NEWEST, null, limit).stream().map(ListHit::article)
                .map(id -> new RelatedChoice(id, Strategy.LATEST)).toList();
    }

    /** @param limit 0 to 100 */
    record RelatedQuery(Strategy strategy, int limit, Presentation presentation) {

        /** What an item has besides its article. */
        static final Set<String> MEMBERS = Set.of("reason", "because", "score");
    }
}
