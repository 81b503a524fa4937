package org.depesche.delivery.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.depesche.delivery.search.language.Languages;
import org.depesche.delivery.search.language.QueryWords;
import org.depesche.delivery.search.language.Word;
import org.depesche.delivery.search.language.Words;

/** Shows where a text has what was looked for: whole words as they are written, in {@code <mark>}, all else as text in HTML. */
final class Marks {

    private static final int SNIPPET = 180;
    private static final List<String> LANGUAGES = List.of("de", "en", "");

    private final Languages languages;
    private final List<Word> words;
    private final Set<String> stems;
    private final Letters letters;
    /** So many words in one passage are enough. */
    private final int wanted;
    /** Texts say the same words again and again; by language. */
    private final Map<String, Map<String, Boolean>> known = new HashMap<>();
    private final Map<String, List<List<String>>> compounds = new HashMap<>();

    Marks(QueryWords query, Languages languages) {
        this.languages = languages;
        this.words = query.groups().stream().flatMap(List::stream).flatMap(clause -> clause.words().stream()).toList();
        this.wanted = words.size();
        this.stems = stems();
        this.letters = new Letters(stems);
    }

    private Set<String> stems() {
        return words.stream().flatMap(word -> LANGUAGES.stream()
                .flatMap(language -> languages.forms(language, word).stems().stream())).collect(Collectors.toSet());
    }

    /** The whole text; empty when it has nothing. */
    String whole(String text, String language) {
        var found = new ArrayList<Word>();
        var judged = judged(language);
        Words.in(text).forEachRemaining(word -> add(word, judged, language, found));
        return found.isEmpty() ? "" : marked(text, 0, text.length(), found);
    }

    /** The first passage with as many marks as words were asked for, or the one with most; cut at words; empty without any. */
    String passage(String text, String language) {
        var found = new ArrayList<Word>();
        var judged = judged(language);
        var words = Words.in(text);
        var best = 0;
        var most = 0;
        var first = 0;
        while (words.hasNext() && most < wanted) {
            if (add(words.next(), judged, language, found)) {
                var last = found.size() - 1;
                while (found.get(last).end() > found.get(first).start() + SNIPPET) {
                    first++;
                }
                if (last - first + 1 > most) {
                    most = last - first + 1;
                    best = first;
                }
            }
        }
        if (found.isEmpty()) {
            return "";
        }
        var at = found.get(best).start();
        for (var end = at; words.hasNext() && end < at + 2 * SNIPPET;) {
            var word = words.next();
            end = word.end();
            add(word, judged, language, found);
        }
        return cut(text, at, found);
    }

    private Map<String, Boolean> judged(String language) {
        return known.computeIfAbsent(Languages.tongue(language), tongue -> new HashMap<>());
    }

    private boolean add(Word word, Map<String, Boolean> judged, String language, List<Word> found) {
        var isFound = letters.mayBe(word.written())
                && judged.computeIfAbsent(word.written(), written -> isFound(word, language));
        if (isFound) {
            found.add(word);
        }
        return isFound;
    }

    private static String cut(String text, int at, List<Word> found) {
        var start = Math.max(0, at - SNIPPET / 4);
        for (var left = Words.LONGEST; left > 0 && start > 0 && !Character.isWhitespace(text.charAt(start - 1)); left--) {
            start--;
        }
        var end = Math.min(text.length(), at + SNIPPET);
        for (var left = Words.LONGEST; left > 0 && end < text.length() && !Character.isWhitespace(text.charAt(end)); left--) {
            end++;
        }
        return (start > 0 ? "… " : "") + marked(text, start, end, found).strip() + (end < text.length() ? " …" : "");
    }

    private boolean isFound(Word word, String language) {
        var forms = languages.forms(language, word);
        return hasOne(forms.stems()) || hasOne(forms.parts())
                || compounds(language).stream().anyMatch(parts -> forms.parts().containsAll(parts));
    }

    /** {@code Hochwasser} is in {@code Hochwasserschutzbehörde}, too, where each of its parts is. */
    private List<List<String>> compounds(String language) {
        return compounds.computeIfAbsent(Languages.tongue(language), tongue -> words.stream()
                .map(word -> languages.forms(language, word).parts()).filter(parts -> parts.size() > 1).toList());
    }

    private boolean hasOne(List<String> forms) {
        for (var form : forms) {
            if (stems.contains(form)) {
                return true;
            }
        }
        return false;
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
