package org.depesche.delivery.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.depesche.delivery.search.language.Languages;
import org.depesche.delivery.search.language.Level;
import org.depesche.delivery.search.language.QueryWords;
import org.depesche.delivery.search.language.Word;
import org.depesche.delivery.search.language.Words;

/** Shows where a text has what was looked for: whole words as they are written, in {@code <mark>}, all else as text in HTML. */
final class Marks {

    private static final int SNIPPET = 180;
    private static final List<String> LANGUAGES = List.of("de", "en", "");

    private final Languages languages;
    private final Set<String> stems;
    private final Set<String> parts;
    private final Set<String> exact;
    /** Texts say the same words again and again; by language. */
    private final Map<String, Map<String, Boolean>> known = new HashMap<>();

    Marks(QueryWords query, Languages languages) {
        this.languages = languages;
        var words = query.groups().stream().flatMap(List::stream).flatMap(clause -> clause.words().stream()).toList();
        this.exact = forms(words, Level.EXACT);
        this.stems = forms(words, Level.STEM);
        this.parts = stems;
    }

    private Set<String> forms(List<Word> words, Level level) {
        return words.stream().flatMap(word -> LANGUAGES.stream().flatMap(
                language -> languages.forms(language, word).at(level).stream())).collect(Collectors.toSet());
    }

    /** The whole text; empty when it has nothing. */
    String whole(String text, String language) {
        var found = found(text, language);
        return found.isEmpty() ? "" : marked(text, 0, text.length(), found);
    }

    /** The passage with most of it, cut at words; empty when there is none. */
    String passage(String text, String language) {
        var found = found(text, language);
        if (found.isEmpty()) {
            return "";
        }
        var best = 0;
        var most = 0;
        for (var i = 0; i < found.size(); i++) {
            var end = found.get(i).start() + SNIPPET;
            var within = (int) found.subList(i, found.size()).stream().takeWhile(word -> word.end() <= end).count();
            if (within > most) {
                most = within;
                best = i;
            }
        }
        return cut(text, found.get(best).start(), found);
    }

    private static String cut(String text, int at, List<Word> found) {
        var start = Math.max(0, at - SNIPPET / 4);
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        var end = Math.min(text.length(), at + SNIPPET);
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return (start > 0 ? "… " : "") + marked(text, start, end, found).strip() + (end < text.length() ? " …" : "");
    }

    private List<Word> found(String text, String language) {
        var judged = known.computeIfAbsent(Languages.tongue(language), tongue -> new HashMap<>());
        return Words.of(text).stream()
                .filter(word -> judged.computeIfAbsent(word.written(), written -> isFound(word, language))).toList();
    }

    private boolean isFound(Word word, String language) {
        var forms = languages.forms(language, word);
        return forms.stems().stream().anyMatch(stems::contains) || forms.parts().stream().anyMatch(parts::contains)
                || forms.stems().isEmpty() && stems.isEmpty() && forms.exact().stream().anyMatch(exact::contains);
    }

    private static String marked(String text, int start, int end, List<Word> found) {
        var html = new StringBuilder();
        var from = start;
        for (var word : found) {
            if (word.start() >= start && word.end() <= end) {
                html.append(escaped(text.substring(from, word.start()))).append("<mark>")
                        .append(escaped(text.substring(word.start(), word.end()))).append("</mark>");
                from = word.end();
            }
        }
        return html.append(escaped(text.substring(from, end))).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
