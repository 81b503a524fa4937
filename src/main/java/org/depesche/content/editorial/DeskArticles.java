package org.depesche.content.editorial;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.ArticleContent.Placement;
import org.depesche.content.author.Author;
import org.depesche.content.author.Authors;
import org.depesche.content.body.Warning;
import org.depesche.content.category.Categories;
import org.depesche.content.category.Category;
import org.depesche.content.editorial.EditorialArticle.PlacementView;
import org.depesche.content.editorial.EditorialArticle.Scheduled;
import org.depesche.content.editorial.EditorialArticle.Withdrawn;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.content.tag.Tag;
import org.depesche.content.tag.Tags;
import org.depesche.platform.http.PublicationZone;
import org.jspecify.annotations.Nullable;

/** Shows working copies in the form in which they can be written. */
@ApplicationScoped
class DeskArticles {

    private final Sites sites;
    private final Categories categories;
    private final Tags tags;
    private final Authors authors;
    private final PublicationZone zone;

    DeskArticles(Sites sites, Categories categories, Tags tags, Authors authors, PublicationZone zone) {
        this.sites = sites;
        this.categories = categories;
        this.tags = tags;
        this.authors = authors;
        this.zone = zone;
    }

    /** @param related slugs of the articles picked to stand beside it */
    EditorialArticle view(WorkingCopy copy, List<String> related, List<Warning> warnings) {
        var entry = copy.entry();
        var says = copy.content();
        var home = says.placements().stream().findFirst();
        return new EditorialArticle(entry.id(), entry.slug(), entry.state().word(), entry.revision(),
                entry.is(ArticleState.PUBLISHED) ? entry.publication().revision() : null, scheduled(entry.schedule()),
                withdrawn(entry.withdrawal()),
                zone.of(entry.createdAt()), entry.creator().name(), zone.of(entry.saved().at()), entry.saved().by(),
                says.type(), says.language(), says.access(), says.kicker(), says.headline(), says.shortHeadline(),
                says.teaser(), home.flatMap(this::category).orElse(null), home.map(this::categories).orElse(List.of()),
                says.placements().stream().flatMap(this::placement).toList(), says.image(), says.advertising(),
                slugs(says.tags(), tags.byIds(says.tags()), Tag::slug),
                slugs(says.authors(), authors.byIds(says.authors()), Author::slug),
                says.source(), says.sensitive(), says.rights(), says.body(), says.links(), says.corrections(), says.seo(),
                related,
                says.translationOf(), says.aliases(), time(publishedAt(copy)), time(entry.publication().updatedAt()),
                time(says.embargoUntil()), says.origin(), warnings);
    }

    @Nullable
    Scheduled scheduled(@Nullable Schedule due) {
        var failure = due == null ? null : due.failure();
        return due == null ? null
                : new Scheduled(due.action().word(), zone.of(due.at()), due.zone(), due.by(), due.correction(),
                        due.isMinor() ? true : null, failure == null ? null : failure.attempts(),
                        failure == null ? null : failure.detail());
    }

    private @Nullable Withdrawn withdrawn(DeskEntry.@Nullable Withdrawal gone) {
        return gone == null ? null : new Withdrawn(zone.of(gone.at()), gone.reason(), gone.notice());
    }

    static @Nullable Instant publishedAt(WorkingCopy copy) {
        return Optional.ofNullable(copy.content().publishedAt()).or(copy.entry().publication()::first).orElse(null);
    }

    private Stream<PlacementView> placement(Placement placement) {
        return category(placement).map(slug -> new PlacementView(site(placement).slug(), slug)).stream();
    }

    private Optional<String> category(Placement placement) {
        return slug(placement, placement.category());
    }

    private List<String> categories(Placement home) {
        var slugs = new ArrayList<String>();
        category(home).ifPresent(slugs::add);
        home.further().forEach(further -> slug(home, further).ifPresent(slugs::add));
        return slugs;
    }

    private Optional<String> slug(Placement placement, UUID category) {
        return categories.tree(site(placement)).byId(category).map(Category::slug);
    }

    private Site site(Placement placement) {
        return sites.byId(placement.site());
    }

    private static <T> List<String> slugs(List<UUID> ids, Map<UUID, T> things, Function<T, String> slug) {
        return ids.stream().map(things::get).filter(Objects::nonNull).map(slug).toList();
    }

    private @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : zone.of(instant);
    }
}
