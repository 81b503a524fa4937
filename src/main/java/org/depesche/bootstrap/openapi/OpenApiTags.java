package org.depesche.bootstrap.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/** The chapters of the document, in reading order. */
final class OpenApiTags {

    private static final Map<String, String> WORDS = words();

    private OpenApiTags() {
    }

    static List<Tag> all() {
        return WORDS.entrySet().stream()
                .map(entry -> OASFactory.createTag().name(entry.getKey()).description(entry.getValue())).toList();
    }

    private static Map<String, String> words() {
        var words = new LinkedHashMap<String, String>();
        words.put("Articles", "Published articles, their related news and their archive.");
        words.put("Search", "Finding articles by their words.");
        words.put("Categories", "The sections of a site, as a tree in desk order.");
        words.put("Collections", "Lists that the desk fills by hand: front page, dossiers, series.");
        words.put("Tags", "What articles are about.");
        words.put("Authors", "Who wrote them.");
        words.put("Images", "Metadata of the images that published articles use.");
        words.put("Sites", "The portals served, and what stands at their addresses.");
        words.put("Changes", "Delta sync: what changed, in commit order without gaps.");
        words.put("Feeds", "Syndication: JSON Feed, RSS and Atom for readers and partner sites.");
        words.put("Editorial articles", "The desk: working copies and publishing.");
        words.put("Editorial categories", "Making, moving and removing categories.");
        words.put("Editorial collections", "Filling lists by hand.");
        words.put("Editorial tags", "Making, merging and removing tags.");
        words.put("Editorial authors", "Making, merging and removing authors.");
        words.put("Editorial images", "Registering images and describing them.");
        words.put("Editorial sites", "The portals, for admins.");
        words.put("Imports", "Articles in bulk.");
        words.put("Keys", "API keys and their roles.");
        words.put("Webhooks", "Endpoints that get changes, signed and in order.");
        words.put("Audit", "Who did what, when and from where.");
        words.put("Search index", "Rebuilding the index.");
        return words;
    }
}
