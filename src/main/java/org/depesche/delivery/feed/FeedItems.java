package org.depesche.delivery.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.view.SyndicatedArticle;
import org.depesche.content.article.view.SyndicationConfig;
import org.depesche.content.image.view.ImageView;
import org.depesche.content.image.view.MediaUrls;
import org.depesche.content.machineuse.PolicyDocuments;
import org.depesche.content.machineuse.UsageStatement;
import org.depesche.content.site.Site;
import org.depesche.delivery.feed.format.AdvertisingLabels;
import org.depesche.delivery.feed.format.BodyImages;
import org.depesche.delivery.feed.format.FeedHtml;
import org.depesche.delivery.feed.format.FeedItem;
import org.depesche.delivery.feed.format.ItemIdentity;
import org.depesche.delivery.feed.request.FeedContent;
import org.depesche.delivery.feed.request.FeedOptions;
import org.depesche.delivery.feed.request.LeadImage;
import org.depesche.platform.http.AbsoluteUrls;
import org.jspecify.annotations.Nullable;

/** Makes the items of a feed from articles. */
@ApplicationScoped
class FeedItems {

    /** The narrowest file that readers show beside a title. */
    private static final int THUMBNAIL_WIDTH = 320;

    private final AbsoluteUrls urls;
    private final MediaUrls media;
    private final SyndicationConfig syndication;
    private final PolicyDocuments policies;

    FeedItems(AbsoluteUrls urls, MediaUrls media, SyndicationConfig syndication, PolicyDocuments policies) {
        this.urls = urls;
        this.media = media;
        this.syndication = syndication;
        this.policies = policies;
    }

    FeedItem item(Site site, SyndicatedArticle article, FeedOptions options) {
        var card = article.card();
        var url = Optional.ofNullable(card.url()).orElseGet(() -> urls.of("/v1/articles/" + card.slug()));
        var advertising = AdvertisingLabels.of(article);
        var title = AdvertisingLabels.title(article);
        var html = options.content() == FeedContent.FULL ? html(article, url, advertising, options) : null;
        return new FeedItem(key(article, url), new FeedItem.Text(title, article.summary().teaser(), html, card.language()),
                card.publishedAt(), card.updatedAt(), credits(site, article, advertising, options),
                new FeedItem.Topics(topics(site, article), article.mediaTopics()),
                new FeedItem.Attached(picture(card.image(), place(options)), FeedItem.Recording.of(article.body())),
                terms(site, article));
    }

    /** A teaser is plain text, which has no room for a picture. */
    private static LeadImage place(FeedOptions options) {
        return options.content() == FeedContent.TEASER && options.leadImage() == LeadImage.INLINE ? LeadImage.MEDIA
                : options.leadImage();
    }

    private FeedItem.@Nullable Terms terms(Site site, SyndicatedArticle article) {
        var policy = article.machineUse();
        return UsageStatement.of(policy, article.card().language()).map(words -> new FeedItem.Terms(policy,
                policies.ofArticle(site.policyScope(), article.card().slug(), policy).rsl(), words, site.name())).orElse(null);
    }

    private static FeedItem.Key key(SyndicatedArticle article, URI url) {
        var id = article.card().id();
        return new FeedItem.Key(ItemIdentity.guid(id, article.guid()), ItemIdentity.uri(id, article.guid()), url);
    }

    private @Nullable String html(SyndicatedArticle article, URI url, FeedItem.@Nullable Advertising advertising,
            FeedOptions options) {
        var html = new FeedHtml(url, media);
        if (advertising != null) {
            html.notice(advertising.text());
        }
        var image = article.card().image();
        if (image != null && options.leadImage().isInline() && !BodyImages.contain(article.body(), image)) {
            html.picture(image);
        }
        html.blocks(article.body());
        if (article.isTruncated()) {
            html.link(url, isGerman(article) ? "Weiterlesen" : "Read on");
        }
        return html.toString().isEmpty() ? null : html.toString();
    }

    private static boolean isGerman(SyndicatedArticle article) {
        return article.card().language().split("-")[0].equals("de");
    }

    private FeedItem.Credits credits(Site site, SyndicatedArticle article, FeedItem.@Nullable Advertising advertising,
            FeedOptions options) {
        var summary = article.summary();
        var rights = summary.rights();
        var source = summary.source();
        var authors = summary.authors().stream()
                .map(author -> new FeedItem.Person(author.name(), site.authorAddress(author.slug()).orElse(null))).toList();
        return new FeedItem.Credits(authors, source == null ? null : new FeedItem.Source(source.name(), source.url()),
                rights == null ? null : rights.copyright(), rights == null ? null : rights.licenseUrl(),
                article.card().access(),
                advertising, options.isForPartners() ? attribution(site, article) : null,
                article.production() == null ? null : article.production().ai());
    }

    private FeedItem.Attribution attribution(Site site, SyndicatedArticle article) {
        var url = article.card().canonicalUrl();
        return new FeedItem.Attribution(site.name(), url == null ? site.url() : url, syndication.logo().orElse(null));
    }

    /** The categories first, because some readers show the first topic alone. */
    private static List<FeedItem.Topic> topics(Site site, SyndicatedArticle article) {
        var categories = article.summary().categories().stream()
                .map(category -> new FeedItem.Topic(category.name(), category.slug(), category.url()));
        var tags = article.summary().tags().stream()
                .map(tag -> new FeedItem.Topic(tag.name(), tag.slug(), site.tagAddress(tag.slug()).orElse(null)));
        var names = new ArrayList<String>();
        return Stream.concat(categories, tags).filter(topic -> !names.contains(topic.name()) && names.add(topic.name()))
                .toList();
    }

    private FeedItem.@Nullable Picture picture(@Nullable ImageView image, LeadImage place) {
        if (image == null || image.src() == null) {
            return null;
        }
        var file = media.source(image).orElseThrow();
        var thumbnail = media.files(image).stream()
                .filter(each -> Objects.requireNonNull(each.width()) >= THUMBNAIL_WIDTH).findFirst().orElse(file);
        var rights = image.rights();
        return new FeedItem.Picture(file, thumbnail, image.credit(), image.caption() == null ? image.alt() : image.caption(),
                rights == null ? null : rights.copyright(), rights == null ? null : rights.licenseUrl(),
                place.isMedia(), place == LeadImage.ENCLOSURE);
    }
}
