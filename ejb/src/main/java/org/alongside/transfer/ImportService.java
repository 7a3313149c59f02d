package org.alongside.transfer;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.OfCases;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.casefile.BroughtCases;
import org.alongside.code.CodeOf;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.ImportId;
import org.alongside.shared.Refusal;
import org.alongside.shared.WorkerId;
import org.alongside.transfer.Imports.Head;
import org.alongside.transfer.Imports.Kept;
import org.alongside.transfer.Imports.Lead;
import org.alongside.transfer.NewImport.Everyone;
import org.alongside.transfer.Reading.Read;

/** A supervisor's door to bring the cases that the organisation has: look through a file, choose, follow it. */
@Stateless
@PermitAll
public class ImportService {
    /** Rows that are opened in one transaction. */
    private static final int AT_ONCE = 50;

    @Inject
    CallerContext callers;

    @Inject
    Imports imports;

    @Inject
    BroughtCases cases;

    @Inject
    Codes codes;

    @Inject
    Event<ImportBegun> begun;

    /** The caseworkers whom brought cases can be given to, by name. */
    @Requires(Permission.IMPORT_CASES)
    public List<Caseworker> caseworkers() {
        return imports.leads().stream()
                .map(lead -> new Caseworker(lead.worker(), lead.name()))
                .toList();
    }

    /** Looks through a file and opens nothing; what is wrong in it is told by {@link #read}. Refuses what is no table of that
     * format, and as not there a caseworker of no team that the caller supervises. */
    @Requires(Permission.IMPORT_CASES)
    public ImportId look(NewImport file) {
        Caller caller = callers.caller();
        check(file);
        Leads leads = new Leads(imports.leads());
        Lead lead = leads.find(file.caseworker()).orElseThrow(Refusal::notThere);
        Looked looked = reading(file.format(), file.everyone(), leads, lead, file.legalBasis(), caller)
                .look(file.file());
        Set<String> known = imports.known(caller, looked.each(Looked.Row::key));
        ImportId id = ImportId.random();
        imports.add(id, caller, file, looked.without(known), EveryoneText.write(file.everyone()));
        return id;
    }

    /** The files that the caller's house has brought, newest first, at most 50; without what is wrong in them. */
    @Requires(Permission.IMPORT_CASES)
    public List<ImportView> list() {
        return imports.list();
    }

    /** The caller's own files whose opening has ended since they looked: they are told under My work. */
    @Requires(Permission.SEE_ERRANDS)
    public List<ImportView> finished() {
        return imports.finished();
    }

    /** How far it is and the first 200 things that are wrong. */
    @Requires(Permission.IMPORT_CASES)
    public ImportView read(ImportId id) {
        ImportView view = imports.view(id).orElseThrow(Refusal::notThere);
        imports.seen(id, callers.caller());
        return view;
    }

    /** Has all or only the good rows opened in the background; ALL is refused while there are bad ones. */
    @Requires(Permission.IMPORT_CASES)
    public void begin(ImportId id, ImportChoice choice) {
        Fields.require(choice, codes);
        ImportView view = own(id);
        if ("ALL".equals(choice.rows()) && view.bad() > 0) {
            throw Refusal.wrongState("rows-are-bad", view.bad());
        }
        if (view.good() == 0) {
            throw Refusal.wrongState("nothing-to-import");
        }
        if (!imports.begin(id, choice.rows(), callers.caller())) {
            throw Refusal.wrongState("import-decided-already");
        }
        begun.fire(new ImportBegun(id));
    }

    /** It is not wanted: nothing of it is kept but that it was. */
    @Requires(Permission.IMPORT_CASES)
    public void discard(ImportId id) {
        own(id);
        if (!imports.discard(id, callers.caller())) {
            throw Refusal.wrongState("import-decided-already");
        }
    }

    /**
     * Opens the next rows that wait, each whole or not at all; a row that cannot be opened any more is refused with its reasons.
     *
     * @return whether rows are left, with the cases that were opened
     */
    @Requires(Permission.OPEN_IMPORTED)
    public OfCases<Boolean> openNext(ImportId id) {
        Caller caller = callers.caller();
        Head head = imports.hold(id).filter(Head::running).orElseThrow(Refusal::notThere);
        List<Kept> next = imports.next(id, AT_ONCE);
        Leads leads = new Leads(imports.leads());
        Reading reading = reading(
                head.format(),
                head.everyone().map(EveryoneText::read).orElse(null),
                leads,
                leads.find(head.caseworker()).orElse(null),
                head.legalBasis(),
                caller);
        List<CaseId> opened = new ArrayList<>();
        List<String> done = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (Kept row : next) {
            List<Fault> wrong = open(row, reading.read(row.line(), head.columns(), row.content()), opened, caller);
            faults.addAll(wrong);
            (wrong.isEmpty() ? done : refused).add(String.valueOf(row.line()));
        }
        imports.settle(id, done, "OPENED");
        imports.settle(id, refused, "REFUSED");
        imports.note(id, faults);
        imports.moved(id, done.size(), refused.size(), caller);
        if (next.size() < AT_ONCE) {
            imports.end(id, caller);
        }
        return new OfCases<>(next.size() == AT_ONCE, opened);
    }

    private List<Fault> open(Kept row, Read read, List<CaseId> opened, Caller caller) {
        if (read.lead() == null) {
            return List.of(Fault.at(row.line(), "caseworker", "no-such-caseworker"));
        }
        if (!read.faults().isEmpty()) {
            return read.faults();
        }
        CaseId caseId = CaseId.random();
        if (!imports.claim(caller, row.key(), caseId)) {
            return List.of(Fault.at(row.line(), "", "imported-already"));
        }
        cases.open(
                caseId,
                read.brought().intake(),
                read.brought().origin(),
                read.lead().team(),
                read.lead().worker(),
                caller);
        opened.add(caseId);
        return List.of();
    }

    private ImportView own(ImportId id) {
        ImportView view = read(id);
        if (!view.own()) {
            throw Refusal.notAllowed("not-your-import");
        }
        return view;
    }

    private void check(NewImport file) {
        Check check = new Check();
        new Fields(codes, check).check(file, "");
        boolean ctdc = "CTDC".equals(file.format());
        check.that(ctdc == (file.everyone() != null), "everyone", ctdc ? "missing" : "only-for-ctdc");
        if (file.everyone() != null) {
            new Fields(codes, check).check(file.everyone(), "everyone");
            Integer age = file.everyone().unknownAge();
            check.that(age == null || age >= 0 && age <= 120, "everyone.unknownAge", "age-range");
        }
        check.orRefuse();
    }

    private Reading reading(
            String format, Everyone everyone, Leads leads, Lead lead, String legalBasis, Caller caller) {
        return new Reading(Sheet.of(format, everyone), codes, cases, leads, lead, legalBasis, caller.now());
    }

    /** Who can lead a brought case. */
    public record Caseworker(WorkerId id, String name) {}

    /**
     * What of a file becomes cases.
     *
     * @param rows code of import_choice: ALL where every row is good, GOOD: those that are
     */
    public record ImportChoice(
            @NotNull @CodeOf("import_choice") String rows) {}
}
