package org.depesche.content.editorial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.ArticleContent;
import org.depesche.content.author.Authors;
import org.depesche.content.category.CategoryEditor;
import org.depesche.content.category.CategoryForm;
import org.depesche.content.image.ImageRegistrar;
import org.depesche.content.image.NewImage;
import org.depesche.content.site.Site;
import org.depesche.content.tag.Tags;
import org.depesche.content.vocabulary.Fingerprint;
import org.depesche.kernel.Slug;
import org.depesche.kernel.Uuid7;

/** Makes contents of checked forms: tags, authors and images that are new are made, for the whole batch at once. */
@ApplicationScoped
class Contents {

    private final Tags tags;
    private final Authors authors;
    private final ImageRegistrar registrar;
    private final CategoryEditor categories;

    Contents(Tags tags, Authors authors, ImageRegistrar registrar, CategoryEditor categories) {
        this.tags = tags;
        this.authors = authors;
        this.registrar = registrar;
        this.categories = categories;
    }

    /** In the order given. The checked forms have no errors. */
    List<ArticleContent> of(List<Accepted> articles, Placing placing) {
        makeCategories(articles, placing);
        var tagIds = ids(articles, Checked::tags, tags::foundOrMade);
        var authorIds = ids(articles, Checked::authors, authors::foundOrMade);
        var imageIds = register(articles);
        return articles.stream().map(article -> {
            var checked = article.checked();
            var bodyIds = new BodyIds(imageIds, checked.articles());
            return settled(checked, placing, found(checked.tags(), tagIds), found(checked.authors(), authorIds), bodyIds);
        }).toList();
    }

    private static Map<String, UUID> ids(List<Accepted> articles, Function<Checked, List<String>> words,
            Function<List<String>, Map<String, UUID>> foundOrMade) {
        var all = articles.stream().flatMap(article -> words.apply(article.checked()).stream()).distinct().toList();
        return all.isEmpty() ? Map.of() : foundOrMade.apply(all);
    }

    private static List<UUID> found(List<String> words, Map<String, UUID> ids) {
        return words.stream().map(ids::get).distinct().toList();
    }

    /**
     * Rare, so one after the other: an import that may make categories makes a handful. What would have the same slug is the
     * same
     * category, however it is spelled.
     */
    private void makeCategories(List<Accepted> articles, Placing placing) {
        var wanted = new LinkedHashMap<Map.Entry<Site, String>, List<Ref>>();
        articles.forEach(article -> placing.place(article.checked().form().places(), new Errors(), (site, ref) -> wanted
                .computeIfAbsent(Map.entry(site, slug(ref)), key -> new ArrayList<>()).add(ref)));
        wanted.forEach((key, refs) -> {
            var site = key.getKey();
            var made = placing.bySlug(site, key.getValue())
                    .orElseGet(() -> categories.create(site, CategoryForm.named(name(refs))).id());
            refs.forEach(ref -> placing.know(site, ref, made));
        });
        if (!wanted.isEmpty()) {
            placing.forget();
        }
    }

    private static String slug(Ref ref) {
        return Slug.from(ref.word(), Fingerprint.ofName(ref.word()).toString());
    }

    /** A name rather than a slug, where somebody says one. */
    private static String name(List<Ref> refs) {
        var names = refs.stream().map(ref -> ref.spelled().orElse(ref.word())).toList();
        return names.stream().filter(name -> !Slug.isSlug(name)).findFirst().orElse(names.get(0));
    }

    /** The ids under which images are known from now on, by those that stood for them. */
    private Map<UUID, UUID> register(List<Accepted> articles) {
        var standIns = new ArrayList<UUID>();
        var fresh = new ArrayList<NewImage>();
        articles.forEach(article -> article.checked().form().names().images().forEach((standIn, image) -> {
            if (image.id() == null) {
                standIns.add(standIn);
                fresh.add(image.fresh().within(Uuid7.compact(article.id())));
            }
        }));
        var ids = fresh.isEmpty() ? List.<UUID> of() : registrar.register(fresh);
        var known = new HashMap<UUID, UUID>();
        for (var i = 0; i < ids.size(); i++) {
            known.put(standIns.get(i), ids.get(i));
        }
        return known;
    }

    private static ArticleContent settled(Checked checked, Placing placing, List<UUID> tags, List<UUID> authors, BodyIds ids) {
        var form = checked.form();
        var words = form.words();
        var placements = placing.place(form.places(), new Errors(), (site, ref) -> {
        });
        var language = form.language() == null ? placing.home(form.places()).language() : form.language();
        return new ArticleContent(words.type(), language, words.access(), words.kicker(), words.headline(),
                words.shortHeadline(), words.teaser(), placements, ids.settled(words.image()), words.advertising(), tags,
                authors,
                words.source(), words.sensitive(), words.rights(), ids.settled(words.body()), words.links(),
                words.corrections(), words.seo(), checked.translationOf(), words.aliases(), words.publishedAt(),
                words.embargoUntil(), words.origin());
    }

    /** An article that is taken, with the id it has or is to have. */
    record Accepted(UUID id, Checked checked) {
    }
}
