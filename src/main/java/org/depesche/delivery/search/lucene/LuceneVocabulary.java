package org.depesche.delivery.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
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
            var there = new ArrayList<String>();
            for (var found : checker.suggestSimilar(term(word), Corrections.MOST, reader,
                    SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX)) {
                if (isThere(found.string)) {
                    there.add(found.string);
                }
            }
            near.put(word, there);
        }
        return near;
    }

    /** Words of what is gone stay in the index until Lucene merges it: nobody is told of them. */
    private boolean isThere(String word) throws IOException {
        return new IndexSearcher(reader).count(new TermQuery(term(word))) > 0;
    }

    private static org.apache.lucene.index.Term term(String word) {
        return Values.term(new Term(Fields.all(Level.EXACT), word));
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
