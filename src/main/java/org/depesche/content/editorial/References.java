package org.depesche.content.editorial;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.ArticleContent;
import org.depesche.content.author.Author;
import org.depesche.content.author.Authors;
import org.depesche.content.body.BodyReferences;
import org.depesche.content.image.Image;
import org.depesche.content.image.Images;
import org.depesche.content.tag.Tag;
import org.depesche.content.tag.Tags;
import org.depesche.kernel.Uuid7;
import org.jspecify.annotations.Nullable;

/**
 * Looks up what the forms of one batch refer to, in a number of statements that does not grow with the batch. Nothing is
 * made here: an article with mistakes must leave no new tag behind.
 */
@ApplicationScoped
class References {

    private final Tags tags;
    private final Authors authors;
    private final Images images;
    private final WorkingCopies copies;

    References(Tags tags, Authors authors, Images images, WorkingCopies copies) {
        this.tags = tags;
        this.authors = authors;
        this.images = images;
        this.copies = copies;
    }

    /**
     * @param coming articles that the batch itself brings, by their slugs
     * @param makesCategories an unknown category is no mistake
     */
    List<Checked> check(List<ArticleForm> forms, Placing placing, boolean makesCategories, Map<String, UUID> coming) {
        var there = new There(slugs(forms, names -> names.tags(), tags::byRefs, Tag::slug),
                slugs(forms, names -> names.authors(), authors::byRefs, Author::slug), images(forms), articles(forms, coming));
        return forms.stream().map(form -> check(form, placing, makesCategories, there)).toList();
    }

    /** Only what is not simply a word: for that, found is as good as made. */
    private static <T> Map<String, String> slugs(List<ArticleForm> forms, Function<ArticleForm.Names, List<Ref>> refs,
            Function<Collection<String>, Map<String, T>> find, Function<T, String> slug) {
        var words = forms.stream().flatMap(form -> refs.apply(form.names()).stream()).filter(References::isToFind)
                .map(Ref::word)
                .collect(Collectors.toSet());
        if (words.isEmpty()) {
            return Map.of();
        }
        var slugs = new HashMap<String, String>();
        find.apply(words).forEach((word, found) -> slugs.put(word, slug.apply(found)));
        return slugs;
    }

    private static boolean isToFind(Ref ref) {
        return ref.name() != null && !ref.word().equals(ref.name()) || isId(ref);
    }

    private static boolean isId(Ref ref) {
        return Uuid7.parse(ref.word()).isPresent();
    }

    private Map<UUID, Image> images(List<ArticleForm> forms) {
        var ids = forms.stream().flatMap(form -> form.names().images().values().stream())
                .flatMap(image -> Stream.ofNullable(image.id())).collect(Collectors.toSet());
        return ids.isEmpty() ? Map.of() : images.byIds(ids);
    }

    private Map<String, UUID> articles(List<ArticleForm> forms, Map<String, UUID> coming) {
        var words = forms.stream().map(ArticleForm::names)
                .flatMap(names -> Stream.concat(names.articles().values().stream(), Stream.ofNullable(names.translationOf())))
                .map(Ref::word).filter(word -> !coming.containsKey(word)).collect(Collectors.toSet());
        var found = new HashMap<>(coming);
        found.putAll(words.isEmpty() ? Map.of() : copies.find(words));
        return found;
    }

    /** The articles that a content refers to, whether or not they are there. */
    static Set<UUID> linked(ArticleContent content) {
        return Stream.concat(BodyReferences.of(content.body()).articles().stream(), Stream.ofNullable(content.translationOf()))
                .collect(Collectors.toSet());
    }

    private static Checked check(ArticleForm form, Placing placing, boolean makesCategories, There there) {
        var errors = new Errors();
        errors.addAll(form.errors());
        placing.place(form.places(), errors, (site, ref) -> {
            if (!makesCategories) {
                errors.add(ref, "There is no category \"" + ref.word() + "\" on the site \"" + site.slug() + "\".");
            }
        });
        form.names().images().forEach((id, image) -> {
            if (image.id() != null && !there.images.containsKey(id)) {
                errors.add(form.names().imagePlaces().getOrDefault(id, "/image"), "There is no image with the id " + id + ".");
            }
        });
        return new Checked(form, words(form.names().tags(), there.tags, "tag", errors),
                words(form.names().authors(), there.authors, "author", errors), lead(form, there), linked(form, there, errors),
                article(form.names().translationOf(), there, errors), errors.all());
    }

    private static List<String> words(List<Ref> refs, Map<String, String> slugs, String kind, Errors errors) {
        refs.stream().filter(ref -> isId(ref) && ref.name() == null && !slugs.containsKey(ref.word()))
                .forEach(ref -> errors.add(ref, "There is no " + kind + " with this id."));
        return refs.stream().map(ref -> slugs.getOrDefault(ref.word(), ref.spelled().orElse(ref.word()))).toList();
    }

    private static @Nullable Image lead(ArticleForm form, There there) {
        var image = form.words().image();
        return image == null ? null : there.images.get(image.id());
    }

    private static Map<UUID, UUID> linked(ArticleForm form, There there, Errors errors) {
        var linked = new HashMap<UUID, UUID>();
        form.names().articles().forEach((standIn, ref) -> {
            var id = article(ref, there, errors);
            if (id != null) {
                linked.put(standIn, id);
            }
        });
        return linked;
    }

    private static @Nullable UUID article(@Nullable Ref ref, There there,
            Errors errors) {
        var id = Optional.ofNullable(ref).map(there::article).orElse(null);
        if (ref != null && id == null) {
            errors.add(ref, "There is no article \"" + ref.word() + "\".");
        }
        return id;
    }

    private record There(Map<String, String> tags, Map<String, String> authors, Map<UUID, Image> images,
            Map<String, UUID> articles) {

        @Nullable
        UUID article(Ref ref) {
            return articles.get(ref.word());
        }
    }
}
