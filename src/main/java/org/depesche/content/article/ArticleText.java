package org.depesche.content.article;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.depesche.content.listing.ListKey;

/**
 * The texts of a public article for the search index. Absent texts are empty strings.
 * @param body the running text without pull quotes
 * @param names the names of its tags and authors
 * @param lists all lists that contain it, on all its sites
 * @param tags the ids of its tags, by which similar articles are found
 */
public record ArticleText(UUID id, String language, String kicker, String headline, String teaser, String body,
        List<String> names, Set<ListKey> lists, List<UUID> tags, Instant publishedAt) {

    public ArticleText {
        names = List.copyOf(names);
        lists = Set.copyOf(lists);
        tags = List.copyOf(tags);
    }
}
