package org.alongside.web.worklist;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import org.alongside.access.MeService.Me;
import org.alongside.access.Permission;
import org.alongside.shared.Refusal;
import org.alongside.web.casefile.Allowed;
import org.alongside.web.frame.Dates;
import org.alongside.web.frame.Reasons;
import org.alongside.web.frame.Text;
import org.alongside.web.frame.Toast;
import org.alongside.worklist.DecisionTables.DecisionTable;
import org.alongside.worklist.OperationService;
import org.alongside.worklist.OperationService.TableChangeView;
import org.alongside.worklist.StaffTable;
import org.omnifaces.cdi.Param;

/** The tables that staff own: everybody reads them, coordinators change them for what begins from now on. */
@Named
@RequestScoped
public class ChangeTablePage {
    @EJB
    private OperationService operation;

    @Inject
    private Allowed allowed;

    @Inject
    private WhoIsHere who;

    @Inject
    private Reasons reasons;

    @Inject
    private Dates dates;

    @Inject
    private Text text;

    @Inject
    private Toast toast;

    @Inject
    @Param(name = "table")
    private String key;

    private List<DecisionTable> tables;
    private DecisionTable table;
    private List<TableChangeView> changes;
    private TableForm form;

    /** Whether one of them is asked for; without, the page lists them all. */
    public boolean isOne() {
        return key != null;
    }

    public List<DecisionTable> getTables() {
        if (tables == null) {
            tables = operation.tables();
        }
        return tables;
    }

    public DecisionTable getTable() {
        if (table == null) {
            table = operation.table(staffTable());
        }
        return table;
    }

    public TableForm getForm() {
        if (form == null) {
            form = TableForm.of(staffTable(), getTable());
        }
        return form;
    }

    /** What was changed in it, for those who may read by whom. */
    public List<TableChangeView> getChanges() {
        if (changes == null) {
            changes = allowed.ever(Permission.READ_TABLE_CHANGES) ? operation.tableChanges(staffTable()) : List.of();
        }
        return changes;
    }

    public boolean isMine() {
        return allowed.ever(Permission.CHANGE_DEADLINES)
                && who.worker().filter(Me::competentAuthority).isPresent();
    }

    public TableForm.Unit[] getUnits() {
        return TableForm.Unit.values();
    }

    /** The code of a row in words. */
    public String row(String code) {
        return staffTable().rows().stream()
                .map(list -> "code." + list + "." + code)
                .filter(text::containsKey)
                .findFirst()
                .map(text::get)
                .orElseGet(() -> text.get("worklist.table.row." + key + "." + code));
    }

    /** A cell in words: a time, or a level. */
    public String cell(String said) {
        return staffTable() == StaffTable.RISK_LEVEL
                ? text.name("code.risk_level", said)
                : staffTable().counts()
                        ? said
                        : said.isBlank() ? text.get("worklist.table.empty") : dates.span(Duration.parse(said));
    }

    public boolean isOfLevels() {
        return staffTable() == StaffTable.RISK_LEVEL;
    }

    /** Whether its cells say how many, and not how long. */
    public boolean isOfCounts() {
        return staffTable().counts();
    }

    public String save() {
        try {
            operation.changeTable(
                    staffTable(), getForm().getBasedOn(), getForm().decisionRows());
            toast.say("worklist.toast.deadlines");
            return "/worklist/tables.xhtml?faces-redirect=true&table="
                    + staffTable().key();
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.STALE) {
                // what changed stands beside the answers now, so a second save may go over it
                getForm().setBasedOn(getTable().version());
            }
            reasons.show(refusal);
            return null;
        }
    }

    private StaffTable staffTable() {
        return StaffTable.of(key);
    }
}
