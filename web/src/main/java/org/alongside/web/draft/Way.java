package org.alongside.web.draft;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.regex.Pattern;
import org.omnifaces.cdi.Param;

/** The way back to the page that a session ended on, where something was being typed; else to the first page. */
@Named
@RequestScoped
public class Way {
    /** A page of this house: a path with codes and ids, never another site. */
    private static final Pattern PAGE = Pattern.compile("(/[a-z][a-z-]*){1,4}\\.xhtml(\\?[\\w=&.%-]{0,800})?");

    @Inject
    @Param
    private String back;

    /** Where to go on after signing in again. */
    public String getBack() {
        return back != null && isPage(back) ? back : "/";
    }

    /** Whether an address that somebody sent is one of our own pages. */
    public static boolean isPage(String address) {
        return PAGE.matcher(address).matches();
    }
}
