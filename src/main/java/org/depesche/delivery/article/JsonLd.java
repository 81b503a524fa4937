package org.depesche.delivery.article;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.view.SyndicatedArticle;
import org.depesche.content.article.view.SyndicationConfig;
import org.depesche.content.author.ArticleAuthorView;
import org.depesche.content.author.Author;
import org.depesche.content.author.Authors;
import org.depesche.content.image.view.ImageView;
import org.depesche.content.image.view.MediaUrls;
import org.depesche.content.image.view.SizedFile;
import org.depesche.content.machineuse.PolicyDocuments;
import org.depesche.content.machineuse.UsageStatement;
import org.depesche.content.model.ArticleAccess;
import org.depesche.content.site.Site;
import org.depesche.delivery.feed.format.AdvertisingLabels;
import org.depesche.kernel.MediaTopic;
import org.depesche.platform.http.AbsoluteUrls;
import org.depesche.platform.http.PublicationZone;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Describes an article to search engines as a {@code NewsArticle} of schema.org, with the path of its category. Paid content is
 * an {@code AdvertiserContentArticle} with its sponsor. The description does not contain the text of the article.
 */
@ApplicationScoped
class JsonLd {

    private static final String TYPE = "@type";
    private static final String NAME = "name";
    private static final String PERSON = "Person";
    private static final String ORGANIZATION = "Organization";

    /** The width in pixels that search engines ask for. */
    private static final int IMAGE_WIDTH = 1_200;

    private final Authors authors;
    private final ObjectMapper mapper;
    private final PublicationZone zone;
    private final AbsoluteUrls urls;
    private final MediaUrls media;
    private final SyndicationConfig syndication;
    private final PolicyDocuments policies;

    JsonLd(Authors authors, ObjectMapper mapper, PublicationZone zone, AbsoluteUrls urls, MediaUrls media,
            SyndicationConfig syndication,
            PolicyDocuments policies) {
        this.authors = authors;
        this.mapper = mapper;
        this.zone = zone;
        this.urls = urls;
        this.media = media;
        this.syndication = syndication;
        this.policies = policies;
    }

    ObjectNode of(Site site, SyndicatedArticle article) {
        var card = article.card();
        var summary = article.summary();
        var url = Optional.ofNullable(card.canonicalUrl()).orElseGet(() -> urls.of("/v1/articles/" + card.slug())).toString();
        var json = mapper.createObjectNode().put("@context", "https://schema.org");
        json.put(TYPE, card.advertising() == null ? "NewsArticle" : "AdvertiserContentArticle").put("@id", url).put("url", url);
        addPage(article, url, json.putObject("mainEntityOfPage"));
        json.put("headline", AdvertisingLabels.title(article));
        put(json, "alternativeHeadline", summary.shortHeadline());
        put(json, "description", summary.teaser());
        json.put("datePublished", time(card.publishedAt())).put("dateModified", time(card.updatedAt()))
                .put("inLanguage", card.language())
                .put("isAccessibleForFree", card.access().equals(ArticleAccess.FREE.word()))
                .put("wordCount", summary.wordCount());
        Optional.ofNullable(card.category()).ifPresent(category -> json.put("articleSection", category.name()));
        Optional.ofNullable(DigitalSourceType.of(article.production()))
                .ifPresent(type -> json.put("digitalSourceType", DigitalSourceType.VOCABULARY + type));
        addKeywords(article, json);
        addSubjects(article, json);
        addImage(card.image(), json);
        addAuthors(site, article, json.putArray("author"));
        addPublisher(site, json.putObject("publisher"));
        addCredits(article, json);
        addPolicy(site, article, json);
        return json;
    }

    private static void addPage(SyndicatedArticle article, String url, ObjectNode page) {
        page.put(TYPE, "WebPage").put("@id", url);
        var category = article.card().category();
        if (category == null) {
            return;
        }
        var items = page.putObject("breadcrumb").put(TYPE, "BreadcrumbList").putArray("itemListElement");
        category.path().forEach(step -> put(position(items).put(NAME, step.name()), "item", step.url()));
        position(items).put(NAME, AdvertisingLabels.title(article)).put("item", url);
    }

    private static ObjectNode position(ArrayNode items) {
        return items.addObject().put(TYPE, "ListItem").put("position", items.size());
    }

    /** Adds the Media Topics of the article, which are the IPTC's vocabulary of subjects. */
    private static void addSubjects(SyndicatedArticle article, ObjectNode json) {
        if (!article.mediaTopics().isEmpty()) {
            var about = json.putArray("about");
            article.mediaTopics().forEach(topic -> about.addObject().put(TYPE, "DefinedTerm").put("@id", topic.uri())
                    .put(NAME, topic.name()).put("termCode", topic.code()).put("inDefinedTermSet", MediaTopic.VOCABULARY));
        }
    }

