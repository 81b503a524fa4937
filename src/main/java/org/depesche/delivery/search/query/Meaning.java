package org.depesche.delivery.search.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.depesche.delivery.search.Found.Wording;
import org.depesche.delivery.search.language.Languages;
import org.depesche.delivery.search.language.Level;
import org.depesche.delivery.search.language.Word;
import org.depesche.delivery.search.language.Words;
import org.depesche.delivery.search.query.Vocabulary.Frequencies;

/** Says which query somebody may have meant whose words are not in the index, in the spelling that articles use. */
public final class Meaning<Q> {

    private final Snapshot<Q> snapshot;
    private final Languages languages;

    public Meaning(Snapshot<Q> snapshot, Languages languages) {
        this.snapshot = snapshot;
        this.languages = languages;
    }

    /** The query with its unknown words replaced; empty when all are known, or nothing is near. */
    public Optional<String> of(String typed) throws IOException {
        var unknown = unknown(Words.of(typed));
        if (unknown.isEmpty()) {
            return Optional.empty();
        }
        var near = snapshot.vocabulary().near(unknown.stream().map(Word::exact).filter(Corrections::areThereFor).toList());
        var meant = new StringBuilder();
        var from = 0;
        for (var word : unknown) {
            for (var nearest : near.getOrDefault(word.exact(), List.of()).stream().limit(1).toList()) {
                meant.append(typed, from, word.start()).append(written(nearest));
                from = word.end();
            }
        }
        return from == 0 ? Optional.empty() : Optional.of(meant.append(typed, from, typed.length()).toString());
    }

    private List<Word> unknown(List<Word> words) throws IOException {
        var terms = new HashSet<Term>();
        words.forEach(word -> terms(word).forEach(terms::add));
        var frequencies = snapshot.vocabulary().frequencies(terms);
        var unknown = new ArrayList<Word>();
        for (var word : words) {
            if (unknown.size() < Corrections.MOST_WORDS && !isKnown(word, frequencies)) {
                unknown.add(word);
            }
        }
        return unknown;
    }

    private boolean isKnown(Word word, Frequencies frequencies) throws IOException {
        for (var term : terms(word).toList()) {
            if (frequencies.of(term) > 0) {
                return true;
            }
        }
        return false;
    }

    /** In any form: whoever writes a plural that no article has is right. */
    private Stream<Term> terms(Word word) {
        return Stream.of("de", "en", "").flatMap(language -> languages.forms(language, word).stems().stream())
                .map(stem -> new Term(Fields.all(Level.PART), stem));
    }

    /** As some article writes it: the index itself knows no umlauts and no capitals. */
    private String written(String exact) throws IOException {
        var example = snapshot.any(snapshot.queries().term(new Term(Fields.all(Level.EXACT), exact), 1));
        return example.flatMap(wording -> written(exact, wording)).orElse(exact);
    }

    private static Optional<String> written(String exact, Wording wording) {
        return Stream.of(wording.headline(), wording.kicker(), wording.teaser(), wording.body())
                .flatMap(text -> Words.of(text).stream()).flatMap(word -> word.divided().stream())
                .filter(word -> word.exact().equals(exact)).map(Word::written).findFirst();
    }
}
