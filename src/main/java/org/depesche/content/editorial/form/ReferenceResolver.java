package org.depesche.content.editorial.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.author.Author;
import org.depesche.content.author.Authors;
import org.depesche.content.body.BodyReferences;
import org.depesche.content.body.html.Warning;
import org.depesche.content.category.Categories;
import org.depesche.content.editorial.WorkingCopyRepository;
import org.depesche.content.image.Image;
import org.depesche.content.image.Images;
import org.depesche.content.image.form.ImageForm;
import org.depesche.content.model.ArticleContent;
import org.depesche.content.site.Sites;
import org.depesche.content.tag.Tag;
import org.depesche.content.tag.Tags;
import org.depesche.kernel.SlugSuggestion;
import org.depesche.kernel.Uuid7;
import org.jspecify.annotations.Nullable;

/**
 * Looks up the references of the forms of one batch, in a number of statements that does not depend on the batch's size. It
 * creates nothing, because a form with errors must not leave a new tag behind.
 */
@ApplicationScoped
public class ReferenceResolver {

    private final Tags tags;
    private final Authors authors;
    private final Images images;
    private final WorkingCopyRepository copies;
    private final Sites sites;
    private final Categories categories;

    ReferenceResolver(Tags tags, Authors authors, Images images, WorkingCopyRepository copies, Sites sites,
            Categories categories) {
        this.tags = tags;
        this.authors = authors;
        this.images = images;
        this.copies = copies;
        this.sites = sites;
        this.categories = categories;
    }

    /**
     * Resolves the form of one article on the default site. An unknown category is an error.
     *
     * @param linkedArticles accepted as references, even if they no longer exist
     */
    public ResolvedForm resolve(ArticleForm form, Set<UUID> linkedArticles) {
        var known = linkedArticles.stream().collect(Collectors.toMap(UUID::toString, Function.identity()));
        return resolve(List.of(form), new PlacementResolver(sites, categories, sites.defaultSite(), false), known).get(0);
    }

    /**
     * Resolves the forms of a batch.
     *
     * @param site the home site of articles that name no site
     * @param createsCategories an unknown category is no error
     * @param batchArticles the articles of the batch itself, by slug
     */
    public List<ResolvedForm> resolve(List<ArticleForm> forms, UUID site, boolean createsCategories,
            Map<String, UUID> batchArticles) {
        return resolve(forms, new PlacementResolver(sites, categories, sites.byId(site), createsCategories), batchArticles);
    }

    /** Returns the warnings of a form, with one for each member of an image in use that a use cannot change. */
    public List<Warning> warnings(ArticleForm form) {
        var uses = new LinkedHashMap<>(form.references().images());
        uses.values().removeIf(image -> image.id() == null || !image.hasMembersOfImage());
        var found = uses.isEmpty() ? Map.<UUID, Image> of() : images.byIds(uses.keySet());
        var warnings = new ArrayList<>(form.warnings());
        found.forEach((id, registered) -> {
            var pointer = form.references().imagePointers().getOrDefault(id, "/image/id").replaceAll("id$", "");
            uses.get(id).membersThatDiffer(registered)
                    .forEach(member -> warnings.add(new Warning(pointer + member, ImageForm.OF_THE_IMAGE)));
        });
        return warnings;
    }

    private List<ResolvedForm> resolve(List<ArticleForm> forms, PlacementResolver placements,
            Map<String, UUID> batchArticles) {
        var existing = new LookupResult(findSlugs(forms, names -> names.tags(), tags::byRefs, Tag::slug),
                findSlugs(forms, names -> names.authors(), authors::byRefs, Author::slug), findImages(forms),
                findArticles(forms, batchArticles));
        return forms.stream().map(form -> resolve(form, placements, existing)).toList();
    }

    /** Looks up references that are ids, or have a slug and a different name. Other references are found or created later. */
    private static <T> Map<String, String> findSlugs(List<ArticleForm> forms,
            Function<ArticleForm.References, List<FormReference>> refs,
            Function<Collection<String>, Map<String, T>> find, Function<T, String> slug) {
        var words = forms.stream().flatMap(form -> refs.apply(form.references()).stream())
                .filter(ReferenceResolver::needsLookup)
                .map(FormReference::value)
                .collect(Collectors.toSet());
        if (words.isEmpty()) {
            return Map.of();
        }
        var slugs = new HashMap<String, String>();
        find.apply(words).forEach((word, found) -> slugs.put(word, slug.apply(found)));
        return slugs;
    }

