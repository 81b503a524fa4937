package org.depesche.delivery.search.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
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

/**
 * Expands each word of a query to all terms that match it. A required word that is not in the index is replaced by the
 * nearest word of the index. An excluded word is not: an article must not vanish for a word that nobody typed.
 */
final class QueryExpansion {

    private final Map<Word, ExpandedWord> words;
    private final WordAnalyzers analyzers;

    private QueryExpansion(Map<Word, ExpandedWord> words, WordAnalyzers analyzers) {
        this.words = words;
        this.analyzers = analyzers;
    }

    static QueryExpansion expand(ParsedQuery query, TermDictionary dictionary, WordAnalyzers analyzers) throws IOException {
        var expansion = new QueryExpansion(new LinkedHashMap<>(), analyzers);
        Stream.concat(query.groups().stream().flatMap(List::stream), query.excluded().stream())
                .filter(clause -> !isPhrase(clause)).flatMap(clause -> clause.words().stream())
                .flatMap(QueryExpansion::hyphenVariants)
                .forEach(word -> expansion.words.computeIfAbsent(word, expansion::expandWord));
        expansion.correct(query, dictionary);
        return expansion;
    }

    /** The words of the index that replaced words of the query, by the normalized words of the query. */
    Map<String, String> corrections() {
        var corrections = new HashMap<String, String>();
        words.forEach((word, expanded) -> expanded.corrections().stream().findFirst()
                .ifPresent(correction -> corrections.put(word.exact(), correction)));
        return corrections;
    }

    static boolean isPhrase(Clause clause) {
        return clause.isPhrase() && clause.words().size() > 1;
    }

    /** A hyphenated word is searched by its parts and by its joined spelling. */
    private static Stream<Word> hyphenVariants(Word word) {
        var pieces = word.hyphenParts();
        return pieces.size() == 1 ? Stream.of(word) : Stream.concat(pieces.stream(), Stream.of(word.withoutHyphens()));
    }

    ExpandedWord of(Word word) {
        return Optional.ofNullable(words.get(word)).orElseThrow();
    }

    /** Whether the word is a stop word in no language. */
    boolean isContentWord(Word word) {
        return WordAnalyzers.LANGUAGES.stream().noneMatch(language -> analyzers.analyze(language, word).stems().isEmpty());
    }

    /**
     * The term of a word in a phrase. A hyphenated word is joined, because the index has the joined spelling at the
     * first part's position.
     */
    String phraseTerm(Word word) {
        var exact = analyzers.analyze("", word).exact();
        return exact.isEmpty() ? word.text() : exact.get(exact.size() - 1);
    }

    private ExpandedWord expandWord(Word word) {
        var analyzed = WordAnalyzers.LANGUAGES.stream().map(language -> analyzers.analyze(language, word)).toList();
        return new ExpandedWord(union(analyzed, AnalyzedWord::exact), union(analyzed, AnalyzedWord::stems),
                analyzed.stream().map(AnalyzedWord::parts).filter(parts -> !parts.isEmpty()).collect(Collectors.toSet()),
                Set.of(), 0);
    }

    private static Set<String> union(List<AnalyzedWord> analyzed, Function<AnalyzedWord, List<String>> level) {
        return analyzed.stream().flatMap(analyzedWord -> level.apply(analyzedWord).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void correct(ParsedQuery query, TermDictionary dictionary) throws IOException {
        var required = query.groups().stream().flatMap(List::stream).flatMap(clause -> clause.words().stream())
                .flatMap(QueryExpansion::hyphenVariants).collect(Collectors.toSet());
        var terms = new HashSet<FieldTerm>();
        words.values().stream().flatMap(ExpandedWord::indexTerms).forEach(terms::add);
        var frequencies = dictionary.frequencies(terms);
        var unknown = new ArrayList<Word>();
        for (var word : words.entrySet()) {
            if (unknown.size() < SpellCheckSettings.MAX_WORDS && required.contains(word.getKey())
                    && !isIndexed(word.getValue(), frequencies)) {
                unknown.add(word.getKey());
            }
            word.setValue(word.getValue().withFrequency(frequencies));
        }
        if (!unknown.isEmpty()) {
            correct(unknown, dictionary);
        }
    }

    private static boolean isIndexed(ExpandedWord word, DocumentFrequencies frequencies) throws IOException {
        for (var term : word.indexTerms().toList()) {
            if (frequencies.of(term) > 0) {
                return true;
            }
        }
        return false;
    }

    private void correct(List<Word> unknown, TermDictionary dictionary) throws IOException {
        var correctable = unknown.stream().flatMap(word -> of(word).exact().stream()).filter(SpellCheckSettings::isCorrectable)
                .distinct()
                .toList();
        var corrections = dictionary.corrections(correctable);
        unknown.forEach(word -> words.computeIfPresent(word,
                (unchanged, expanded) -> expanded.withCorrections(expanded.exact().stream()
                        .flatMap(exact -> corrections.getOrDefault(exact, List.of()).stream())
                        // one alone, so that the response can say which word was searched
                        .limit(1).collect(Collectors.toCollection(LinkedHashSet::new)))));
    }

    /**
     * The terms that match one word.
     * @param exact the normalized spelling
     * @param stems the stems in all languages
     * @param parts the parts of a compound, once for each way to split it
     * @param corrections the word of the index that replaces an unknown word, if there is one
     * @param frequency how many articles have the most frequent of the stems
     */
    record ExpandedWord(Set<String> exact, Set<String> stems, Set<List<String>> parts, Set<String> corrections,
            int frequency) {

        private Stream<FieldTerm> indexTerms() {
            return Stream.concat(stemTerms(),
                    parts.stream().flatMap(List::stream).map(part -> new FieldTerm(IndexFields.all(MatchLevel.PART), part)));
        }

        private Stream<FieldTerm> stemTerms() {
            return stems.stream().map(stem -> new FieldTerm(IndexFields.all(MatchLevel.STEM), stem));
        }

        private ExpandedWord withCorrections(Set<String> corrections) {
            return new ExpandedWord(exact, stems, parts, corrections, frequency);
        }

        private ExpandedWord withFrequency(DocumentFrequencies frequencies) throws IOException {
            var most = 0;
            for (var stem : stemTerms().toList()) {
                most = Math.max(most, frequencies.of(stem));
            }
            return new ExpandedWord(exact, stems, parts, corrections, most);
        }
    }
}
