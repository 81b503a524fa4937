package org.depesche.delivery.embed;

import java.util.stream.Stream;

import org.depesche.content.article.view.SyndicatedArticle;
import org.jspecify.annotations.Nullable;

/**
 * Estimates the height that the page for frames needs, in CSS pixels: by the style sheet of {@code embed.js} and the number of
 * letters. Fonts differ, so that letters count wider than most are: too high leaves some room, too low makes a scroll bar.
 *
 * @param width the width of the frame
 */
record FrameHeight(int width) {

    /** The padding of a theme on both sides. */
    private static final int PADDING = 32;
    private static final double FONT = 16;
    private static final double SMALL = 0.85 * FONT;
    private static final double HEADLINE = 1.05 * FONT;
    private static final double LINE = 1.4;
    private static final double HEADLINE_LINE = 1.3;
    private static final double LETTER = 0.56;
    /** The letters that a line loses on average because words are not broken. */
    private static final double UNUSED_LETTERS = 3;
    private static final double MARK = 24;
    private static final double LIST_GAP = 33;
    private static final double CARD_GAP = 24;
    private static final int CARD_COLUMN = 224;
    private static final int CARD_COLUMN_GAP = 20;
    private static final int DATE_LETTERS = 24;

    /** The height of a card with one article. */
    int card(SyndicatedArticle article) {
        var card = article.card();
        var image = card.image();
        var isPictured = image != null && image.srcset() != null;
        var credit = isPictured && image.credit() != null ? image.credit() : "";
        var words = new Words(length(card.kicker()), length(card.headline()), length(article.summary().teaser()),
                credit.length(), card.advertising() != null);
        return round(words.height(content()) + (isPictured ? picture(content()) : 0));
    }

    /**
     * The height of several articles with headlines, teasers and credits of usual length.
     *
     * @param number how many there are at most
     */
    int list(int number, boolean isCards, boolean withTeasers, boolean withImages) {
        var words = new Words(20, 70, withTeasers ? 200 : 0, withImages ? 25 : 0, false);
        if (isCards) {
            var columns = Math.max(1, Math.min(number, (content() + CARD_COLUMN_GAP) / (CARD_COLUMN + CARD_COLUMN_GAP)));
            var column = (content() - (columns - 1.0) * CARD_COLUMN_GAP) / columns;
            var row = words.height(column) + (withImages ? picture(column) : 0);
            var rows = (number + columns - 1) / columns;
            return round(rows * row + (rows - 1) * CARD_GAP);
        }
        var beside = withImages ? besidePicture() : 0;
        var row = Math.max(words.height(content() - beside), (beside - 0.9 * FONT) * 9 / 16);
        return round(number * row + (number - 1) * LIST_GAP);
    }

    private int content() {
        return Math.max(1, width - PADDING);
    }

    private double besidePicture() {
        var columns = content() >= 640 ? 11 : content() >= 320 ? 7 : 4.5;
        return (columns + 0.9) * FONT;
    }

    private static double picture(double width) {
        return width * 9 / 16 + FONT / 2;
    }

    /** With the name of the publisher at the foot. */
    private static int round(double height) {
        return (int) Math.ceil(height + PADDING + 0.9 * SMALL + SMALL * LINE);
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    /** The numbers of letters of one article. */
    private record Words(int kicker, int headline, int teaser, int credit, boolean isMarked) {

        double height(double width) {
            return Stream.of(isMarked ? MARK : 0, lines(kicker, SMALL, width) * SMALL * LINE,
                    lines(headline, HEADLINE, width) * HEADLINE * HEADLINE_LINE,
                    teaser == 0 ? 0 : 0.3 * FONT + lines(teaser, FONT, width) * FONT * LINE,
                    0.3 * SMALL + lines(DATE_LETTERS + (credit == 0 ? 0 : 9 + credit), SMALL, width) * SMALL * LINE)
                    .mapToDouble(Number::doubleValue).sum();
        }

        private static double lines(int letters, double font, double width) {
            return Math.ceil(letters / Math.max(4, width / (font * LETTER) - UNUSED_LETTERS));
        }
    }
}
