package org.depesche.content.body.form;

import org.depesche.content.body.BlockMarkup;
import org.depesche.content.body.html.InlineHtmlSanitizer;
import org.depesche.kernel.PlainText;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** The kinds of HTML elements that a body distinguishes. */
final class BodyElements {

    private static final Evaluator BLOCKS = QueryParser.parse("img,iframe,video,audio,p,div,ul,ol,dl,table,figure,blockquote,"
            + "h1,h2,h3,h4,h5,h6,pre,hr,section,article,aside,details,main,header,footer,form,address,center");

    private BodyElements() {
    }

    /** Returns whether the service has rendered the element from a block. */
    static boolean isMarked(Element element) {
        return element.hasAttr(BlockMarkup.BLOCK) || element.hasAttr(BlockMarkup.EXACT);
    }

    /** Returns whether the element is part of a running text. */
    static boolean isPhrase(Element element) {
        return !PlainText.isBlock(element) && !element.nameIs("video") && !element.nameIs("audio");
    }

    /** Returns whether only the content of the element is read, because the element is for the layout or contains blocks. */
    static boolean isLayout(Element element) {
        var name = element.normalName();
        return name.equals("form")
                || !InlineHtmlSanitizer.NON_TEXT_ELEMENTS.contains(name)
                        && (PlainText.isBlock(element) || containsBlocks(element));
    }

    private static boolean containsBlocks(Element element) {
        return element.childrenSize() > 0 && element.selectFirst(BLOCKS) != null;
    }
}
