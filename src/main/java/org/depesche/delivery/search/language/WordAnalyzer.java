package org.depesche.delivery.search.language;

/** Analyzes the words of one language. */
interface WordAnalyzer {

    AnalyzedWord analyze(Word word);
}
