package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import org.alongside.access.Errand;
import org.alongside.access.SystemIdentity;
import org.alongside.shared.ExportId;
import org.alongside.shared.ImportId;
import org.alongside.transfer.ExportService;
import org.alongside.transfer.ImportService;

/** What {@code import.bpmn} and {@code export.bpmn} ask for, each an errand of the supervisor who asked. */
@Dependent
public class TransferProcess implements ProcessBean {
    private final ImportService imports;
    private final ExportService exports;
    private final SystemIdentity identity;

    @Inject
    public TransferProcess(ImportService imports, ExportService exports, SystemIdentity identity) {
        this.imports = imports;
        this.exports = exports;
        this.identity = identity;
    }

    /** Opens the next cases; answers whether rows are left. */
    public boolean openNext(String importId) {
        ImportId id = ImportId.of(importId);
        return call(new Errand(Errand.Kind.IMPORT, id.value()), () -> imports.openNext(id)
                .content());
    }

    /** Packs the cases. */
    public void pack(String exportId) {
        ExportId id = ExportId.of(exportId);
        call(new Errand(Errand.Kind.EXPORT, id.value()), () -> exports.packAll(id));
    }

    private <T> T call(Errand errand, Callable<T> work) {
        return new SystemWork(identity, errand).call(work);
    }
}
