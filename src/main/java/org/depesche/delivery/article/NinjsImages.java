package org.depesche.delivery.article;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.view.SyndicatedArticle;
import org.depesche.content.image.view.ImageView;
import org.depesche.content.image.view.MediaUrls;
import org.depesche.content.image.view.SizedFile;
import org.depesche.delivery.feed.format.BodyImages;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes the images of an article as associations of a ninjs item, with their files as renditions. */
@ApplicationScoped
class NinjsImages {

    private static final String ROLE = "role";
    private static final String VALUE = "value";
    private static final String NAME = "name";
    private static final String URI_MEMBER = "uri";
    private static final String CONTENT_TYPE = "contentType";
    private static final String PLAIN = "text/plain";
    private static final String MAIN = "main";
    private static final String RENDITIONS = "renditions";

    private final MediaUrls media;

    NinjsImages(MediaUrls media) {
        this.media = media;
    }

    void add(SyndicatedArticle article, ObjectNode json) {
        var images = new LinkedHashMap<UUID, ImageView>();
        Optional.ofNullable(article.card().image()).ifPresent(image -> images.put(image.id(), image));
        BodyImages.of(article.body()).forEach(image -> images.putIfAbsent(image.id(), image));
        if (images.isEmpty()) {
            return;
        }
        var associations = json.putArray("associations");
        images.values().forEach(image -> addImage(image, associations.addObject().put(NAME, associations.size() == 1
                && image.equals(article.card().image()) ? "mainImage" : "image" + associations.size())));
    }

    private void addImage(ImageView image, ObjectNode json) {
        json.put(URI_MEMBER, "urn:uuid:" + image.id()).put("type", "picture").put("pubStatus", "usable");
        put(json, "by", image.credit() == null && image.rights() != null ? image.rights().creator() : image.credit());
        var descriptions = new ArrayList<Map.Entry<String, String>>();
        Optional.ofNullable(image.caption()).ifPresent(caption -> descriptions.add(Map.entry("caption", caption)));
        Optional.ofNullable(image.alt()).ifPresent(alt -> descriptions.add(Map.entry("altText", alt)));
        if (!descriptions.isEmpty()) {
            var texts = json.putArray("descriptions");
            descriptions.forEach(text -> texts.addObject().put(ROLE, text.getKey()).put(CONTENT_TYPE, PLAIN)
                    .put(VALUE, text.getValue()));
        }
        addImageRights(image.rights(), json);
        if (image.src() != null) {
            addFiles(image, json.putArray(RENDITIONS));
        }
    }

    /** Adds the main file first, for clients that take one. All files are JPEGs of the same crop. */
    private void addFiles(ImageView image, ArrayNode renditions) {
        media.source(image).ifPresent(file -> addFile(MAIN, file, renditions));
        media.files(image).stream().filter(file -> !file.url().equals(image.src()))
                .forEach(file -> addFile("width" + file.width(), file, renditions));
    }

    private static void addFile(String name, SizedFile file, ArrayNode renditions) {
        var rendition = renditions.addObject().put(NAME, name).put("href", file.url().toString()).put(CONTENT_TYPE,
                file.mediaType());
        Optional.ofNullable(file.width()).ifPresent(width -> rendition.put("width", width));
        Optional.ofNullable(file.height()).ifPresent(height -> rendition.put("height", height));
        Optional.ofNullable(file.byteSize()).ifPresent(size -> rendition.put("sizeInBytes", size));
    }

    private static void addImageRights(ImageView.@Nullable Rights rights, ObjectNode json) {
        if (rights == null) {
            return;
        }
        if (!rights.creators().isEmpty()) {
            var sources = json.putArray("infoSources");
            rights.creators().forEach(name -> sources.addObject().put(NAME, name).put(ROLE, "creator"));
        }
        put(json, "copyrightHolder", RightsHolder.in(rights.copyright()).orElse(null));
        put(json, "copyrightNotice", rights.copyright());
        put(json, "usageTerms", rights.usageTerms());
        if (rights.licenseUrl() != null) {
            json.putObject("rightsInfo").put("linkedRights", rights.licenseUrl().toString());
        }
        if (rights.digitalSourceType() != null) {
            json.putObject("digitalSourceType").put(rights.digitalSourceType().startsWith("http") ? URI_MEMBER : "literal",
                    rights.digitalSourceType());
        }
    }

    private static void put(ObjectNode json, String member, @Nullable Object value) {
        if (value != null) {
            json.put(member, value.toString());
        }
    }
}
