package org.carewright.documents.pdf;

import java.util.ArrayList;
import java.util.List;

/** Draws tables row by row; a row is never parted, and the headings stand again on each page. */
final class PdfTable {

    private static final float PADDING = 1.6f;
    private static final float GAP = 2;
    private static final int LINE = 0xdfe3e8;
    private static final TextStyle BODY = TextStyle.points(9.5f);

    private final PdfPages pages;
    private final List<PdfColumn> columns;
    private final float left;
    private final float width;
    private final TextStyle head;

    /** @param accent 0xRRGGBB, dark enough for text */
    PdfTable(PdfPages pages, List<PdfColumn> columns, float left, float width, int accent) {
        this.pages = pages;
        this.columns = columns;
        this.left = left;
        this.width = width;
        this.head = TextStyle.points(8.5f).bold().coloured(accent);
    }

    /** Headings or a row, ready to be drawn. */
    final class Row {

        private final List<String> cells;
        private final List<List<ShapedText>> lines = new ArrayList<>();
        private final TextStyle style;
        private final PdfTag tag;

        private Row(List<String> cells, TextStyle style, PdfTag tag) {
            this.cells = cells;
            this.style = style;
            this.tag = tag;
            for (var i = 0; i < columns.size(); i++) {
                var wraps = columns.get(i).wraps() || tag == PdfTag.COLUMN_HEADING;
                lines.add(wraps ? pages.wrap(cells.get(i), style, room(i)) : null);
            }
        }

        float height() {
            var most = lines.stream()
                    .mapToInt(each -> each == null ? 1 : each.size())
                    .max()
                    .orElse(1);
            return most * style.lineHeight() + 2 * PADDING;
        }

        void draw(float top) {
            pages.part(PdfTag.ROW, () -> {
                var x = left;
                for (var i = 0; i < columns.size(); i++) {
                    var cell = i;
                    var start = x;
                    pages.part(tag, () -> cell(cell, start, top + PADDING));
                    x += columns.get(i).share() * width;
                }
            });
            var accent = tag == PdfTag.COLUMN_HEADING;
            pages.fill(left, top + height() - 0.1f, width, accent ? 0.4f : 0.2f, accent ? style.colour() : LINE);
        }

        private void cell(int column, float x, float top) {
            var aligned = new TextStyle(
                    style.size(),
                    style.isBold(),
                    style.colour(),
                    columns.get(column).align());
            if (lines.get(column) == null) {
                pages.line(cells.get(column), x, top, room(column), aligned);
                return;
            }
            var y = top;
            for (var line : lines.get(column)) {
                pages.line(line, x, y, room(column), aligned);
                y += style.lineHeight();
            }
        }
    }

    Row headings() {
        return new Row(columns.stream().map(PdfColumn::heading).toList(), head, PdfTag.COLUMN_HEADING);
    }

    Row row(List<String> cells) {
        return new Row(cells, BODY, PdfTag.CELL);
    }

    /** The last column ends where the table does. */
    private float room(int column) {
        return columns.get(column).share() * width - (column == columns.size() - 1 ? 0 : GAP);
    }
}
