package org.depesche.delivery.article;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.view.SyndicatedArticle;
import org.depesche.content.image.view.MediaUrls;
import org.depesche.content.machineuse.PolicyDocuments;
import org.depesche.content.machineuse.UsageStatement;
import org.depesche.content.site.Site;
import org.depesche.delivery.feed.format.AdvertisingLabels;
import org.depesche.delivery.feed.format.Feed;
import org.depesche.delivery.feed.format.FeedHtml;
import org.depesche.delivery.feed.format.ItemIdentity;
import org.depesche.kernel.PlainText;
import org.depesche.platform.http.AbsoluteUrls;
import org.depesche.platform.http.PublicationZone;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes articles as ninjs 3.1 of the IPTC, with their images as associations. */
@ApplicationScoped
public class Ninjs {

    private static final String SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#";
    private static final String ROLE = "role";
    private static final String VALUE = "value";
    private static final String NAME = "name";
    private static final String URI_MEMBER = "uri";
    private static final String MAIN = "main";
    private static final String RENDITIONS = "renditions";
    private static final String CONTENT_TYPE = "contentType";
    private static final String PLAIN = "text/plain";

    private final ObjectMapper mapper;
    private final PublicationZone zone;
    private final AbsoluteUrls urls;
    private final MediaUrls media;
    private final NinjsImages images;
    private final PolicyDocuments policies;

    Ninjs(ObjectMapper mapper, PublicationZone zone, AbsoluteUrls urls, MediaUrls media, NinjsImages images,
            PolicyDocuments policies) {
        this.mapper = mapper;
        this.zone = zone;
        this.urls = urls;
        this.media = media;
        this.images = images;
        this.policies = policies;
    }

    ObjectNode of(Site site, SyndicatedArticle article) {
        var json = mapper.createObjectNode();
        write(site, article, json);
        addStandard(json);
        return json;
    }

    /**
     * Writes a list as a composite item whose associations are the articles, because ninjs has no other list. Withdrawn
     * articles follow as canceled, so that clients delete their copies.
     *
     * @param title the headline of the list
     */
    public ObjectNode list(Site site, List<SyndicatedArticle> articles, List<Feed.Removal> removals, String title) {
        var json = mapper.createObjectNode().put(URI_MEMBER, "urn:uuid:" + site.id()).put("type", "composite")
                .put("pubStatus", "usable").put("language", site.language());
        json.putArray("headlines").addObject().put(ROLE, MAIN).put(VALUE, title);
        var associations = json.putArray("associations");
        articles.forEach(article -> write(site, article, associations.addObject().put(NAME, "article" + associations.size())));
        removals.forEach(removal -> associations.addObject().put(NAME, "article" + associations.size())
                .put(URI_MEMBER, removal.itemId()).put("type", "text").put("pubStatus", "canceled")
                .put("versionCreated", zone.format(removal.at())));
        addStandard(json);
        return json;
    }

    private static void addStandard(ObjectNode json) {
        json.putObject("standard").put(NAME, "ninjs").put("version", "3.1").put("schema", SCHEMA);
    }

    private void write(Site site, SyndicatedArticle article, ObjectNode json) {
        var card = article.card();
        var summary = article.summary();
        json.put(URI_MEMBER, ItemIdentity.uri(card.id(), article.guid())).put("type", "text")
                .put("representationType", article.isTruncated() ? "partial" : "full").put("pubStatus", "usable")
                .put("firstCreated", zone.format(card.publishedAt())).put("versionCreated", zone.format(card.updatedAt()))
                .put("language", card.language());
        addTexts(article, json);
        addRights(article, json);
        addPolicy(site, article, json);
        if (!summary.authors().isEmpty()) {
            json.put("by", summary.authors().stream().map(author -> author.name()).collect(Collectors.joining(", ")));
        }
        addSubjects(site, article, json);
        json.putArray("genres").addObject().put(NAME, card.type());
        if (summary.source() != null) {
            put(json.putArray("infoSources").addObject().put(NAME, summary.source().name()).put(ROLE, "source"), URI_MEMBER,
                    summary.source().url());
        }
        Optional.ofNullable(DigitalSourceType.of(article.production()))
                .ifPresent(type -> json.putObject("digitalSourceType").put(URI_MEMBER, DigitalSourceType.VOCABULARY + type));
        var alternatives = json.putArray("altIds");
        alternatives.addObject().put(ROLE, "id").put(VALUE, card.id().toString());
        alternatives.addObject().put(ROLE, "slug").put(VALUE, card.slug());
        put(json.putArray(RENDITIONS).addObject().put(NAME, "web").put(CONTENT_TYPE, "text/html"), "href", url(article));
        images.add(article, json);
    }