    private static void addKeywords(SyndicatedArticle article, ObjectNode json) {
        if (!article.summary().tags().isEmpty()) {
            var keywords = json.putArray("keywords");
            article.summary().tags().forEach(tag -> keywords.add(tag.name()));
        }
    }

    /** Adds the three shapes that search engines ask for. An image whose file is on another server has one shape. */
    private void addImage(@Nullable ImageView image, ObjectNode json) {
        if (image == null || image.src() == null) {
            return;
        }
        var pictures = json.putArray("image");
        var cropped = media.shapes(image, IMAGE_WIDTH);
        (cropped.isEmpty() ? media.source(image).stream().toList() : cropped)
                .forEach(file -> addImage(image, file, pictures.addObject()));
    }

    private static void addImage(ImageView image, SizedFile file, ObjectNode picture) {
        picture.put(TYPE, "ImageObject").put("url", file.url().toString());
        if (file.width() != null && file.height() != null) {
            picture.put("width", file.width()).put("height", file.height());
        }
        put(picture, "caption", image.caption() == null ? image.alt() : image.caption());
        put(picture, "creditText", image.credit());
        var stored = image.registered().file();
        put(picture, "acquireLicensePage", stored == null ? null : stored.licensorUrl());
        var rights = image.rights();
        if (rights != null) {
            put(picture, "copyrightNotice", rights.copyright());
            put(picture, "license", rights.licenseUrl());
            put(picture, "digitalSourceType", rights.digitalSourceType());
            addCreators(rights.creators(), picture);
        }
    }

    private static void addCreators(List<String> names, ObjectNode picture) {
        if (names.size() == 1) {
            picture.putObject("creator").put(TYPE, PERSON).put(NAME, names.get(0));
        } else if (!names.isEmpty()) {
            var creators = picture.putArray("creator");
            names.forEach(name -> creators.addObject().put(TYPE, PERSON).put(NAME, name));
        }
    }

    /** Adds the authors. Without a byline, the publication is the author. */
    private void addAuthors(Site site, SyndicatedArticle article, ArrayNode json) {
        var bylines = article.summary().authors();
        var found = authors.byRefs(bylines.stream().map(ArticleAuthorView::slug).toList());
        bylines.forEach(byline -> {
            var person = json.addObject().put(TYPE, PERSON).put(NAME, byline.name());
            put(person, "url", site.authorAddress(byline.slug()).orElse(null));
            Optional.ofNullable(found.get(byline.slug())).map(Author::profile)
                    .ifPresent(profile -> addProfile(profile, person));
        });
        if (json.isEmpty()) {
            put(json.addObject().put(TYPE, ORGANIZATION).put(NAME, site.name()), "url", site.url());
        }
    }

    private static void addProfile(Author.Profile profile, ObjectNode person) {
        put(person, "jobTitle", profile.role());
        if (!profile.links().isEmpty()) {
            var links = person.putArray("sameAs");
            profile.links().forEach(link -> links.add(link.toString()));
        }
    }

    private void addPublisher(Site site, ObjectNode publisher) {
        put(publisher.put(TYPE, ORGANIZATION).put(NAME, site.name()), "url", site.url());
        syndication.logo().ifPresent(logo -> publisher.putObject("logo").put(TYPE, "ImageObject").put("url", logo.toString()));
    }

    private void addCredits(SyndicatedArticle article, ObjectNode json) {
        var rights = article.summary().rights();
        if (rights != null) {
            put(json, "copyrightNotice", rights.copyright());
            put(json, "license", rights.licenseUrl());
        }
        var source = article.summary().source();
        if (source != null) {
            put(json.putObject("isBasedOn").put(TYPE, "CreativeWork").put(NAME, source.name()), "url", source.url());
        }
        var advertising = AdvertisingLabels.of(article);
        if (advertising != null && advertising.sponsor() != null) {
            put(json.putObject("sponsor").put(TYPE, ORGANIZATION).put(NAME, advertising.sponsor()), "url",
                    advertising.sponsorUrl());
        }
        if (!article.corrections().isEmpty()) {
            var corrections = json.putArray("correction");
            article.corrections().forEach(correction -> corrections.addObject().put(TYPE, "CorrectionComment")
                    .put("text", correction.note()).put("datePublished", time(correction.at())));
        }
    }

    private void addPolicy(Site site, SyndicatedArticle article, ObjectNode json) {
        var policy = article.machineUse();
        UsageStatement.of(policy, article.card().language()).ifPresent(words -> {
            var licence = policies.ofArticle(site.policyScope(), article.card().slug(), policy).rsl().toString();
            json.put("conditionsOfAccess", words).put("usageInfo", licence);
            if (!json.has("license")) {
                json.put("license", licence);
            }
            put(json, "acquireLicensePage", policy.licenceUrl());
        });
    }

    private String time(Instant moment) {
        return zone.format(moment);
    }

    private static void put(ObjectNode json, String member, @Nullable Object value) {
        if (value != null) {
            json.put(member, value.toString());
        }
    }
}
