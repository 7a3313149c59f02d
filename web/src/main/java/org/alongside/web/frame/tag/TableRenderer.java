package org.alongside.web.frame.tag;

import jakarta.faces.component.UIColumn;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIData;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.render.FacesRenderer;
import jakarta.faces.render.Renderer;
import java.io.IOException;
import java.util.List;

/** Draws a list as a table whose rows become cards where it is narrow; the roles keep it a table for screen readers. */
@FacesRenderer(componentFamily = "jakarta.faces.Data", rendererType = TableRenderer.TYPE)
public class TableRenderer extends Renderer<UIData> {
    public static final String TYPE = "org.alongside.Table";

    @Override
    public boolean getRendersChildren() {
        return true;
    }

    @Override
    public void encodeChildren(FacesContext context, UIData table) throws IOException {
        ResponseWriter writer = context.getResponseWriter();
        List<UIColumn> columns = table.getChildren().stream()
                .filter(UIColumn.class::isInstance)
                .map(UIColumn.class::cast)
                .filter(UIComponent::isRendered)
                .toList();
        start(writer, "table", "table");
        writer.writeAttribute("class", "al-table", null);
        String caption = Markup.attribute(table, "caption");
        if (!caption.isEmpty()) {
            Markup.element(writer, "caption", null, caption);
        }
        writeHead(writer, columns);
        writeRows(context, writer, table, columns);
        writer.endElement("table");
    }

    private static void writeHead(ResponseWriter writer, List<UIColumn> columns) throws IOException {
        start(writer, "thead", "rowgroup");
        start(writer, "tr", "row");
        for (UIColumn column : columns) {
            start(writer, "th", "columnheader");
            writer.writeAttribute("scope", "col", null);
            writeKind(writer, column);
            boolean silent = Markup.flag(column, "silent");
            Markup.element(writer, "span", silent ? "al-only-ears" : null, Markup.attribute(column, "label"));
            writer.endElement("th");
        }
        writer.endElement("tr");
        writer.endElement("thead");
    }

    private static void writeRows(FacesContext context, ResponseWriter writer, UIData table, List<UIColumn> columns)
            throws IOException {
        start(writer, "tbody", "rowgroup");
        int end = table.getRows() > 0 ? table.getFirst() + table.getRows() : Integer.MAX_VALUE;
        for (int row = table.getFirst(); row < end; row++) {
            table.setRowIndex(row);
            if (!table.isRowAvailable()) {
                break;
            }
            start(writer, "tr", "row");
            for (UIColumn column : columns) {
                writeCell(context, writer, column);
            }
            writer.endElement("tr");
        }
        table.setRowIndex(-1);
        writer.endElement("tbody");
    }

    private static void writeCell(FacesContext context, ResponseWriter writer, UIColumn column) throws IOException {
        start(writer, "td", "cell");
        writeKind(writer, column);
        writer.writeAttribute(
                "data-label", Markup.flag(column, "silent") ? "" : Markup.attribute(column, "label"), null);
        writer.startElement("div", column);
        for (UIComponent content : column.getChildren()) {
            content.encodeAll(context);
        }
        writer.endElement("div");
        writer.endElement("td");
    }

    private static void writeKind(ResponseWriter writer, UIColumn column) throws IOException {
        if (Markup.attribute(column, "kind").equals("number")) {
            writer.writeAttribute("class", "al-num", null);
        }
    }

    private static void start(ResponseWriter writer, String element, String role) throws IOException {
        writer.startElement(element, null);
        writer.writeAttribute("role", role, null);
    }
}
