package org.depesche.content.editorial.desk;

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

import org.depesche.content.author.Author;
import org.depesche.content.author.Authors;
import org.depesche.content.body.html.Warning;
import org.depesche.content.category.Categories;
import org.depesche.content.category.Category;
import org.depesche.content.editorial.ArticleState;
import org.depesche.content.editorial.Schedule;
import org.depesche.content.editorial.WorkingCopy;
import org.depesche.content.editorial.WorkingCopyMetadata;
import org.depesche.content.editorial.WorkingCopyRepository;
import org.depesche.content.editorial.form.EditorialArticleView;
import org.depesche.content.editorial.form.EditorialArticleView.PlacementView;
import org.depesche.content.editorial.form.EditorialArticleView.ScheduledView;
import org.depesche.content.editorial.form.EditorialArticleView.WithdrawnView;
import org.depesche.content.model.ArticleContent.Placement;
import org.depesche.content.projection.RelatedPicks;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.content.tag.Tag;
import org.depesche.content.tag.Tags;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.http.response.WithETag;
import org.jspecify.annotations.Nullable;

/** Makes the editorial representation of articles, which GET returns and PUT accepts. */
@ApplicationScoped
public class EditorialArticleViews {

    private final Sites sites;
    private final Categories categories;
    private final Tags tags;
    private final Authors authors;
    private final WorkingCopyRepository copies;
    private final RelatedPicks picks;
    private final PublicationZone zone;

    EditorialArticleViews(Sites sites, Categories categories, Tags tags, Authors authors, WorkingCopyRepository copies,
            RelatedPicks picks, PublicationZone zone) {
        this.sites = sites;
        this.categories = categories;
        this.tags = tags;
        this.authors = authors;
        this.copies = copies;
        this.picks = picks;
        this.zone = zone;
    }

    /** Returns the representation with its ETag and the warnings of the request. */
    public WithETag<EditorialArticleView> withETag(WorkingCopy copy, List<Warning> warnings) {
        return new WithETag<>(view(copy, warnings), copy.metadata().etag());
    }

    /** Returns the representation with the warnings of the request. */
    public EditorialArticleView view(WorkingCopy copy, List<Warning> warnings) {
        var picked = picks.forArticle(copy.metadata().id());
        Map<UUID, String> slugs = picked.isEmpty() ? Map.of() : copies.currentSlugs(picked);
        return view(copy, picked.stream().filter(slugs::containsKey).map(slugs::get).toList(), warnings);
    }

    private EditorialArticleView view(WorkingCopy copy, List<String> related, List<Warning> warnings) {
        var entry = copy.metadata();
        var classification = copy.content().classification();
        var story = copy.content().story();
        var attribution = copy.content().attribution();
        var distribution = copy.content().distribution();
        var home = classification.placements().stream().findFirst();
        return new EditorialArticleView(entry.id(), entry.slug(), entry.state().value(), entry.revision(),
                entry.is(ArticleState.PUBLISHED) ? entry.publication().revision() : null, scheduledView(entry.schedule()),
                withdrawnView(entry.withdrawal()),
                zone.toOffsetDateTime(entry.creator().at()), entry.creator().name(),
                zone.toOffsetDateTime(entry.lastSave().at()),
                entry.lastSave().by(),
                classification.type(), classification.language(), classification.access(),
                story.kicker(), story.headline(), story.shortHeadline(),
                story.teaser(), home.flatMap(this::mainCategorySlug).orElse(null),
                home.map(this::categorySlugs).orElse(List.of()),
                classification.placements().stream().flatMap(this::placementView).toList(), story.image(),
                attribution.advertising(),
                slugs(classification.tags(), tags.byIds(classification.tags()), Tag::slug),
                slugs(classification.authors(), authors.byIds(classification.authors()), Author::slug),
                attribution.source(), classification.sensitive(), attribution.rights(),
                attribution.production(),
                story.body(), story.links(), story.corrections(), distribution.seo(),
                related,
                distribution.translationOf(), distribution.aliases(), time(copy.publishedAt().orElse(null)),
                time(entry.publication().updatedAt()),
                time(distribution.embargoUntil()), distribution.origin(), warnings);
    }

    @Nullable
    ScheduledView scheduledView(@Nullable Schedule due) {
        var failure = due == null ? null : due.failure();
        return due == null ? null
                : new ScheduledView(due.action().value(), zone.toOffsetDateTime(due.at()), due.zone(), due.by(),
                        due.correction(),
                        due.isMinor() ? true : null, failure == null ? null : failure.attempts(),
                        failure == null ? null : failure.detail());
    }

    private @Nullable WithdrawnView withdrawnView(WorkingCopyMetadata.@Nullable Withdrawal withdrawal) {
        return withdrawal == null ? null
                : new WithdrawnView(zone.toOffsetDateTime(withdrawal.at()), withdrawal.reason(), withdrawal.notice());
    }

    private Stream<PlacementView> placementView(Placement placement) {
        return mainCategorySlug(placement).map(slug -> new PlacementView(site(placement).slug(), slug)).stream();
    }

    private Optional<String> mainCategorySlug(Placement placement) {
        return categorySlug(placement, placement.category());
    }

    private List<String> categorySlugs(Placement home) {
        var slugs = new ArrayList<String>();
        mainCategorySlug(home).ifPresent(slugs::add);
        home.further().forEach(further -> categorySlug(home, further).ifPresent(slugs::add));
        return slugs;
    }

    private Optional<String> categorySlug(Placement placement, UUID category) {
        return categories.tree(site(placement)).byId(category).map(Category::slug);
    }

    private Site site(Placement placement) {
        return sites.byId(placement.site());
    }

    private static <T> List<String> slugs(List<UUID> ids, Map<UUID, T> things, Function<T, String> slug) {
        return ids.stream().map(things::get).filter(Objects::nonNull).map(slug).toList();
    }

    private @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : zone.toOffsetDateTime(instant);
    }
}
