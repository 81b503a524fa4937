package org.depesche.content.article.view;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.depesche.content.image.view.ImagePresentation;
import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameter.WithDefault;
import org.depesche.platform.http.request.QueryParameters;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * The members of an article that a response shows. Leaving out members never changes the values of others.
 * @param includes the members to add to the view
 * @param fields the members to keep; empty keeps all
 * @param isForPartners whether only what partners may have is shown, with the attribution
 * @param images how images are shown
 */
public record FieldSelection(DetailLevel view, Set<String> includes, Set<String> fields, boolean isForPartners,
        ImagePresentation images) {

    public static final WithDefault<DetailLevel> VIEW = QueryParameter
            .oneOf("view", QueryParameter.words(DetailLevel::word, DetailLevel.values())).otherwise(DetailLevel.SUMMARY);
    /** The parameter by which a partner asks for what it may show on its own pages. */
    public static final QueryParameter<Boolean> USAGE = QueryParameter.oneOf("usage", Map.of("syndication", true))
            .describe("`syndication`: only what `rights.syndication` allows to partners, with `attribution`.", "syndication");
    private static final String RENDITIONS = "renditions";
    public static final List<String> LIST_INCLUDES = List.of("body", "bodyHtml", "bodyText", RENDITIONS);
    public static final QueryParameter<Set<String>> INCLUDE = QueryParameter.someOf("include", identity(LIST_INCLUDES));
    public static final QueryParameter<Set<String>> FIELDS = fields(LIST_INCLUDES, Set.of());

    public static final QueryParameter<ImagePresentation> CROP = ImagePresentation.CROP;
    /** The member that names the publication to partners. */
    static final String ATTRIBUTION = "attribution";
    /** The member that {@code fields} may name in every view. */
    static final String SERIAL = "serial";

    /** The member that is true if the body is cut. */
    static final String TRUNCATED = "truncated";

    private static final Map<DetailLevel, Set<String>> MEMBERS = Map.of(DetailLevel.CARD, members(ArticleCard.class),
            DetailLevel.SUMMARY, members(ArticleSummary.class), DetailLevel.FULL, members(Article.class));

    static final FieldSelection SUMMARY = new FieldSelection(DetailLevel.SUMMARY, Set.of(), Set.of(), false,
            ImagePresentation.DEFAULT);

    public FieldSelection {
        includes = Set.copyOf(includes);
        fields = Set.copyOf(fields);
    }

    /** Parses the parameters of a list. Errors are added to the query parameters. */
    public static FieldSelection forList(QueryParameters inputs, @Nullable String view, @Nullable List<String> include,
            @Nullable List<String> fields) {
        return forList(inputs, view, include, fields, Set.of());
    }

    /** @param addedMembers members that the calling package adds to each article, so that {@code fields} may name them */
    public static FieldSelection forList(QueryParameters inputs, @Nullable String view, @Nullable List<String> include,
            @Nullable List<String> fields, Collection<String> addedMembers) {
        return read(inputs, inputs.read(VIEW, view), include, fields, LIST_INCLUDES, addedMembers);
    }

    /** Returns all members of a level of detail. */
    public static FieldSelection of(DetailLevel view) {
        return new FieldSelection(view, Set.of(), Set.of(), false, ImagePresentation.DEFAULT);
    }

    /** Returns whether a response keeps a member that the calling package adds. */
    public boolean hasField(String member) {
        return fields.isEmpty() || fields.contains(member);
    }

    /** Parses the parameters of a single article, which takes more parts than lists do. */
    public static FieldSelection read(QueryParameters inputs, DetailLevel view, @Nullable List<String> include,
            @Nullable List<String> fields, Collection<String> includes) {
        return read(inputs, view, include, fields, includes, Set.of());
    }

    private static FieldSelection read(QueryParameters inputs, DetailLevel chosen, @Nullable List<String> include,
            @Nullable List<String> fields, Collection<String> includes, Collection<String> more) {
        var parts = inputs.choices(INCLUDE, include, identity(includes));
        var images = ImagePresentation.DEFAULT.withRenditions(parts.contains(RENDITIONS));
        if (!QueryParameters.isGiven(fields)) {
            return new FieldSelection(chosen, parts, Set.of(), false, images);
        }
        var members = new LinkedHashSet<>(MEMBERS.get(chosen));
        members.add(SERIAL);
        members.addAll(parts);
        members.addAll(more);
        return new FieldSelection(chosen, parts, inputs.choices(FIELDS, fields, identity(members)), false, images);
    }

    /** Returns the same selection, restricted to what partners may have if {@code isAsked}. */
    public FieldSelection forPartners(boolean isAsked) {
        return new FieldSelection(view, includes, fields, isAsked, images);
    }

    /** Returns the same selection with images in the crop that a client asks for. Errors are added to the query parameters. */
    public FieldSelection withCrop(QueryParameters inputs, @Nullable String crop) {
        var asked = inputs.read(CROP, crop).orElse(ImagePresentation.DEFAULT);
        return withImages(asked);
    }

    /** Returns the same selection with images in the crop of a presentation. */
    public FieldSelection withImages(ImagePresentation asked) {
        return new FieldSelection(view, includes, fields, isForPartners, asked.withRenditions(images.hasRenditions()));
    }

    /** Returns whether the response shows the body in any form. */
    public boolean needsBody() {
        return view == DetailLevel.FULL || includes.stream().anyMatch(part -> part.startsWith("body"));
    }

    /** Returns the same selection without these included parts. */
    public FieldSelection withoutIncludes(Set<String> parts) {
        var others = new LinkedHashSet<>(includes);
        others.removeAll(parts);
        return new FieldSelection(view, others, fields, isForPartners, images);
    }

    /** Returns whether {@code include} names this part. */
    public boolean includes(String part) {
        return includes.contains(part);
    }

    /**
     * Returns the members that the JSON keeps: the fields, the id, the attribution and the includes. With a body in any form,
     * the member {@code truncated} stays as well.
     */
    public Set<String> retainedMembers() {
        var retained = new LinkedHashSet<>(fields);
        retained.add("id");
        retained.addAll(includes);
        retained.add(ATTRIBUTION);
        if (retained.stream().anyMatch(member -> member.startsWith("body"))) {
            retained.add(TRUNCATED);
        }
        return retained;
    }

    /** Returns whether the response has exactly the members of the view, so that no tree has to be built. */
    boolean isWholeView() {
        return !isForPartners && fields.isEmpty() && includes.stream().allMatch(RENDITIONS::equals);
    }

    /** Returns whether the response has some or all members of the view, and no other. */
    public boolean isPartOfView() {
        return !isForPartners && includes.isEmpty() && images.equals(ImagePresentation.DEFAULT)
                && (view == DetailLevel.FULL || !fields.contains(SERIAL));
    }

    /** Returns the declaration of {@code fields} where more than the members of articles may be named. */
    public static QueryParameter<Set<String>> fields(Collection<String> includes, Collection<String> addedMembers) {
        var members = new LinkedHashSet<>(members(Article.class));
        members.addAll(includes);
        members.addAll(addedMembers);
        return QueryParameter.someOf("fields", identity(members));
    }

    /** Maps each word to itself, for the declaration of a parameter. */
    public static Map<String, String> identity(Collection<String> words) {
        var named = new LinkedHashMap<String, String>();
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
