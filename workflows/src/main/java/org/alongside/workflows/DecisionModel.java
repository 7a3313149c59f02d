package org.alongside.workflows;

import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alongside.worklist.DecisionTables.DecisionRow;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;

/** One version of a decision table as a model whose cells can be changed, its layout and the rest staying as they are. */
final class DecisionModel {
    private final DmnModelInstance model;
    private final DecisionTable table;

    DecisionModel(InputStream dmn) {
        model = Dmn.readModelFromStream(dmn);
        table = model.getModelElementsByType(DecisionTable.class).iterator().next();
    }

    DmnModelInstance model() {
        return model;
    }

    List<String> outputs() {
        return table.getOutputs().stream().map(Output::getName).toList();
    }

    List<DecisionRow> rows() {
        return table.getRules().stream()
                .map(rule -> new DecisionRow(
                        when(rule),
                        rule.getOutputEntries().stream()
                                .map(DecisionModel::code)
                                .toList()))
                .toList();
    }

    /** Changes the cells of the rows that answer for the same codes; which rows there are was checked before. */
    void write(List<DecisionRow> rows) {
        Map<String, List<String>> byCode = new HashMap<>();
        rows.forEach(row -> byCode.put(row.when(), row.then()));
        for (Rule rule : table.getRules()) {
            var cells = rule.getOutputEntries().iterator();
            byCode.get(when(rule)).forEach(code -> text(cells.next()).setTextContent('"' + code + '"'));
        }
    }

    private static String when(Rule rule) {
        return code(rule.getInputEntries().iterator().next());
    }

    /** The code between the quotation marks of a cell. */
    private static String code(DmnElement cell) {
        String text = text(cell).getTextContent().strip();
        return text.substring(1, text.length() - 1);
    }

    private static Text text(DmnElement cell) {
        return (Text) cell.getUniqueChildElementByType(Text.class);
    }
}
