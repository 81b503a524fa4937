package org.depesche.content.article;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.depesche.content.listing.ListKey;

/**
 * What a public article says, for those who look for words. Texts it does not have are empty.
 *
 * @param body running text, without pull quotes
 * @param names of its tags and authors
 * @param lists every list it stands in, on all its sites
 * @param tags ids, to tell what two have in common
 */
public record ArticleText(UUID id, String language, String kicker, String headline, String teaser, String body,
        List<String> names, Set<ListKey> lists, List<UUID> tags, Instant publishedAt) {

    public ArticleText {
        names = List.copyOf(names);
        lists = Set.copyOf(lists);
        tags = List.copyOf(tags);
    }
}
