package org.depesche.delivery.search.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.depesche.delivery.search.document.FieldTerm;
import org.depesche.delivery.search.document.IndexFields;
import org.depesche.delivery.search.index.SearchResult.StoredText;
import org.depesche.delivery.search.language.MatchLevel;
import org.depesche.delivery.search.language.Word;
import org.depesche.delivery.search.language.WordAnalyzers;
import org.depesche.delivery.search.language.WordTokenizer;
import org.depesche.delivery.search.query.TermDictionary.DocumentFrequencies;

/** Says which query somebody may have meant whose words are not in the index, in the spelling that articles use. */
public final class DidYouMean<Q> {

    private final IndexSnapshot<Q> snapshot;
    private final WordAnalyzers languages;

    public DidYouMean(IndexSnapshot<Q> snapshot, WordAnalyzers languages) {
        this.snapshot = snapshot;
        this.languages = languages;
    }

    /** The query with its unknown words replaced; empty when all are known, or nothing is near. */
    public Optional<String> suggest(String typed) throws IOException {
        var unknown = unknown(WordTokenizer.tokenize(typed));
        if (unknown.isEmpty()) {
            return Optional.empty();
        }
        var near = snapshot.terms()
                .corrections(unknown.stream().map(Word::exact).filter(SpellCheckSettings::isCorrectable).toList());
        var meant = new StringBuilder();
        var from = 0;
        for (var word : unknown) {
            for (var nearest : near.getOrDefault(word.exact(), List.of()).stream().limit(1).toList()) {
                meant.append(typed, from, word.start()).append(surfaceForm(nearest));
                from = word.end();
            }
        }
        return from == 0 ? Optional.empty() : Optional.of(meant.append(typed, from, typed.length()).toString());
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

    /** In any form: whoever writes a plural that no article has is right. */
    private Stream<FieldTerm> terms(Word word) {
        return Stream.of("de", "en", "").flatMap(language -> languages.analyze(language, word).stems().stream())
                .map(stem -> new FieldTerm(IndexFields.all(MatchLevel.PART), stem));
    }

    /** As some article writes it: the index itself knows no umlauts and no capitals. */
    private String surfaceForm(String exact) throws IOException {
        var example = snapshot
                .anyMatch(snapshot.queryBuilder().term(new FieldTerm(IndexFields.all(MatchLevel.EXACT), exact), 1));
        return example.flatMap(wording -> surfaceForm(exact, wording)).orElse(exact);
    }

    private static Optional<String> surfaceForm(String exact, StoredText wording) {
        return Stream.of(wording.headline(), wording.kicker(), wording.teaser(), wording.body())
                .flatMap(text -> WordTokenizer.tokenize(text).stream()).flatMap(word -> word.hyphenParts().stream())
                .filter(word -> word.exact().equals(exact)).map(Word::text).findFirst();
    }
}