    private URI url(SyndicatedArticle article) {
        return Optional.ofNullable(article.card().url()).orElseGet(() -> urls.of("/v1/articles/" + article.card().slug()));
    }

    private void addTexts(SyndicatedArticle article, ObjectNode json) {
        var headlines = json.putArray("headlines");
        headlines.addObject().put(ROLE, MAIN).put(VALUE, AdvertisingLabels.title(article));
        addText(headlines, "kicker", article.card().kicker());
        addText(headlines, "short", article.summary().shortHeadline());
        if (article.summary().teaser() != null) {
            json.putArray("descriptions").addObject().put(ROLE, "summary").put(CONTENT_TYPE, PLAIN)
                    .put(VALUE, article.summary().teaser());
        }
        var html = new FeedHtml(url(article), media).blocks(article.body()).toString();
        if (!html.isEmpty()) {
            var text = PlainText.of(html).strip();
            var bodies = json.putArray("bodies");
            bodies.addObject().put(ROLE, MAIN).put(CONTENT_TYPE, "text/html").put(VALUE, html);
            bodies.addObject().put(ROLE, MAIN).put(CONTENT_TYPE, PLAIN).put("charCount", text.length())
                    .put("wordCount", PlainText.countWords(text)).put(VALUE, text);
        }
    }

    private static void addText(ArrayNode texts, String role, @Nullable String text) {
        if (text != null) {
            texts.addObject().put(ROLE, role).put(VALUE, text);
        }
    }

    private static void addRights(SyndicatedArticle article, ObjectNode json) {
        var notes = new ArrayList<String>();
        Optional.ofNullable(AdvertisingLabels.of(article)).ifPresent(advertising -> notes.add(advertising.text()));
        article.corrections().forEach(correction -> notes.add(correction.note()));
        if (!notes.isEmpty()) {
            json.put("edNote", String.join("\n", notes));
        }
        var rights = article.summary().rights();
        if (rights != null) {
            put(json, "copyrightHolder", RightsHolder.in(rights.copyright()).orElse(null));
            put(json, "copyrightNotice", rights.copyright());
            if (rights.licenseUrl() != null) {
                json.putObject("rightsInfo").put("linkedRights", rights.licenseUrl().toString());
            }
        }
    }

    /** Ninjs has one link to rights. The license of the article takes precedence over the policy. */
    private void addPolicy(Site site, SyndicatedArticle article, ObjectNode json) {
        var policy = article.machineUse();
        UsageStatement.of(policy, article.card().language()).ifPresent(words -> {
            json.put("usageTerms", words);
            if (!json.has("rightsInfo")) {
                json.putObject("rightsInfo").put("linkedRights",
                        policies.ofArticle(site.policyScope(), article.card().slug(), policy).rsl().toString());
            }
        });
    }

    private static void addSubjects(Site site, SyndicatedArticle article, ObjectNode json) {
        var members = new LinkedHashMap<String, ArrayNode>();
        article.summary().categories().forEach(category -> put(member(json, members, "subjects").addObject()
                .put(NAME, category.name()).put("rel", "category"), URI_MEMBER, category.url()));
        article.mediaTopics().forEach(topic -> member(json, members, "subjects").addObject().put(NAME, topic.name())
                .put("rel", "about").put(URI_MEMBER, topic.uri()).put("literal", topic.code()));
        article.summary().tags().forEach(tag -> put(member(json, members, member(tag.type().toString())).addObject()
                .put(NAME, tag.name()).put("rel", "about"), URI_MEMBER, site.tagAddress(tag.slug()).orElse(null)));
    }

    private static ArrayNode member(ObjectNode json, Map<String, ArrayNode> members, String name) {
        return members.computeIfAbsent(name, json::putArray);
    }

    private static String member(String tagType) {
        return switch (tagType.toLowerCase(Locale.ROOT)) {
            case "person" -> "people";
            case "organisation" -> "organisations";
            case "place" -> "places";
            case "product" -> "objects";
            default -> "subjects";
        };
    }

    private static void put(ObjectNode json, String member, @Nullable Object value) {
        if (value != null) {
            json.put(member, value.toString());
        }
    }
}
