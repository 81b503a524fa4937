package org.depesche.delivery.search.query;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.depesche.content.article.ArticleText;
import org.depesche.delivery.search.Found.Wording;
import org.depesche.delivery.search.language.Forms;
import org.depesche.delivery.search.language.Languages;

/**
 * An article taken apart into what an index keeps of it.
 *
 * @param words of each section, in their order
 * @param nouns stems and parts of nouns, each once
 * @param wording to be shown, as it was read
 */
public record ArticleTerms(Map<Section, List<Forms>> words, List<String> nouns, Sketch sketch, Wording wording) {

    /** A book is found by its beginning. */
    private static final int LONGEST_TEXT = 200_000;

    public ArticleTerms {
        words = Map.copyOf(words);
        nouns = List.copyOf(nouns);
    }

    public static ArticleTerms of(ArticleText article, Languages languages) {
        var words = new EnumMap<Section, List<Forms>>(Section.class);
        for (var section : Section.values()) {
            words.put(section, languages.forms(article.language(), cut(section.of(article))));
        }
        var body = cut(article.body());
        var nouns = Nouns.of(article.language(), body, languages).stream().flatMap(Nouns::forms).distinct().toList();
        return new ArticleTerms(words, nouns, Sketch.of(all(words)),
                new Wording(article.language(), article.kicker(), article.headline(), article.teaser(), body));
    }

    public List<Forms> words(Section section) {
        return words.getOrDefault(section, List.of());
    }

    /** Those of all sections, one after the other. */
    public List<Forms> all() {
        return all(words);
    }

    private static List<Forms> all(Map<Section, List<Forms>> words) {
        var all = new ArrayList<Forms>();
        for (var section : Section.values()) {
            all.addAll(words.get(section));
        }
        return all;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }
}
