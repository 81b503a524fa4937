package org.depesche.content.body.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.depesche.content.body.Block;
import org.depesche.content.body.BlockMarkup;
import org.depesche.content.body.InlineText;
import org.depesche.content.body.html.InlineHtmlSanitizer;
import org.depesche.kernel.PlainText;
import org.jsoup.nodes.Element;

/** Converts a table. A cell that spans columns or rows is followed by empty cells, so that each column stays a column. */
final class HtmlTableReader {

    private static final InlineText EMPTY = new InlineText(null);

    private final Consumer<String> warn;

    /** The number of further rows that a cell above covers, by column. */
    private Map<Integer, Integer> covered = new TreeMap<>();

    private HtmlTableReader(Consumer<String> warn) {
        this.warn = warn;
    }

    /** Returns whether the table was used for the layout of a page. */
    static boolean isLayout(Element table) {
        return !isRendered(table) && (table.attr("role").equals("presentation")
                || table.selectFirst("table table") != null && table.select("table").size() > 1
                || table.select("tr").stream().allMatch(row -> row.childrenSize() <= 1));
    }

    private static boolean isRendered(Element table) {
        return table.attr(BlockMarkup.BLOCK).equals("table");
    }

    static Optional<Block> read(Element table, Consumer<String> warn) {
        return new HtmlTableReader(warn).read(table);
    }

    private Optional<Block> read(Element table) {
        var caption = Optional.ofNullable(table.selectFirst("caption")).map(HtmlTextReader::plain)
                .filter(text -> !PlainText.isBlank(text));
        var rows = new ArrayList<List<InlineText>>();
        var header = List.<InlineText> of();
        var isFirst = true;
        for (var row : table.select("tr")) {
            var cells = cells(row);
            if (isFirst && isHeaderRow(row)) {
                header = cells;
            } else if (isRendered(table) || cells.stream().anyMatch(cell -> cell.html() != null)) {
                rows.add(cells);
            }
            isFirst = false;
        }
        return rows.isEmpty() && header.isEmpty() ? Optional.empty()
                : Optional.of(new Block.Table(caption.orElse(null), header, rows));
    }

    private static boolean isHeaderRow(Element row) {
        return row.parent() != null && row.parent().nameIs("thead")
                || row.childrenSize() > 0 && row.children().stream().allMatch(cell -> cell.nameIs("th"));
    }

    private List<InlineText> cells(Element row) {
        var cells = new ArrayList<InlineText>();
        var next = new TreeMap<Integer, Integer>();
        for (var cell : row.children()) {
            addCovered(cells, next);
            if (cells.size() >= BodyLimits.COLUMNS) {
                warn.accept("removed the cells after column " + BodyLimits.COLUMNS);
                break;
            }
            var columns = span(cell, "colspan");
            var rows = span(cell, "rowspan");
            for (var i = 0; i < columns && cells.size() < BodyLimits.COLUMNS; i++) {
                if (rows > 1) {
                    next.put(cells.size(), rows - 1);
                }
                cells.add(i == 0 ? text(cell) : EMPTY);
            }
        }
        addCovered(cells, next);
        covered = next;
        return cells;
    }

    private void addCovered(List<InlineText> cells, Map<Integer, Integer> next) {
        for (var left = covered.get(cells.size()); left != null; left = covered.get(cells.size())) {
            if (left > 1) {
                next.put(cells.size(), left - 1);
            }
            cells.add(EMPTY);
        }
    }

    private InlineText text(Element cell) {
        return new InlineText(
                InlineHtmlSanitizer.sanitize(cell.childNodes(), !cell.hasAttr(BlockMarkup.EXACT), warn).orElse(null));
    }

    private int span(Element cell, String name) {
        var value = cell.attr(name);
        if (!value.matches("[1-9]\\d{0,3}") || value.equals("1")) {
            return 1;
        }
        warn.accept("replaced " + name + " by empty cells");
        return Integer.parseInt(value);
    }
}
