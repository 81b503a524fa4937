package org.depesche.delivery.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.depesche.delivery.search.language.ParsedQuery;
import org.depesche.delivery.search.language.Word;
import org.depesche.delivery.search.language.WordAnalyzers;
import org.depesche.delivery.search.language.WordTokenizer;

/** Marks the words of a query in a text: whole words in {@code <mark>}, everything else escaped for HTML. */
final class Highlighter {

    private static final int SNIPPET_LENGTH = 180;
    private static final String SEPARATOR = " · ";
    private static final String PUNCTUATION = ".!?:,…";
    private static final Set<String> ESCAPED = Set.of("&amp;", "&lt;", "&gt;");
    /** White space with a line break or a tab. */
    private static final Pattern LINE_END = Pattern.compile(" *[\\n\\t]\\s*");

    private final WordAnalyzers analyzers;
    private final List<Word> words;
    private final Set<String> stems;
    private final LetterMask mask;
    /** A passage with so many matches is good enough. */
    private final int enoughMatches;
    /** Whether a word matches, by language. Texts repeat their words, so that the result is cached. */
    private final Map<String, Map<String, Boolean>> matchesByLanguage = new HashMap<>();
    private final Map<String, List<List<String>>> compounds = new HashMap<>();

    Highlighter(ParsedQuery query, WordAnalyzers analyzers) {
        this.analyzers = analyzers;
        this.words = query.groups().stream().flatMap(List::stream).flatMap(clause -> clause.words().stream()).toList();
        this.enoughMatches = words.size();
        this.stems = stems();
        this.mask = new LetterMask(stems);
    }

    private Set<String> stems() {
        return words.stream().flatMap(word -> WordAnalyzers.LANGUAGES.stream()
                .flatMap(language -> analyzers.analyze(language, word).stems().stream())).collect(Collectors.toSet());
    }

    /** The whole text with its matches marked; empty when no word matches. */
    String highlight(String text, String language) {
        var matches = new ArrayList<Word>();
        var cache = matchCache(language);
        candidates(text).forEachRemaining(word -> addIfMatch(word, cache, language, matches));
        return matches.isEmpty() ? "" : separateLines(markUp(text, 0, text.length(), matches));
    }

    /**
     * The first passage with as many matches as the query has words, or else the passage with most matches. The passage
     * is cut between words, and empty when no word matches.
     */
    String snippet(String text, String language) {
        var matches = new ArrayList<Word>();
        var cache = matchCache(language);
        var words = candidates(text);
        var best = 0;
        var mostMatches = 0;
        var first = 0;
        while (words.hasNext() && mostMatches < enoughMatches) {
            if (addIfMatch(words.next(), cache, language, matches)) {
                var last = matches.size() - 1;
                while (matches.get(last).end() > matches.get(first).start() + SNIPPET_LENGTH) {
                    first++;
                }
                if (last - first + 1 > mostMatches) {
                    mostMatches = last - first + 1;
                    best = first;
                }
            }
        }
        if (matches.isEmpty()) {
            return "";
        }
        var bestStart = matches.get(best).start();
        for (var end = bestStart; words.hasNext() && end < bestStart + 2 * SNIPPET_LENGTH;) {
            var word = words.next();
            end = word.end();
            addIfMatch(word, cache, language, matches);
        }
        return passage(text, bestStart, matches);
    }

    /** The words that may match, by their letters. They are few. */
    private Iterator<Word> candidates(String text) {
        return WordTokenizer.iterate(text, mask::mayMatch);
    }

    private Map<String, Boolean> matchCache(String language) {
        return matchesByLanguage.computeIfAbsent(WordAnalyzers.analyzerLanguage(language), newLanguage -> new HashMap<>());
    }

    private boolean addIfMatch(Word word, Map<String, Boolean> cache, String language, List<Word> matches) {
        var isMatch = cache.computeIfAbsent(word.text(), newWord -> matches(word, language));
        if (isMatch) {
            matches.add(word);
        }
        return isMatch;
    }

    private static String passage(String text, int matchStart, List<Word> matches) {
        var start = Math.max(0, matchStart - SNIPPET_LENGTH / 4);
        for (var left = WordTokenizer.MAX_LENGTH; left > 0 && start > 0
                && !Character.isWhitespace(text.charAt(start - 1)); left--) {
            start--;
        }
        var end = Math.min(text.length(), matchStart + SNIPPET_LENGTH);
        for (var left = WordTokenizer.MAX_LENGTH; left > 0 && end < text.length()
                && !Character.isWhitespace(text.charAt(end)); left--) {
            end++;
        }
        return (start > 0 ? "… " : "") + separateLines(markUp(text, start, end, matches).strip())
                + (end < text.length() ? " …" : "");
    }

    /**
     * A browser shows line breaks and tabs as spaces, so that list items, table cells and headings would run together. A
     * line that ends with a punctuation mark needs no separator.
     */
    private static String separateLines(String html) {
        return LINE_END.matcher(html).replaceAll(line -> isPunctuated(html, line.start()) ? " " : SEPARATOR);
    }

    /** Whether there is a punctuation mark before this place. The semicolon of an escaped character is none. */
    private static boolean isPunctuated(String html, int end) {
        var last = end == 0 ? ' ' : html.charAt(end - 1);
        return PUNCTUATION.indexOf(last) >= 0
                || last == ';' && ESCAPED.stream().noneMatch(escaped -> html.startsWith(escaped, end - escaped.length()));
    }

    private boolean matches(Word word, String language) {
        var forms = analyzers.analyze(language, word);
        return hasStem(forms.stems()) || hasStem(forms.parts()) || hasCompound(forms.parts(), language);
    }

    private boolean hasCompound(List<String> parts, String language) {
        for (var compound : compounds(language)) {
            if (parts.size() >= compound.size() && parts.containsAll(compound)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The parts of the query's compounds: {@code Hochwasser} also matches {@code Hochwasserschutzbehörde}, which has
     * all its parts.
     */
    private List<List<String>> compounds(String language) {
        return compounds.computeIfAbsent(WordAnalyzers.analyzerLanguage(language), newLanguage -> words.stream()
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

    private static String markUp(String text, int start, int end, List<Word> matches) {
        var html = new StringBuilder();
        var unmarked = start;
        for (var word : matches) {
            if (word.start() >= start && word.end() <= end) {
                html.append(escape(text.substring(unmarked, word.start()))).append("<mark>")
                        .append(escape(text.substring(word.start(), word.end()))).append("</mark>");
                unmarked = word.end();
            }
        }
        return html.append(escape(text.substring(unmarked, end))).toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
