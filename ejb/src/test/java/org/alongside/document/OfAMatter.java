package org.alongside.document;

import java.io.IOException;
import org.alongside.setup.Care.On;
import org.alongside.shared.CaseId;
import org.alongside.shared.DocumentId;
import org.alongside.shared.MatterId;

/** A lawyer's paper in a matter, for what is kept about papers elsewhere. */
public final class OfAMatter {
    private OfAMatter() {}

    public static DocumentId brought(On on, CaseId her, MatterId matter, String words) throws IOException {
        try {
            return Papers.doors(on)
                    .bring(
                            her,
                            new NewDocument("A contract", "LEGAL_PRIVILEGED", null, matter),
                            Papers.text(words),
                            null);
        } finally {
            HandedIn.forget();
        }
    }

    /** The same transaction with the key under which documents are kept here. */
    public static On keyed(On on) {
        on.wired().with(DocumentKeys.class, new DocumentKeys(Papers.SECRET));
        return on;
    }
}
