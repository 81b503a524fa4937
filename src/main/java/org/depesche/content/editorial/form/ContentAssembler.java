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
import org.depesche.content.image.ImageMetadata;
import org.depesche.content.image.ImageRegistrar;
import org.depesche.content.model.ArticleContent;
import org.depesche.content.site.Site;
import org.depesche.content.tag.Tags;
import org.depesche.content.taxonomy.Fingerprint;
import org.depesche.kernel.Slug;
import org.depesche.kernel.Uuid7;

/** Makes contents of checked forms: tags, authors and images that are new are made, for the whole batch at once. */
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

    /** In the order given. The checked forms have no errors. */
    public List<ArticleContent> assemble(List<ResolvedArticle> articles, PlacementResolver placing) {
        createMissingCategories(articles, placing);
        var tagIds = findOrCreate(articles, ResolvedForm::tags, tags::findOrCreate);
        var authorIds = findOrCreate(articles, ResolvedForm::authors, authors::findOrCreate);
        var imageIds = registerImages(articles);
        return articles.stream().map(article -> {
            var checked = article.form();
            var bodyIds = new PlaceholderResolver(imageIds, checked.articles());
            return toContent(checked, placing, idsOf(checked.tags(), tagIds), idsOf(checked.authors(), authorIds), bodyIds);
        }).toList();
    }

    private static Map<String, UUID> findOrCreate(List<ResolvedArticle> articles, Function<ResolvedForm, List<String>> words,
            Function<List<String>, Map<String, UUID>> foundOrMade) {
        var all = articles.stream().flatMap(article -> words.apply(article.form()).stream()).distinct().toList();
        return all.isEmpty() ? Map.of() : foundOrMade.apply(all);
    }

    private static List<UUID> idsOf(List<String> words, Map<String, UUID> ids) {
        return words.stream().map(ids::get).distinct().toList();
    }

    /**
     * Rare, so one after the other: an import that may make categories makes a handful. What would have the same slug is the
     * same
     * category, however it is spelled.
     */
    private void createMissingCategories(List<ResolvedArticle> articles, PlacementResolver placing) {
        var wanted = new LinkedHashMap<Map.Entry<Site, String>, List<FormReference>>();
        articles.forEach(article -> placing.resolve(article.form().form().placements(), new FormErrors(), (site, ref) -> wanted
                .computeIfAbsent(Map.entry(site, slug(ref)), key -> new ArrayList<>()).add(ref)));
        wanted.forEach((key, refs) -> {
            var site = key.getKey();
            var made = placing.bySlug(site, key.getValue())
                    .orElseGet(() -> categories.create(site, CategoryForm.named(name(refs))).id());
            refs.forEach(ref -> placing.addCreated(site, ref, made));
        });
        if (!wanted.isEmpty()) {
            placing.clearCache();
        }
    }

    private static String slug(FormReference ref) {
        return Slug.from(ref.value(), Fingerprint.ofName(ref.value()).toString());
    }

    /** A name rather than a slug, where somebody says one. */
    private static String name(List<FormReference> refs) {
        var names = refs.stream().map(ref -> ref.optionalName().orElse(ref.value())).toList();
        return names.stream().filter(name -> !Slug.isSlug(name)).findFirst().orElse(names.get(0));
    }

    /** The ids under which images are known from now on, by those that stood for them. */
    private Map<UUID, UUID> registerImages(List<ResolvedArticle> articles) {
        var standIns = new ArrayList<UUID>();
        var fresh = new ArrayList<ImageMetadata>();
        articles.forEach(article -> article.form().form().references().images().forEach((standIn, image) -> {
            if (image.id() == null) {
                standIns.add(standIn);
                fresh.add(image.metadata().scopedTo(Uuid7.compact(article.id())));
            }
        }));
        var ids = fresh.isEmpty() ? List.<UUID> of() : registrar.register(fresh);
        var known = new HashMap<UUID, UUID>();
        for (var i = 0; i < ids.size(); i++) {
            known.put(standIns.get(i), ids.get(i));
        }
        return known;
    }

    private static ArticleContent toContent(ResolvedForm checked, PlacementResolver placing, List<UUID> tags,
            List<UUID> authors, PlaceholderResolver ids) {
        var form = checked.form();
        var words = form.content();
        var placements = placing.resolve(form.placements(), new FormErrors(), (site, ref) -> {
        });
        var language = form.language() == null ? placing.homeSite(form.placements()).language() : form.language();
        return new ArticleContent(words.type(), language, words.access(), words.kicker(), words.headline(),
                words.shortHeadline(), words.teaser(), placements, ids.resolve(words.image()), words.advertising(), tags,
                authors,
                words.source(), words.sensitive(), words.rights(), ids.resolve(words.body()), words.links(),
                words.corrections(), words.seo(), checked.translationOf(), words.aliases(), words.publishedAt(),
                words.embargoUntil(), words.origin());
    }

    /** An article that is taken, with the id it has or is to have. */
    public record ResolvedArticle(UUID id, ResolvedForm form) {
    }
}
