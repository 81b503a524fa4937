package org.depesche.delivery.search.language;

/** What one language knows of its words. */
interface WordAnalyzer {

    AnalyzedWord analyze(Word word);
}
