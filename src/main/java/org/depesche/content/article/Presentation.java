package org.depesche.content.article;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.depesche.platform.http.Inputs;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * How much of an article an answer shows. A value never changes because others were left out.
 *
 * @param includes what was asked for beyond the view
 * @param fields the members to keep; empty keeps all
 */
public record Presentation(ArticleView view, Set<String> includes, Set<String> fields) {

    static final Set<String> LIST_INCLUDES = Set.of("body", "bodyHtml", "bodyText", "renditions");

    private static final Map<ArticleView, Set<String>> MEMBERS = Map.of(ArticleView.CARD, members(ArticleCard.class),
            ArticleView.SUMMARY, members(ArticleSummary.class), ArticleView.FULL, members(Article.class));

    static final Presentation SUMMARY = new Presentation(ArticleView.SUMMARY, Set.of(), Set.of());

    public Presentation {
        includes = Set.copyOf(includes);
        fields = Set.copyOf(fields);
    }

    /** What lists take; mistakes go to the inputs. */
    public static Presentation ofList(Inputs inputs, @Nullable String view, @Nullable String include,
            @Nullable String fields) {
        return ofList(inputs, view, include, fields, Set.of());
    }

    /** @param more members that the asking room adds to each article, so that {@code fields} may name them */
    public static Presentation ofList(Inputs inputs, @Nullable String view, @Nullable String include,
            @Nullable String fields, Set<String> more) {
        return read(inputs, view, include, fields, ArticleView.SUMMARY, LIST_INCLUDES, more);
    }

    /** In the amount of that view. */
    public static Presentation of(ArticleView view) {
        return new Presentation(view, Set.of(), Set.of());
    }

    /** Whether an answer keeps this member, which is not the view's own. */
    public boolean keeps(String member) {
        return fields.isEmpty() || fields.contains(member);
    }

    static Presentation read(Inputs inputs, @Nullable String view, @Nullable String include, @Nullable String fields,
            ArticleView otherwise, Set<String> includes) {
        return read(inputs, view, include, fields, otherwise, includes, Set.of());
    }

    private static Presentation read(Inputs inputs, @Nullable String view, @Nullable String include,
            @Nullable String fields, ArticleView otherwise, Set<String> includes, Set<String> more) {
        var chosen = view(inputs, "view", view, otherwise);
        var parts = inputs.choices("include", include, named(includes));
        var members = new LinkedHashSet<>(MEMBERS.get(chosen));
        members.addAll(parts);
        members.addAll(more);
        return new Presentation(chosen, parts, inputs.choices("fields", fields, named(members)));
    }

    static ArticleView view(Inputs inputs, String parameter, @Nullable String view, ArticleView otherwise) {
        var views = new HashMap<String, ArticleView>();
        Arrays.stream(ArticleView.values()).forEach(each -> views.put(each.word(), each));
        return inputs.choice(parameter, view, otherwise, views);
    }

    boolean needsBody() {
        return view == ArticleView.FULL || includes.stream().anyMatch(part -> part.startsWith("body"));
    }

    Presentation without(Set<String> parts) {
        var others = new LinkedHashSet<>(includes);
        others.removeAll(parts);
        return new Presentation(view, others, fields);
    }

    boolean includes(String part) {
        return includes.contains(part);
    }

    /** What stays of a document: the fields, the id, and what was asked for beyond the view. */
    Set<String> kept() {
        var kept = new LinkedHashSet<>(fields);
        kept.add("id");
        kept.addAll(includes);
        return kept;
    }

    /** Whether the members of the view are the whole answer, so that no tree needs to be pruned or grown. */
    boolean isPlain() {
        return fields.isEmpty() && includes.stream().allMatch("renditions"::equals);
    }

    private static Map<String, String> named(Set<String> words) {
        var named = new HashMap<String, String>();
        words.forEach(word -> named.put(word, word));
        return named;
    }

    private static Set<String> members(Class<?> view) {
        var members = new LinkedHashSet<String>();
        for (var component : view.getRecordComponents()) {
            if (isUnwrapped(component)) {
                members.addAll(members(component.getType()));
            } else {
                members.add(component.getName());
            }
        }
        return members;
    }

    private static boolean isUnwrapped(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
    }
}
