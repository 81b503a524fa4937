package org.depesche.delivery.search.query;

import org.depesche.delivery.search.language.Word;

/** The terms that one word of a query matches, and the scores of the matches. */
interface WordScoring<Q> {

    /** The score of an exact match, of a stem and of the parts of a compound, relative to each other. */
    float EXACT_BOOST = 0.4f;
    float STEM_BOOST = 1f;
    float PART_BOOST = 0.5f;
    /** The score of a correction, relative to an exact match. */
    float CORRECTION = 0.5f;
    /** The share of the score of further fields and spellings that is added to the best one. */
    float OTHERS = 0.2f;

    /** Matches a word without hyphens. */
    Q required(Word word);

    /** Matches a word without hyphens that no article may have. */
    Q excluded(Word word);
}
