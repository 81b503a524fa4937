package org.depesche.delivery.search.language;

/** What one language knows of its words. */
interface WordForms {

    Forms of(Word word);
}
