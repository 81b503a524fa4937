package org.depesche.content.body;

import java.util.List;

import org.depesche.kernel.PlainText;

/** How much there is to read. */
public record WordCount(int words) {

    private static final int WORDS_A_MINUTE = 200;

    public static WordCount of(List<Block> blocks) {
        return new WordCount(BodyText.paragraphs(blocks).mapToInt(PlainText::countWords).sum());
    }

    /** At least one: nobody reads in no time. */
    public int readingMinutes() {
        return Math.max(1, (words + WORDS_A_MINUTE - 1) / WORDS_A_MINUTE);
    }
}
