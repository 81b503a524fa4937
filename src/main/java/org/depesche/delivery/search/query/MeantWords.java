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

import org.depesche.delivery.search.language.Forms;
import org.depesche.delivery.search.language.Languages;
import org.depesche.delivery.search.language.Level;
import org.depesche.delivery.search.language.QueryWords;
import org.depesche.delivery.search.language.QueryWords.Clause;
import org.depesche.delivery.search.language.Word;
import org.depesche.delivery.search.query.Vocabulary.Frequencies;

/** The words of a query in all forms they may be found by; those that no article has, also as what they may have meant. */
final class MeantWords {

    /** In which languages the words of a query may be meant: people do not say. */
    private static final List<String> LANGUAGES = List.of("de", "en", "");

    private final Map<Word, MeantWord> words;
    private final Languages languages;

    private MeantWords(Map<Word, MeantWord> words, Languages languages) {
        this.words = words;
        this.languages = languages;
    }

    static MeantWords of(QueryWords query, Vocabulary vocabulary, Languages languages) throws IOException {
        var meant = new MeantWords(new LinkedHashMap<>(), languages);
        Stream.concat(query.groups().stream().flatMap(List::stream), query.excluded().stream())
                .filter(clause -> !isPhrase(clause)).flatMap(clause -> clause.words().stream())
                .flatMap(MeantWords::simple).forEach(word -> meant.words.computeIfAbsent(word, meant::forms));
        meant.correct(vocabulary);
        return meant;
    }

    static boolean isPhrase(Clause clause) {
        return clause.isPhrase() && clause.words().size() > 1;
    }

    /** What hyphens divide is looked for in pieces and as a whole. */
    private static Stream<Word> simple(Word word) {
        var pieces = word.divided();
        return pieces.size() == 1 ? Stream.of(word) : Stream.concat(pieces.stream(), Stream.of(word.whole()));
    }

    MeantWord of(Word word) {
        return Optional.ofNullable(words.get(word)).orElseThrow();
    }

    /** Whether it says something in every language. */
    boolean isTelling(Word word) {
        return LANGUAGES.stream().noneMatch(language -> languages.forms(language, word).stems().isEmpty());
    }

    /** As it stands in a phrase: of a hyphened word the whole stands where its first piece does. */
    String joined(Word word) {
        var exact = languages.forms("", word).exact();
        return exact.isEmpty() ? word.written() : exact.get(exact.size() - 1);
    }

    private MeantWord forms(Word word) {
        var known = LANGUAGES.stream().map(language -> languages.forms(language, word)).toList();
        return new MeantWord(united(known, Forms::exact), united(known, Forms::stems),
                known.stream().map(Forms::parts).filter(some -> !some.isEmpty()).collect(Collectors.toSet()), Set.of());
    }

    private static Set<String> united(List<Forms> known, Function<Forms, List<String>> level) {
        return known.stream().flatMap(forms -> level.apply(forms).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void correct(Vocabulary vocabulary) throws IOException {
        var terms = new HashSet<Term>();
        words.values().stream().flatMap(MeantWord::found).forEach(terms::add);
        var frequencies = vocabulary.frequencies(terms);
        var unknown = new ArrayList<Word>();
        for (var word : words.entrySet()) {
            if (unknown.size() < Corrections.MOST_WORDS && !isThere(word.getValue(), frequencies)) {
                unknown.add(word.getKey());
            }
        }
        if (!unknown.isEmpty()) {
            correct(unknown, vocabulary);
        }
    }

    private static boolean isThere(MeantWord word, Frequencies frequencies) throws IOException {
        for (var term : word.found().toList()) {
            if (frequencies.of(term) > 0) {
                return true;
            }
        }
        return false;
    }

    private void correct(List<Word> unknown, Vocabulary vocabulary) throws IOException {
        var asked = unknown.stream().flatMap(word -> of(word).exact().stream()).filter(Corrections::areThereFor).distinct()
                .toList();
        var near = vocabulary.near(asked);
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
    record MeantWord(Set<String> exact, Set<String> stems, Set<List<String>> parts, Set<String> near) {

        private Stream<Term> found() {
            return Stream.concat(stems.stream().map(stem -> new Term(Fields.all(Level.STEM), stem)),
                    parts.stream().flatMap(List::stream).map(part -> new Term(Fields.all(Level.PART), part)));
        }

        private MeantWord near(Set<String> words) {
            return new MeantWord(exact, stems, parts, words);
        }
    }
}
