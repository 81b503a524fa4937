package org.depesche.platform.json;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Suggests members for words that other content systems use, and for German words. */
final class MemberHints {

    /** The words that mean each member elsewhere. */
    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry("headline", List.of("title", "titel", "heading", "ueberschrift", "überschrift", "schlagzeile")),
            Map.entry("title", List.of("headline", "titel", "heading", "caption", "label")),
            Map.entry("name", List.of("title", "titel", "displayname", "display_name", "bezeichnung")),
            Map.entry("kicker", List.of("overline", "dachzeile", "eyebrow", "roofline", "subtitle", "untertitel")),
            Map.entry("teaser", List.of("summary", "excerpt", "lead", "standfirst", "abstract", "description", "vorspann",
                    "intro", "introduction", "subhead", "dek", "deck", "anreisser")),
            Map.entry("description", List.of("summary", "beschreibung", "about", "bio")),
            Map.entry("body", List.of("content", "text", "html", "bodyhtml", "body_html", "inhalt", "blocks", "articlebody",
                    "content_html", "bodytext")),
            Map.entry("html", List.of("text", "content", "value", "inhalt")),
            Map.entry("category", List.of("section", "categoryid", "category_id", "ressort", "rubrik", "kategorie")),
            Map.entry("tags", List.of("keywords", "topics", "labels", "schlagworte", "schlagwörter", "tag")),
            Map.entry("keywords", List.of("tags", "schlagworte")),
            Map.entry("authors",
                    List.of("author", "byline", "bylines", "creator", "creators", "autor", "autoren", "verfasser")),
            Map.entry("image", List.of("picture", "photo", "featuredimage", "featured_image", "thumbnail", "leadimage", "bild",
                    "cover", "hero")),
            Map.entry("alt", List.of("alttext", "alt_text", "alternativetext", "alternativtext")),
            Map.entry("caption", List.of("bildunterschrift", "legend")),
            Map.entry("credit", List.of("byline", "photographer", "copyright", "fotograf", "bildnachweis")),
            Map.entry("src", List.of("url", "href", "source", "file")),
            Map.entry("url", List.of("src", "href", "link", "uri", "adresse")),
            Map.entry("publishedAt", List.of("date", "datepublished", "published", "published_at", "pubdate", "publishdate",
                    "publicationdate", "datum", "firstpublishedat")),
            Map.entry("updatedAt", List.of("modified", "datemodified", "updated", "updated_at", "modifiedat")),
            Map.entry("language", List.of("lang", "locale", "sprache")),
            Map.entry("type", List.of("kind", "contenttype", "content_type", "format", "typ", "art")),
            Map.entry("access", List.of("paywall", "premium", "visibility")),
            Map.entry("links", List.of("sameas", "urls", "hyperlinks")),
            Map.entry("parent", List.of("parentid", "parent_id", "parentcategory")),
            Map.entry("position", List.of("order", "sort", "weight", "rank", "menu_order", "reihenfolge")),
            Map.entry("articles", List.of("items", "members", "entries", "related")),
            Map.entry("at", List.of("date", "time", "when", "scheduledat", "publishat", "datum")),
            Map.entry("target", List.of("into", "to", "mergeinto", "destination")),
            Map.entry("role", List.of("roles", "scope", "rolle")));

    private MemberHints() {
    }

    /** Returns the known member that the word means elsewhere. */
    static Optional<String> of(String name, Collection<String> known) {
        var word = name.toLowerCase(Locale.ROOT);
        return known.stream().sorted().filter(member -> WORDS.getOrDefault(member, List.of()).contains(word)).findFirst();
    }
}
