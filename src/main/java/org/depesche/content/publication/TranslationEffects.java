package org.depesche.content.publication;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.projection.ArticleEvent;
import org.depesche.content.projection.PublishedArticleWriter;
import org.depesche.content.projection.PublishedArticles;

/**
 * Says which other language versions an article's change is news for: each shows the others, with their languages and
 * addresses.
 */
@ApplicationScoped
class TranslationEffects {

    /** What one shows of another, or makes its address. */
    private static final Set<String> SHOWN = Set.of("slug", "language", "category", "publishedAt", "translations");

    private final PublishedArticles articles;
    private final PublishedArticleWriter writer;

    TranslationEffects(PublishedArticles articles, PublishedArticleWriter writer) {
        this.articles = articles;
        this.writer = writer;
    }

    /**
     * The same events with that; what they change beside their own articles is written.
     *
     * @param groups those that each article belongs to, or belonged to before
     */
    List<ArticleEvent> withEffects(List<ArticleEvent> events, Map<UUID, Set<UUID>> groups) {
        var news = events.stream().filter(TranslationEffects::concernsTranslations).toList();
        var members = articles.lockTranslationGroups(news.stream().flatMap(event -> groups.get(event.id()).stream())
                .collect(Collectors.toSet()));
        var others = new HashMap<UUID, Set<UUID>>();
        for (var event : news) {
            var beside = new HashSet<UUID>();
            groups.get(event.id()).forEach(group -> beside.addAll(members.getOrDefault(group, Set.of())));
            beside.remove(event.id());
            others.put(event.id(), beside);
        }
        var touched = events.isEmpty() ? Set.<UUID> of()
                : writer.markChanged(others.values().stream().flatMap(Set::stream).collect(Collectors.toSet()),
                        events.get(0).at());
        others.values().forEach(beside -> beside.retainAll(touched));
        return events.stream().map(event -> event.withAffected(others.getOrDefault(event.id(), Set.of()))).toList();
    }

    private static boolean concernsTranslations(ArticleEvent event) {
        return event.changesVisibility() || event.changed().stream().anyMatch(SHOWN::contains);
    }
}
