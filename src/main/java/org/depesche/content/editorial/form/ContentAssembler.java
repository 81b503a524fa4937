package org.depesche.content.editorial.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.author.Authors;
import org.depesche.content.category.CategoryEditor;
import org.depesche.content.category.CategoryForm;
import org.depesche.content.editorial.form.PlacementResolver.MissingCategory;
import org.depesche.content.image.ImageMetadata;
import org.depesche.content.image.ImageRegistrar;
import org.depesche.content.model.ArticleContent;
import org.depesche.content.model.ArticleContent.Placement;
import org.depesche.content.tag.Tags;
import org.depesche.kernel.Slug;
import org.depesche.kernel.Uuid7;

/** Makes contents from resolved forms. It creates new tags, authors, images and categories for the whole batch at once. */
@ApplicationScoped
public class ContentAssembler {

    private final Tags tags;
    private final Authors authors;
    private final ImageRegistrar registrar;
    private final CategoryEditor categories;

    ContentAssembler(Tags tags, Authors authors, ImageRegistrar registrar, CategoryEditor categories) {
        this.tags = tags;
        this.authors = authors;
        this.registrar = registrar;
        this.categories = categories;
    }

    /** Returns the contents in the order of the forms, which must have no errors. */
    public List<ArticleContent> assemble(List<ResolvedArticle> articles) {
        var categoryIds = createMissingCategories(articles);
        var tagIds = findOrCreate(articles, ResolvedForm::tags, tags::findOrCreate);
        var authorIds = findOrCreate(articles, ResolvedForm::authors, authors::findOrCreate);
        var imageIds = registerImages(articles);
        return articles.stream().map(ResolvedArticle::form).map(form -> toContent(form,
                new ResolvedIds(placements(form, categoryIds), idsOf(form.tags(), tagIds), idsOf(form.authors(), authorIds)),
                new PlaceholderResolver(imageIds, form.articles()))).toList();
    }

    private static Map<String, UUID> findOrCreate(List<ResolvedArticle> articles, Function<ResolvedForm, List<String>> words,
            Function<List<String>, Map<String, UUID>> foundOrMade) {
        var all = articles.stream().flatMap(article -> words.apply(article.form()).stream()).distinct().toList();
        return all.isEmpty() ? Map.of() : foundOrMade.apply(all);
    }

    private static List<UUID> idsOf(List<String> words, Map<String, UUID> ids) {
        return words.stream().map(ids::get).distinct().toList();
    }

    /** Returns ids by placeholder. One statement for each category is enough: an import creates only a few. */
    private Map<UUID, UUID> createMissingCategories(List<ResolvedArticle> articles) {
        var missing = new LinkedHashMap<UUID, List<MissingCategory>>();
        articles.stream().flatMap(article -> article.form().placements().missing().stream())
                .forEach(one -> missing.computeIfAbsent(one.placeholder(), id -> new ArrayList<>()).add(one));
        var ids = new HashMap<UUID, UUID>();
        missing.forEach((placeholder, same) -> ids.put(placeholder, categories
                .create(same.get(0).site(), CategoryForm.named(name(same.stream().map(MissingCategory::ref).toList()))).id()));
        return ids;
    }

    private static List<Placement> placements(ResolvedForm form, Map<UUID, UUID> categoryIds) {
        return form.placements().placements().stream()
                .map(placement -> new Placement(placement.site(),
                        categoryIds.getOrDefault(placement.category(), placement.category()),
                        placement.further().stream().map(id -> categoryIds.getOrDefault(id, id)).toList()))
                .toList();
    }

    /** Prefers a name to a slug. */
    private static String name(List<FormReference> refs) {
        var names = refs.stream().map(ref -> ref.optionalName().orElse(ref.value())).toList();
        return names.stream().filter(name -> !Slug.isSlug(name)).findFirst().orElse(names.get(0));
    }

    /** Returns the ids of newly registered images by placeholder. */
    private Map<UUID, UUID> registerImages(List<ResolvedArticle> articles) {
        var placeholders = new ArrayList<UUID>();
        var newImages = new ArrayList<ImageMetadata>();
        articles.forEach(article -> article.form().form().references().images().forEach((placeholder, image) -> {
            if (image.id() == null) {
                placeholders.add(placeholder);
                newImages.add(image.metadata().scopedTo(Uuid7.compact(article.id())));
            }
        }));
        var registered = newImages.isEmpty() ? List.<UUID> of() : registrar.register(newImages);
        var ids = new HashMap<UUID, UUID>();
        for (var i = 0; i < registered.size(); i++) {
            ids.put(placeholders.get(i), registered.get(i));
        }
        return ids;
    }

    private static ArticleContent toContent(ResolvedForm resolved, ResolvedIds ids, PlaceholderResolver placeholders) {
        var form = resolved.form();
        var language = form.language() == null ? resolved.placements().home().language() : form.language();
        return form.content()
                .withClassification(classification -> classification.withLanguage(language)
                        .withReferences(ids.placements(), ids.tags(), ids.authors()))
                .withStory(story -> story.withImage(placeholders.resolve(story.image()))
                        .withBody(placeholders.resolve(story.body())))
                .withDistribution(distribution -> distribution.withTranslationOf(resolved.translationOf()));
    }

    private record ResolvedIds(List<Placement> placements, List<UUID> tags, List<UUID> authors) {
    }

    /** A form that becomes the article with this id. */
    public record ResolvedArticle(UUID id, ResolvedForm form) {
    }
}
