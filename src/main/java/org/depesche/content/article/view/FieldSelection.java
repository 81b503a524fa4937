package org.depesche.content.article.view;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.depesche.platform.http.request.QueryParameters;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * How much of an article an answer shows. A value never changes because others were left out.
 *
 * @param includes what was asked for beyond the view
 * @param fields the members to keep; empty keeps all
 */
public record FieldSelection(DetailLevel view, Set<String> includes, Set<String> fields) {

    public static final Set<String> LIST_INCLUDES = Set.of("body", "bodyHtml", "bodyText", "renditions");

    private static final Map<DetailLevel, Set<String>> MEMBERS = Map.of(DetailLevel.CARD, members(ArticleCard.class),
            DetailLevel.SUMMARY, members(ArticleSummary.class), DetailLevel.FULL, members(Article.class));

    static final FieldSelection SUMMARY = new FieldSelection(DetailLevel.SUMMARY, Set.of(), Set.of());

    public FieldSelection {
        includes = Set.copyOf(includes);
        fields = Set.copyOf(fields);
    }

    /** What lists take; mistakes go to the inputs. */
    public static FieldSelection forList(QueryParameters inputs, @Nullable String view, @Nullable String include,
            @Nullable String fields) {
        return forList(inputs, view, include, fields, Set.of());
    }

    /** @param more members that the asking room adds to each article, so that {@code fields} may name them */
    public static FieldSelection forList(QueryParameters inputs, @Nullable String view, @Nullable String include,
            @Nullable String fields, Set<String> more) {
        return read(inputs, view, include, fields, DetailLevel.SUMMARY, LIST_INCLUDES, more);
    }

    /** In the amount of that view. */
    public static FieldSelection of(DetailLevel view) {
        return new FieldSelection(view, Set.of(), Set.of());
    }

    /** Whether an answer keeps this member, which is not the view's own. */
    public boolean hasField(String member) {
        return fields.isEmpty() || fields.contains(member);
    }

    public static FieldSelection read(QueryParameters inputs, @Nullable String view, @Nullable String include,
            @Nullable String fields,
            DetailLevel otherwise, Set<String> includes) {
        return read(inputs, view, include, fields, otherwise, includes, Set.of());
    }

    private static FieldSelection read(QueryParameters inputs, @Nullable String view, @Nullable String include,
            @Nullable String fields, DetailLevel otherwise, Set<String> includes, Set<String> more) {
        var chosen = view(inputs, "view", view, otherwise);
        var parts = inputs.choices("include", include, identityMap(includes));
        var members = new LinkedHashSet<>(MEMBERS.get(chosen));
        members.addAll(parts);
        members.addAll(more);
        return new FieldSelection(chosen, parts, inputs.choices("fields", fields, identityMap(members)));
    }

    static DetailLevel view(QueryParameters inputs, String parameter, @Nullable String view, DetailLevel otherwise) {
        var views = new HashMap<String, DetailLevel>();
        Arrays.stream(DetailLevel.values()).forEach(each -> views.put(each.word(), each));
        return inputs.choice(parameter, view, otherwise, views);
    }

    public boolean needsBody() {
        return view == DetailLevel.FULL || includes.stream().anyMatch(part -> part.startsWith("body"));
    }

    public FieldSelection withoutIncludes(Set<String> parts) {
        var others = new LinkedHashSet<>(includes);
        others.removeAll(parts);
        return new FieldSelection(view, others, fields);
    }

    public boolean includes(String part) {
        return includes.contains(part);
    }

    /** What stays of a document: the fields, the id, and what was asked for beyond the view. */
    Set<String> retainedMembers() {
        var kept = new LinkedHashSet<>(fields);
        kept.add("id");
        kept.addAll(includes);
        return kept;
    }

    /** Whether the members of the view are the whole answer, so that no tree needs to be pruned or grown. */
    boolean isWholeView() {
        return fields.isEmpty() && includes.stream().allMatch("renditions"::equals);
    }

    private static Map<String, String> identityMap(Set<String> words) {
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
