package org.depesche.delivery.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.depesche.delivery.search.document.FieldTerm;
import org.depesche.delivery.search.document.IndexFields;
import org.depesche.delivery.search.language.MatchLevel;
import org.depesche.delivery.search.query.SpellCheckSettings;
import org.depesche.delivery.search.query.TermDictionary;

/** Reads the terms of a Lucene index. The index is local, so that each term is looked up on demand. */
final class LuceneTermDictionary implements TermDictionary {

    private final IndexReader reader;
    private final DocumentFrequencyCache frequencies;

    LuceneTermDictionary(IndexReader reader, DocumentFrequencyCache frequencies) {
        this.reader = reader;
        this.frequencies = frequencies;
    }

    @Override
    public DocumentFrequencies frequencies(Collection<FieldTerm> terms) {
        return new DocumentFrequencies() {
            @Override
            public int of(FieldTerm term) throws IOException {
                return frequencies.frequency(term, reader);
            }

            @Override
            public int articles() {
                return reader.maxDoc(); // docFreq counts deleted documents, too
            }
        };
    }

    @Override
    public Map<String, List<String>> corrections(List<String> words) throws IOException {
        var checker = checker();
        var corrections = new HashMap<String, List<String>>();
        for (var word : words) {
            checker.setMaxEdits(SpellCheckSettings.maxEdits(word));
            var liveWords = new ArrayList<String>();
            for (var suggestion : checker.suggestSimilar(term(word), SpellCheckSettings.MAX_SUGGESTIONS, reader,
                    SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX)) {
                if (hasLiveDocument(suggestion.string)) {
                    liveWords.add(suggestion.string);
                }
            }
            corrections.put(word, liveWords);
        }
        return corrections;
    }

    /** Terms of deleted articles remain in the index until Lucene merges the segments. They are not suggested. */
    private boolean hasLiveDocument(String word) throws IOException {
        return new IndexSearcher(reader).count(new TermQuery(term(word))) > 0;
    }

    private static Term term(String word) {
        return LuceneFieldValues.term(new FieldTerm(IndexFields.all(MatchLevel.EXACT), word));
    }

    private static DirectSpellChecker checker() {
        var checker = new DirectSpellChecker();
        checker.setMinQueryLength(SpellCheckSettings.MIN_WORD_LENGTH);
        checker.setMinPrefix(SpellCheckSettings.PREFIX_LENGTH);
        checker.setAccuracy(SpellCheckSettings.ACCURACY);
        checker.setMaxInspections(SpellCheckSettings.MAX_INSPECTIONS);
        checker.setThresholdFrequency(0);
        return checker;
    }
}