    private static boolean needsLookup(FormReference ref) {
        return ref.name() != null && !ref.value().equals(ref.name()) || isId(ref);
    }

    private static boolean isId(FormReference ref) {
        return Uuid7.parse(ref.value()).isPresent();
    }

    private Map<UUID, Image> findImages(List<ArticleForm> forms) {
        var ids = forms.stream().flatMap(form -> form.references().images().values().stream())
                .flatMap(image -> Stream.ofNullable(image.id())).collect(Collectors.toSet());
        return ids.isEmpty() ? Map.of() : images.byIds(ids);
    }

    private Map<String, UUID> findArticles(List<ArticleForm> forms, Map<String, UUID> batchArticles) {
        var words = forms.stream().map(ArticleForm::references)
                .flatMap(names -> Stream.concat(names.articles().values().stream(), Stream.ofNullable(names.translationOf())))
                .map(FormReference::value).filter(word -> !batchArticles.containsKey(word)).collect(Collectors.toSet());
        var found = new HashMap<>(batchArticles);
        found.putAll(words.isEmpty() ? Map.of() : copies.findIds(SlugSuggestion.withSlugs(words)));
        return found;
    }

    /** Returns the articles to which a content links, and its original, whether or not they exist. */
    public static Set<UUID> linkedArticles(ArticleContent content) {
        return Stream
                .concat(BodyReferences.of(content.story().body()).articles().stream(),
                        Stream.ofNullable(content.distribution().translationOf()))
                .collect(Collectors.toSet());
    }

    private static ResolvedForm resolve(ArticleForm form, PlacementResolver placements, LookupResult existing) {
        var errors = new FormErrors();
        errors.addAll(form.errors());
        var resolvedPlacements = placements.resolve(form.placements(), errors);
        form.references().images().forEach((id, image) -> {
            if (image.id() != null && !existing.images.containsKey(id)) {
                errors.add(form.references().imagePointers().getOrDefault(id, "/image"),
                        "There is no image with the id " + id + ".");
            }
        });
        return new ResolvedForm(form, resolvedPlacements,
                slugsOrNames(form.references().tags(), existing.tags, "tag", errors),
                slugsOrNames(form.references().authors(), existing.authors, "author", errors), leadImage(form, existing),
                resolveLinks(form, existing, errors),
                resolveArticle(form.references().translationOf(), existing, errors), errors.all());
    }

    private static List<String> slugsOrNames(List<FormReference> refs, Map<String, String> slugs, String kind,
            FormErrors errors) {
        refs.stream().filter(ref -> isId(ref) && ref.name() == null && !slugs.containsKey(ref.value()))
                .forEach(ref -> errors.add(ref, "There is no " + kind + " with this id."));
        return refs.stream().map(ref -> slugs.getOrDefault(ref.value(), ref.optionalName().orElse(ref.value()))).toList();
    }

    private static @Nullable Image leadImage(ArticleForm form, LookupResult existing) {
        var image = form.content().story().image();
        return image == null ? null : existing.images.get(image.id());
    }

    private static Map<UUID, UUID> resolveLinks(ArticleForm form, LookupResult existing, FormErrors errors) {
        var linked = new HashMap<UUID, UUID>();
        form.references().articles().forEach((placeholder, ref) -> {
            var id = resolveArticle(ref, existing, errors);
            if (id != null) {
                linked.put(placeholder, id);
            }
        });
        return linked;
    }

    private static @Nullable UUID resolveArticle(@Nullable FormReference ref, LookupResult existing,
            FormErrors errors) {
        var id = Optional.ofNullable(ref).map(existing::articleId).orElse(null);
        if (ref != null && id == null) {
            errors.add(ref, "There is no article \"" + ref.value() + "\"."
                    + SlugSuggestion.didYouMean(ref.value(), existing.articles.keySet()));
        }
        return id;
    }

    private record LookupResult(Map<String, String> tags, Map<String, String> authors, Map<UUID, Image> images,
            Map<String, UUID> articles) {

        @Nullable
        UUID articleId(FormReference ref) {
            return articles.get(ref.value());
        }
    }
}
