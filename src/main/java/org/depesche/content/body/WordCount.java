package org.depesche.content.body;

import java.util.List;

import org.depesche.kernel.PlainText;

/** The number of words in a body, and the reading time. */
public record WordCount(int words) {

    private static final int WORDS_A_MINUTE = 200;

    /** Counts the words of {@link BodyText}. */
    public static WordCount of(List<Block> blocks) {
        return new WordCount(BodyText.paragraphs(blocks).mapToInt(PlainText::countWords).sum());
    }

    /** Returns the reading time at 200 words a minute, rounded up. At least one minute. */
    public int readingMinutes() {
        return Math.max(1, (words + WORDS_A_MINUTE - 1) / WORDS_A_MINUTE);
    }
}
