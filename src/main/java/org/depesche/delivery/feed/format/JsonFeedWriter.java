package org.depesche.delivery.feed.format;

import java.io.UncheckedIOException;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.machineuse.MachineUse;
import org.depesche.content.machineuse.UsePermission;
import org.depesche.platform.http.PublicationZone;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes JSON Feed 1.1. Values without a member in the standard are in the extension {@code _depesche}. */
@ApplicationScoped
class JsonFeedWriter implements FeedWriter {

    private static final String VERSION = "https://jsonfeed.org/version/1.1";
    private static final String EXTENSION = "_depesche";
    private static final String TITLE = "title";
    private static final String MIME_TYPE = "mime_type";

    private final ObjectMapper mapper;
    private final PublicationZone zone;

    JsonFeedWriter(ObjectMapper mapper, PublicationZone zone) {
        this.mapper = mapper;
        this.zone = zone;
    }

    @Override
    public FeedFormat format() {
        return FeedFormat.JSON;
    }

    @Override
    public byte[] write(Feed feed) {
        var json = mapper.createObjectNode().put("version", VERSION);
        var channel = feed.channel();
        json.put(TITLE, channel.title()).put("home_page_url", channel.homePage().toString()).put("feed_url",
                feed.links().current().toString());
        json.put("description", channel.description()).put("language", channel.language());
        put(json, "next_url", feed.links().older());
        put(json, "icon", channel.logo());
        if (!feed.links().hubs().isEmpty()) {
            var hubs = json.putArray("hubs");
            feed.links().hubs().forEach(hub -> hubs.addObject().put("type", "WebSub").put("url", hub.toString()));
        }
        var items = json.putArray("items");
        feed.items().forEach(item -> write(item, items.addObject()));
        try {
            return mapper.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(FeedItem item, ObjectNode json) {
        var text = item.text();
        json.put("id", item.key().guid()).put("url", item.key().url().toString()).put(TITLE, text.title());
        if (text.html() == null) {
            json.put("content_text", text.summary() == null ? text.title() : text.summary());
        } else {
            json.put("content_html", text.html());
        }
        put(json, "summary", text.summary());
        if (item.picture() != null) {
            json.put("image", item.picture().image().url().toString());
        }
        json.put("date_published", zone.format(item.publishedAt())).put("date_modified", zone.format(item.updatedAt()));
        json.put("language", text.language());
        if (!item.credits().authors().isEmpty()) {
            var authors = json.putArray("authors");
            item.credits().authors()
                    .forEach(author -> put(authors.addObject().put("name", author.name()), "url", author.url()));
        }
        if (!item.topics().names().isEmpty()) {
            var tags = json.putArray("tags");
            item.topics().names().forEach(topic -> tags.add(topic.name()));
        }
        writeAttachments(item, json);
        writeExtension(item, json.putObject(EXTENSION));
    }

    private static void writeAttachments(FeedItem item, ObjectNode json) {
        var picture = item.picture();
        var attachments = json.arrayNode();
        if (picture != null && picture.isEnclosure()) {
            var file = picture.image();
            var attachment = attachments.addObject().put("url", file.url().toString()).put(MIME_TYPE, file.mediaType());
            Optional.ofNullable(file.byteSize()).ifPresent(size -> attachment.put("size_in_bytes", size));
        }
        item.attached().recordings().forEach(recording -> {
            var attachment = attachments.addObject().put("url", recording.url().toString()).put(MIME_TYPE,
                    recording.mediaType());
            Optional.ofNullable(recording.seconds()).ifPresent(time -> attachment.put("duration_in_seconds", time));
        });
        if (!attachments.isEmpty()) {
            json.set("attachments", attachments);
        }
    }

    private static void writeExtension(FeedItem item, ObjectNode json) {
        var credits = item.credits();
        json.put("access", credits.access());
        if (!item.topics().mediaTopics().isEmpty()) {
            var codes = json.putArray("media_topics");
            item.topics().mediaTopics().forEach(topic -> codes.add(topic.code()));
        }
        if (credits.advertising() != null) {
            var advertising = json.putObject("advertising").put("label", credits.advertising().label());
            put(advertising, "sponsor", credits.advertising().sponsor());
            put(advertising, "sponsor_url", credits.advertising().sponsorUrl());
        }
        if (item.picture() != null) {
            put(json, "image_credit", item.picture().credit());
            put(json, "image_description", item.picture().description());
            put(json, "image_copyright", item.picture().copyright());
            put(json, "image_license", item.picture().license());
        }
        if (credits.source() != null) {
            put(json.putObject("source").put("name", credits.source().name()), "url", credits.source().url());
        }
        put(json, "ai", credits.ai());
        put(json, "copyright", credits.copyright());
        put(json, "license", credits.license());
        if (item.terms() != null) {
            writePolicy(item.terms().policy(), json.putObject("machine_use"));
        }
        if (credits.attribution() != null) {
            var attribution = json.putObject("attribution").put("name", credits.attribution().name());
            put(attribution, "url", credits.attribution().url());
            put(attribution, "logo", credits.attribution().logo());
        }
    }

    private static void writePolicy(MachineUse policy, ObjectNode json) {
        put(json, "search", word(policy.search()));
        put(json, "ai_input", word(policy.aiInput()));
        put(json, "ai_train", word(policy.aiTrain()));
        put(json, "text_and_data_mining", word(policy.textAndDataMining()));
        put(json, "licence_url", policy.licenceUrl());
        put(json, "contact", policy.contact());
    }

    private static @Nullable String word(@Nullable UsePermission permission) {
        return permission == null ? null : permission.word();
    }

    private static void put(ObjectNode json, String member, @Nullable Object value) {
        if (value != null) {
            json.put(member, value.toString());
        }
    }
}
