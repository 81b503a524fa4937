package org.depesche.delivery.search.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.depesche.delivery.search.language.Languages;
import org.depesche.delivery.search.language.Level;
import org.depesche.delivery.search.language.Word;
import org.depesche.delivery.search.language.Words;

/** Says which query somebody may have meant whose words are not in the index, in the spelling that articles use. */
final class Meaning {

    private final IndexSearcher searcher;
    private final Languages languages;
    private final Corrections corrections;

    Meaning(IndexSearcher searcher, Languages languages) {
        this.searcher = searcher;
        this.languages = languages;
        this.corrections = new Corrections(searcher.getIndexReader());
    }

    /** The query with its unknown words replaced; empty when all are known, or nothing is near. */
    Optional<String> of(String typed) throws IOException {
        var meant = new StringBuilder();
        var from = 0;
        var unknown = 0;
        for (var word : Words.of(typed)) {
            if (unknown == Corrections.MOST_WORDS || isKnown(word)) {
                continue;
            }
            unknown++;
            for (var near : corrections.of(word.exact()).stream().limit(1).toList()) {
                meant.append(typed, from, word.start()).append(written(near));
                from = word.end();
            }
        }
        return from == 0 ? Optional.empty() : Optional.of(meant.append(typed, from, typed.length()).toString());
    }

    /** In any form: whoever writes a plural that no article has is right. */
    private boolean isKnown(Word word) throws IOException {
        for (var language : List.of("de", "en", "")) {
            for (var stem : languages.forms(language, word).stems()) {
                if (searcher.getIndexReader().docFreq(new Term(Fields.all(Level.PART), stem)) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** As some article writes it: the index itself knows no umlauts and no capitals. */
    private String written(String exact) throws IOException {
        var found = searcher.search(new TermQuery(new Term(Fields.all(Level.EXACT), exact)), 1).scoreDocs;
        if (found.length == 0) {
            return exact;
        }
        var wording = Documents.wording(searcher.storedFields().document(found[0].doc));
        return Stream.of(wording.headline(), wording.kicker(), wording.teaser(), wording.body())
                .flatMap(text -> Words.of(text).stream()).flatMap(word -> word.divided().stream())
                .filter(word -> word.exact().equals(exact)).map(Word::written).findFirst().orElse(exact);
    }
}
