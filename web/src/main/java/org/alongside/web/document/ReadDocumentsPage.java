package org.alongside.web.document;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.document.DocumentService;
import org.alongside.document.DocumentsView;
import org.alongside.web.casefile.ReadCasePage;
import org.omnifaces.cdi.Param;

/** The documents of a case, all or those whose title has some words in it. */
@Named
@RequestScoped
public class ReadDocumentsPage {
    @EJB
    private DocumentService documents;

    @Inject
    private ReadCasePage page;

    @Inject
    @Param
    private String title;

    private DocumentsView view;

    public String getTitle() {
        return title;
    }

    public DocumentsView getView() {
        if (view == null) {
            view = documents.of(page.getId(), title);
        }
        return view;
    }
}
