package org.depesche.delivery.search.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.depesche.delivery.search.document.FieldTerm;
import org.depesche.delivery.search.document.IndexFields;
import org.depesche.delivery.search.language.AnalyzedWord;
import org.depesche.delivery.search.language.MatchLevel;
import org.depesche.delivery.search.language.ParsedQuery;
import org.depesche.delivery.search.language.ParsedQuery.Clause;
import org.depesche.delivery.search.language.Word;
import org.depesche.delivery.search.language.WordAnalyzers;
import org.depesche.delivery.search.query.TermDictionary.DocumentFrequencies;

/** The words of a query in all forms they may be found by; those that no article has, also as what they may have meant. */
final class QueryExpansion {

    /** In which languages the words of a query may be meant: people do not say. */
    private static final List<String> LANGUAGES = List.of("de", "en", "");

    private final Map<Word, ExpandedWord> words;
    private final WordAnalyzers languages;

    private QueryExpansion(Map<Word, ExpandedWord> words, WordAnalyzers languages) {
        this.words = words;
        this.languages = languages;
    }

    static QueryExpansion expand(ParsedQuery query, TermDictionary vocabulary, WordAnalyzers languages) throws IOException {
        var meant = new QueryExpansion(new LinkedHashMap<>(), languages);
        Stream.concat(query.groups().stream().flatMap(List::stream), query.excluded().stream())
                .filter(clause -> !isPhrase(clause)).flatMap(clause -> clause.words().stream())
                .flatMap(QueryExpansion::hyphenVariants).forEach(word -> meant.words.computeIfAbsent(word, meant::forms));
        meant.correct(vocabulary);
        return meant;
    }

    static boolean isPhrase(Clause clause) {
        return clause.isPhrase() && clause.words().size() > 1;
    }

    /** What hyphens divide is looked for in pieces and as a whole. */
    private static Stream<Word> hyphenVariants(Word word) {
        var pieces = word.hyphenParts();
        return pieces.size() == 1 ? Stream.of(word) : Stream.concat(pieces.stream(), Stream.of(word.withoutHyphens()));
    }

    ExpandedWord of(Word word) {
        return Optional.ofNullable(words.get(word)).orElseThrow();
    }

    /** Whether it says something in every language. */
    boolean isContentWord(Word word) {
        return LANGUAGES.stream().noneMatch(language -> languages.analyze(language, word).stems().isEmpty());
    }

    /** As it stands in a phrase: of a hyphened word the whole stands where its first piece does. */
    String phraseTerm(Word word) {
        var exact = languages.analyze("", word).exact();
        return exact.isEmpty() ? word.text() : exact.get(exact.size() - 1);
    }

    private ExpandedWord forms(Word word) {
        var known = LANGUAGES.stream().map(language -> languages.analyze(language, word)).toList();
        return new ExpandedWord(united(known, AnalyzedWord::exact), united(known, AnalyzedWord::stems),
                known.stream().map(AnalyzedWord::parts).filter(some -> !some.isEmpty()).collect(Collectors.toSet()), Set.of());
    }

    private static Set<String> united(List<AnalyzedWord> known, Function<AnalyzedWord, List<String>> level) {
        return known.stream().flatMap(forms -> level.apply(forms).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void correct(TermDictionary vocabulary) throws IOException {
        var terms = new HashSet<FieldTerm>();
        words.values().stream().flatMap(ExpandedWord::found).forEach(terms::add);
        var frequencies = vocabulary.frequencies(terms);
        var unknown = new ArrayList<Word>();
        for (var word : words.entrySet()) {
            if (unknown.size() < SpellCheckSettings.MAX_WORDS && !isIndexed(word.getValue(), frequencies)) {
                unknown.add(word.getKey());
            }
        }
        if (!unknown.isEmpty()) {
            correct(unknown, vocabulary);
        }
    }

    private static boolean isIndexed(ExpandedWord word, DocumentFrequencies frequencies) throws IOException {
        for (var term : word.found().toList()) {
            if (frequencies.of(term) > 0) {
                return true;
            }
        }
        return false;
    }

    private void correct(List<Word> unknown, TermDictionary vocabulary) throws IOException {
        var asked = unknown.stream().flatMap(word -> of(word).exact().stream()).filter(SpellCheckSettings::isCorrectable)
                .distinct()
                .toList();
        var near = vocabulary.corrections(asked);
        unknown.forEach(word -> words.computeIfPresent(word, (same, forms) -> forms.near(forms.exact().stream()
                .flatMap(exact -> near.getOrDefault(exact, List.of()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new)))));
    }

    /**
     * @param exact as it was written
     * @param stems in all languages
     * @param parts of a compound, once for each way to divide it
     * @param near what it may have been meant to be
     */
    record ExpandedWord(Set<String> exact, Set<String> stems, Set<List<String>> parts, Set<String> corrections) {

        private Stream<FieldTerm> found() {
            return Stream.concat(stems.stream().map(stem -> new FieldTerm(IndexFields.all(MatchLevel.STEM), stem)),
                    parts.stream().flatMap(List::stream).map(part -> new FieldTerm(IndexFields.all(MatchLevel.PART), part)));
        }

        private ExpandedWord near(Set<String> words) {
            return new ExpandedWord(exact, stems, parts, words);
        }
    }
}
