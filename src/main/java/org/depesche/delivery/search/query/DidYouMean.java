package org.depesche.delivery.search.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.depesche.delivery.search.document.FieldTerm;
import org.depesche.delivery.search.document.IndexFields;
import org.depesche.delivery.search.index.SearchResult.StoredText;
import org.depesche.delivery.search.language.MatchLevel;
import org.depesche.delivery.search.language.ParsedQuery;
import org.depesche.delivery.search.language.Word;
import org.depesche.delivery.search.language.WordAnalyzers;
import org.depesche.delivery.search.language.WordTokenizer;
import org.depesche.delivery.search.query.TermDictionary.DocumentFrequencies;

/**
 * Suggests a corrected query when words of the query are not in the index. The correction is spelled as articles spell
 * it.
 */
final class DidYouMean<Q> {

    private final IndexSnapshot<Q> snapshot;
    private final WordAnalyzers analyzers;

    DidYouMean(IndexSnapshot<Q> snapshot, WordAnalyzers analyzers) {
        this.snapshot = snapshot;
        this.analyzers = analyzers;
    }

    /**
     * Replaces each unknown word of the query by the nearest word of the index. The result is empty when all words are
     * known, or when no word has a correction.
     */
    Optional<String> suggest(ParsedQuery query) throws IOException {
        var unknown = unknown(query.words());
        if (unknown.isEmpty()) {
            return Optional.empty();
        }
        var corrections = snapshot.terms()
                .corrections(unknown.stream().map(Word::exact).filter(SpellCheckSettings::isCorrectable).toList());
        var nearest = new HashMap<String, String>();
        corrections.forEach((word, words) -> words.stream().limit(1).forEach(first -> nearest.put(word, first)));
        return rewrite(query, nearest);
    }

    /**
     * The query with words replaced by their corrections. The result is empty when no word is replaced.
     * @param corrections words of the index by the normalized words of the query, or by their parts between hyphens
     */
    Optional<String> rewrite(ParsedQuery query, Map<String, String> corrections) throws IOException {
        var typed = query.text();
        var rewritten = new StringBuilder();
        var from = 0;
        for (var word : query.words()) {
            var replacement = replacement(word, corrections);
            if (!replacement.equals(word.text())) {
                rewritten.append(typed, from, word.start()).append(replacement);
                from = word.end();
            }
        }
        return from == 0 ? Optional.empty() : Optional.of(rewritten.append(typed, from, typed.length()).toString());
    }

    private String replacement(Word word, Map<String, String> corrections) throws IOException {
        var whole = corrections.get(word.exact());
        if (whole != null) {
            return surfaceForm(whole);
        }
        var text = word.text();
        for (var part : word.hyphenParts()) {
            var correction = corrections.get(part.exact());
            text = correction == null ? text : text.replace(part.text(), surfaceForm(correction));
        }
        return text;
    }

    private List<Word> unknown(List<Word> words) throws IOException {
        var terms = new HashSet<FieldTerm>();
        words.forEach(word -> terms(word).forEach(terms::add));
        var frequencies = snapshot.terms().frequencies(terms);
        var unknown = new ArrayList<Word>();
        for (var word : words) {
            if (unknown.size() < SpellCheckSettings.MAX_WORDS && !isKnown(word, frequencies)) {
                unknown.add(word);
            }
        }
        return unknown;
    }

    private boolean isKnown(Word word, DocumentFrequencies frequencies) throws IOException {
        for (var term : terms(word).toList()) {
            if (frequencies.of(term) > 0) {
                return true;
            }
        }
        return false;
    }

    /** The stems in all languages: an inflected form that no article has is no error. */
    private Stream<FieldTerm> terms(Word word) {
        return WordAnalyzers.LANGUAGES.stream()
                .flatMap(language -> analyzers.analyze(language, word).stems().stream())
                .map(stem -> new FieldTerm(IndexFields.all(MatchLevel.PART), stem));
    }

    /** The spelling of some article, because the terms of the index have neither umlauts nor capitals. */
    private String surfaceForm(String exact) throws IOException {
        var example = snapshot
                .anyMatch(snapshot.queryBuilder().term(new FieldTerm(IndexFields.all(MatchLevel.EXACT), exact), 1));
        return example.flatMap(text -> surfaceForm(exact, text)).orElse(exact);
    }

    private static Optional<String> surfaceForm(String exact, StoredText text) {
        return Stream.of(text.headline(), text.kicker(), text.teaser(), text.body())
                .flatMap(fieldText -> WordTokenizer.tokenize(fieldText).stream()).flatMap(word -> word.hyphenParts().stream())
                .filter(word -> word.exact().equals(exact)).map(Word::text).findFirst();
    }
}
