package org.depesche.content.publication;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.model.ContentJsonMapper;
import org.depesche.content.projection.PublishedArticle;

/** Compares two public versions of an article, and names the changed members as the API does. */
@ApplicationScoped
class PublishedArticleDiff {

    private static final Map<String, String> PUBLIC_NAMES = Map.of("placements", "category", "translationOf",
            "translations");

    private final ContentJsonMapper json;

    PublishedArticleDiff(ContentJsonMapper json) {
        this.json = json;
    }

    List<String> changedMembers(PublishedArticle before, PublishedArticle after) {
        var changed = new ArrayList<String>();
        if (!before.slug().equals(after.slug())) {
            changed.add("slug");
        }
        if (!before.publishedAt().equals(after.publishedAt())) {
            changed.add("publishedAt");
        }
        if (!before.updatedAt().equals(after.updatedAt())) {
            changed.add("updatedAt");
        }
        var membersBefore = json.members(before.content());
        var membersAfter = json.members(after.content());
        var names = new LinkedHashSet<>(membersAfter.keySet());
        names.addAll(membersBefore.keySet());
        names.stream().filter(name -> !Objects.equals(membersBefore.get(name), membersAfter.get(name)))
                .forEach(name -> changed.add(PUBLIC_NAMES.getOrDefault(name, name)));
        if (!before.body().equals(after.body())) {
            changed.add("body");
        }
        return changed;
    }
}
