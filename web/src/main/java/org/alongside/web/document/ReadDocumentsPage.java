package org.alongside.web.document;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.document.DocumentQuery;
import org.alongside.document.DocumentService;
import org.alongside.document.DocumentsView;
import org.alongside.web.casefile.ReadCasePage;
import org.omnifaces.cdi.Param;

/** The documents of a case, all or those whose title has some words in it. */
@Named
@RequestScoped
public class ReadDocumentsPage {
    private static final int ROWS = 50;

    @EJB
    private DocumentService documents;

    @Inject
    private ReadCasePage page;

    @Inject
    @Param
    private String title;

    /** Where the list goes on. */
    @Inject
    @Param
    private String after;

    private DocumentsView view;

    public String getTitle() {
        return title;
    }

    public DocumentsView getView() {
        if (view == null) {
            view = documents.of(page.getId(), new DocumentQuery(title, after, ROWS));
        }
        return view;
    }
}
