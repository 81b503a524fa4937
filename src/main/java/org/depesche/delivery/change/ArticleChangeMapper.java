package org.depesche.delivery.change;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import org.depesche.content.projection.ArticleEvent;
import org.depesche.platform.http.CacheTag;
import org.jspecify.annotations.Nullable;

/** Maps article events to entries of the change log. */
final class ArticleChangeMapper {

    private ArticleChangeMapper() {
    }

    /**
     * @param zone the zone of the months in which articles are listed
     * @param tagSlugs the slugs of the event's tags
     * @param authorSlugs the slugs of the event's authors
     */
    static ChangeEntry toEntry(ArticleEvent event, ZoneId zone, Map<UUID, String> tagSlugs,
            Map<UUID, String> authorSlugs) {
        var after = event.after();
        if (event.kind() == ArticleEvent.Kind.ERASED) {
            return ChangeEntry.of(event.kind().type(), event.at(), event.id(), null, after.sites(), List.of(), null,
                    tags(event, zone));
        }
        return ChangeEntry.of(event.kind().type(), event.at(), event.id(), after.slug(), after.sites(), changed(event),
                previous(event), tags(event, zone))
                .at(after.url(), new ChangeEntry.Place(after.path(), after.category().isEmpty() ? null : after.category(),
                        after.categorySlugs(), slugs(after.tags(), tagSlugs), slugs(after.authors(), authorSlugs)));
    }

    private static List<String> slugs(Set<UUID> ids, Map<UUID, String> slugs) {
        return ids.stream().map(slugs::get).filter(Objects::nonNull).sorted().toList();
    }

    private static List<String> changed(ArticleEvent event) {
        var before = event.before();
        var isMoved = before != null && !Set.copyOf(before.sites()).equals(Set.copyOf(event.after().sites()));
        return isMoved && !event.changed().contains("sites")
                ? Stream.concat(event.changed().stream(), Stream.of("sites")).toList()
                : event.changed();
    }

    private static ChangeEntry.@Nullable PreviousPlace previous(ArticleEvent event) {
        var before = event.before();
        if (before == null || before == event.after()) {
            return null;
        }
        var slug = former(before.slug(), event.after().slug());
        var url = former(before.url(), event.after().url());
        var path = former(before.path(), event.after().path());
        var category = former(before.category(), event.after().category());
        var sites = former(before.sites(), event.after().sites());
        return Stream.of(slug, url, path, category, sites).allMatch(Objects::isNull) ? null
                : new ChangeEntry.PreviousPlace(slug, url, path, category, sites);
    }

    private static <T> @Nullable T former(@Nullable T before, @Nullable T after) {
        return Objects.equals(before, after) ? null : before;
    }

    private static List<CacheTag> tags(ArticleEvent event, ZoneId zone) {
        var tags = new LinkedHashSet<CacheTag>();
        tags.add(CacheTag.article(event.id()));
        if (event.kind() == ArticleEvent.Kind.RELATED) {
            return List.copyOf(tags);
        }
        tags.add(CacheTag.LIST_ALL);
        add(tags, CacheTag::listOfCategory, event, ArticleEvent.PublicState::categories);
        add(tags, CacheTag::relatedToCategory, event, ArticleEvent.PublicState::categories);
        add(tags, CacheTag::listOfTag, event, ArticleEvent.PublicState::tags);
        add(tags, CacheTag::listOfAuthor, event, ArticleEvent.PublicState::authors);
        add(tags, CacheTag::image, event, ArticleEvent.PublicState::images);
        Stream.concat(Stream.of(event.after()), Stream.concat(Stream.ofNullable(event.before()), event.relisted().stream()))
                .map(state -> CacheTag.listOfMonth(YearMonth.from(state.publishedAt().atZone(zone)))).forEach(tags::add);
        event.collections().stream().map(CacheTag::collection).sorted().forEach(tags::add);
        event.affected().stream().map(CacheTag::article).sorted().forEach(tags::add);
        return List.copyOf(tags);
    }

    // before and after, because an article that leaves a list outdates the list as much as one that enters it
    private static void add(Set<CacheTag> tags, Function<UUID, CacheTag> tagOf, ArticleEvent event,
            Function<ArticleEvent.PublicState, Collection<UUID>> subjects) {
        var ids = new HashSet<>(subjects.apply(event.after()));
        Optional.ofNullable(event.before()).ifPresent(before -> ids.addAll(subjects.apply(before)));
        event.relisted().forEach(version -> ids.addAll(subjects.apply(version)));
        ids.stream().map(tagOf).sorted().forEach(tags::add);
    }
}
