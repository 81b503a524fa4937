package org.depesche.kernel;

import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Suggests the slug that a client meant by a wrong capital, a name or a misspelling. */
public final class SlugSuggestion {

    private SlugSuggestion() {
    }

    /** Returns a space and the question {@code Did you mean …?}. Empty without a suggestion. */
    public static String didYouMean(Optional<String> meant) {
        return meant.map(word -> " Did you mean `" + word + "`?").orElse("");
    }

    /** Returns the slug of these words, if that is another word than the reference. */
    public static Optional<String> spelledAsSlug(String ref) {
        return Optional.of(Slug.from(ref, "")).filter(slug -> !slug.isEmpty() && !slug.equals(ref));
    }

    /** Returns the references, and the slugs that they may mean, for a look-up of both at once. */
    public static Set<String> withSlugs(Collection<String> refs) {
        var all = new LinkedHashSet<>(refs);
        refs.forEach(ref -> spelledAsSlug(ref).ifPresent(all::add));
        return all;
    }

    /** Returns the question for a reference that was looked up together with its slug. */
    public static String didYouMean(String ref, Collection<String> found) {
        return didYouMean(spelledAsSlug(ref).filter(found::contains));
    }

    /** Returns the slug that the reference spells in another way, that has the reference as its name, or that is near. */
    public static Optional<String> among(Map<String, String> namesBySlug, String ref) {
        var name = folded(ref);
        return spelledAsSlug(ref).filter(namesBySlug::containsKey)
                .or(() -> namesBySlug.entrySet().stream().filter(entry -> folded(entry.getValue()).equals(name))
                        .map(Map.Entry::getKey).sorted().findFirst())
                .or(() -> ClosestMatch.of(ref, namesBySlug.keySet()));
    }

    private static String folded(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
