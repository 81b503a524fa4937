package org.depesche.delivery.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.depesche.delivery.search.language.ParsedQuery;
import org.depesche.delivery.search.language.Word;
import org.depesche.delivery.search.language.WordAnalyzers;
import org.depesche.delivery.search.language.WordTokenizer;

/** Shows where a text has what was looked for: whole words as they are written, in {@code <mark>}, all else as text in HTML. */
final class Highlighter {

    private static final int SNIPPET_LENGTH = 180;
    private static final List<String> LANGUAGES = List.of("de", "en", "");

    private final WordAnalyzers analyzers;
    private final List<Word> words;
    private final Set<String> stems;
    private final LetterMask mask;
    /** So many words in one passage are enough. */
    private final int enoughMatches;
    /** Texts say the same words again and again; by language. */
    private final Map<String, Map<String, Boolean>> matchesByLanguage = new HashMap<>();
    private final Map<String, List<List<String>>> compounds = new HashMap<>();

    Highlighter(ParsedQuery query, WordAnalyzers languages) {
        this.analyzers = languages;
        this.words = query.groups().stream().flatMap(List::stream).flatMap(clause -> clause.words().stream()).toList();
        this.enoughMatches = words.size();
        this.stems = stems();
        this.mask = new LetterMask(stems);
    }

    private Set<String> stems() {
        return words.stream().flatMap(word -> LANGUAGES.stream()
                .flatMap(language -> analyzers.analyze(language, word).stems().stream())).collect(Collectors.toSet());
    }

    /** The whole text; empty when it has nothing. */
    String highlight(String text, String language) {
        var found = new ArrayList<Word>();
        var judged = matchCache(language);
        WordTokenizer.iterate(text).forEachRemaining(word -> add(word, judged, language, found));
        return found.isEmpty() ? "" : markUp(text, 0, text.length(), found);
    }

    /** The first passage with as many marks as words were asked for, or the one with most; cut at words; empty without any. */
    String snippet(String text, String language) {
        var found = new ArrayList<Word>();
        var judged = matchCache(language);
        var words = WordTokenizer.iterate(text);
        var best = 0;
        var most = 0;
        var first = 0;
        while (words.hasNext() && most < enoughMatches) {
            if (add(words.next(), judged, language, found)) {
                var last = found.size() - 1;
                while (found.get(last).end() > found.get(first).start() + SNIPPET_LENGTH) {
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
        for (var end = at; words.hasNext() && end < at + 2 * SNIPPET_LENGTH;) {
            var word = words.next();
            end = word.end();
            add(word, judged, language, found);
        }
        return cut(text, at, found);
    }

    private Map<String, Boolean> matchCache(String language) {
        return matchesByLanguage.computeIfAbsent(WordAnalyzers.analyzerLanguage(language), tongue -> new HashMap<>());
    }

    private boolean add(Word word, Map<String, Boolean> judged, String language, List<Word> found) {
        var isFound = mask.mayMatch(word.text())
                && judged.computeIfAbsent(word.text(), written -> matches(word, language));
        if (isFound) {
            found.add(word);
        }
        return isFound;
    }

    private static String cut(String text, int at, List<Word> found) {
        var start = Math.max(0, at - SNIPPET_LENGTH / 4);
        for (var left = WordTokenizer.MAX_LENGTH; left > 0 && start > 0
                && !Character.isWhitespace(text.charAt(start - 1)); left--) {
            start--;
        }
        var end = Math.min(text.length(), at + SNIPPET_LENGTH);
        for (var left = WordTokenizer.MAX_LENGTH; left > 0 && end < text.length()
                && !Character.isWhitespace(text.charAt(end)); left--) {
            end++;
        }
        return (start > 0 ? "… " : "") + markUp(text, start, end, found).strip() + (end < text.length() ? " …" : "");
    }

    private boolean matches(Word word, String language) {
        var forms = analyzers.analyze(language, word);
        return hasStem(forms.stems()) || hasStem(forms.parts())
                || compounds(language).stream().anyMatch(parts -> forms.parts().containsAll(parts));
    }

    /** {@code Hochwasser} is in {@code Hochwasserschutzbehörde}, too, where each of its parts is. */
    private List<List<String>> compounds(String language) {
        return compounds.computeIfAbsent(WordAnalyzers.analyzerLanguage(language), tongue -> words.stream()
                .map(word -> analyzers.analyze(language, word).parts()).filter(parts -> parts.size() > 1).toList());
    }

    private boolean hasStem(List<String> forms) {
        for (var form : forms) {
            if (stems.contains(form)) {
                return true;
            }
        }
        return false;
    }

    private static String markUp(String text, int start, int end, List<Word> found) {
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
