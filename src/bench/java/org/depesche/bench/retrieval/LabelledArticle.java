package org.depesche.bench.retrieval;

/**
 * One article of the collections.
 *
 * @param topic its label; empty where it has none
 * @param title empty where it has none
 */
record LabelledArticle(int number, String topic, String title, String text) {

    /** Of the half that is reported on, not of the one that was tuned on. */
    boolean isHeldOut() {
        return number % 2 == 1;
    }

    String firstHalf() {
        return text.substring(0, middle());
    }

    String secondHalf() {
        return text.substring(middle());
    }

    /** The end of a sentence that is nearest to the middle. */
    private int middle() {
        var half = text.length() / 2;
        for (var away = 0; away < half; away++) {
            if (isEnd(half - away)) {
                return half - away;
            }
            if (isEnd(half + away)) {
                return half + away;
            }
        }
        return half;
    }

    private boolean isEnd(int at) {
        return at > 0 && at < text.length() && ".!?\n".indexOf(text.charAt(at - 1)) >= 0
                && Character.isWhitespace(text.charAt(at));
    }
}
