package org.depesche.delivery.search.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.depesche.delivery.search.language.Level;
import org.depesche.delivery.search.query.Corrections;
import org.depesche.delivery.search.query.Fields;
import org.depesche.delivery.search.query.Term;
import org.depesche.delivery.search.query.Vocabulary;

/** What Lucene knows of words. All of it is near, so each is looked up when it is asked for. */
final class LuceneVocabulary implements Vocabulary {

    private final IndexReader reader;
    private final CommonWords common;

    LuceneVocabulary(IndexReader reader, CommonWords common) {
        this.reader = reader;
        this.common = common;
    }

    @Override
    public Frequencies frequencies(Collection<Term> terms) {
        return new Frequencies() {
            @Override
            public int of(Term term) throws IOException {
                return common.frequency(term, reader);
            }

            @Override
            public int articles() {
                return reader.maxDoc(); // like docFreq with what is deleted
            }
        };
    }

    @Override
    public Map<String, List<String>> near(List<String> words) throws IOException {
        var checker = checker();
        var near = new HashMap<String, List<String>>();
        for (var word : words) {
            var term = Values.term(new Term(Fields.all(Level.EXACT), word));
            near.put(word, Arrays.stream(checker.suggestSimilar(term, Corrections.MOST, reader,
                    SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX)).map((SuggestWord found) -> found.string).toList());
        }
        return near;
    }

    private static DirectSpellChecker checker() {
        var checker = new DirectSpellChecker();
        checker.setMinQueryLength(Corrections.SHORTEST);
        checker.setMinPrefix(Corrections.SAME_BEGINNING);
        checker.setAccuracy(Corrections.NEAR);
        checker.setMaxEdits(Corrections.ERRORS);
        checker.setMaxInspections(Corrections.INSPECTIONS);
        checker.setThresholdFrequency(0);
        return checker;
    }
}
