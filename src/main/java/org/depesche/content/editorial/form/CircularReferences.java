package org.depesche.content.editorial.form;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.body.BodyReferences;
import org.depesche.content.editorial.WorkingCopyRepository;
import org.depesche.content.editorial.form.ContentAssembler.ResolvedArticle;
import org.depesche.content.model.ArticleContent;

/** Rejects references that lead an article back to itself: links to itself, and circles of translations. */
@ApplicationScoped
public class CircularReferences {

    /** The longest chain of originals that is read. A longer one is rejected. */
    private static final int MAX_CHAIN = 20;

    private final WorkingCopyRepository copies;

    CircularReferences(WorkingCopyRepository copies) {
        this.copies = copies;
    }

    /**
     * Adds an error to the form of one article for each circular reference.
     *
     * @param before the stored content. Its references are accepted, so that an old mistake does not prevent another change.
     */
    public ResolvedForm check(UUID article, ResolvedForm form, ArticleContent before) {
        var original = form.translationOf();
        var checked = BodyReferences.of(before.story().body()).articles().contains(article) ? form
                : withoutSelfLinks(article, form);
        return original == null || original.equals(before.distribution().translationOf())
                || !isCircular(article, original) ? checked : checked.withCircularTranslation();
    }

    /** Adds errors to the forms of a batch, which may refer to each other, in the order in which they are stored. */
    public List<ResolvedForm> checkAll(List<ResolvedArticle> articles) {
        var originals = new Originals(copies);
        originals.load(articles.stream().map(article -> article.form().translationOf()).filter(Objects::nonNull).toList());
        var checked = new ArrayList<ResolvedForm>();
        for (var article : articles) {
            var form = withoutSelfLinks(article.id(), article.form());
            var original = form.translationOf();
            if (original != null && originals.lead(original, article.id())) {
                form = form.withCircularTranslation();
            } else if (original != null) {
                originals.add(article.id(), original);
            }
            checked.add(form);
        }
        return checked;
    }

    /** Returns whether the original, its original and so on lead to the article. */
    public boolean isCircular(UUID article, UUID original) {
        var originals = new Originals(copies);
        originals.load(List.of(original));
        return originals.lead(original, article);
    }

    private static ResolvedForm withoutSelfLinks(UUID article, ResolvedForm form) {
        var checked = form;
        for (var link : form.articles().entrySet()) {
            if (link.getValue().equals(article)) {
                checked = checked.withSelfLink(link.getKey());
            }
        }
        return checked;
    }

    /** The originals of articles. An article of a batch has its stored original and those of its records. */
    private static final class Originals {

        private final WorkingCopyRepository copies;
        private final Map<UUID, Set<UUID>> byTranslation = new HashMap<>();
        private final Set<UUID> tooDeep = new HashSet<>();

        Originals(WorkingCopyRepository copies) {
            this.copies = copies;
        }

        void add(UUID translation, UUID original) {
            byTranslation.computeIfAbsent(translation, id -> new HashSet<>()).add(original);
        }

        /** Reads the originals, their originals and so on: one statement for each level. */
        void load(Collection<UUID> articles) {
            var known = new HashSet<UUID>();
            Set<UUID> level = new HashSet<>(articles);
            for (var depth = 0; depth < MAX_CHAIN && !level.isEmpty(); depth++) {
                known.addAll(level);
                var found = copies.originals(level);
                found.forEach(this::add);
                level = found.values().stream().filter(id -> !known.contains(id)).collect(Collectors.toSet());
            }
            tooDeep.addAll(level);
        }

        boolean lead(UUID from, UUID to) {
            var visited = new HashSet<UUID>();
            var open = new ArrayDeque<>(List.of(from));
            while (!open.isEmpty()) {
                var article = open.remove();
                if (article.equals(to) || tooDeep.contains(article)) {
                    return true;
                }
                if (visited.add(article)) {
                    open.addAll(byTranslation.getOrDefault(article, Set.of()));
                }
            }
            return false;
        }
    }
}
