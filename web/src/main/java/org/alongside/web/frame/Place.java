package org.alongside.web.frame;

import java.util.Set;

/** A place of the navigation: its icon, its page and the roles that have business there, in the order shown. */
public enum Place {
    WORK("work", "/worklist/mine.xhtml", "CW SUP SHS SHM COU HLT LAW LEL PRL GRD NRM DPO ADM"),
    OWN("key", "/matrix/mine.xhtml", "HLT PRL GRD ANL SUR"),
    BEDS("bed", "/housing/board.xhtml", "SHS SHM"),
    TODAY("home", "/careplan/today.xhtml", "SHS SHM"),
    SESSIONS("calendar", "/counselling/week.xhtml", "COU"),
    LEGAL("scales", "/proceeding/mine.xhtml", "LAW"),
    CASES("file", "/casefile/list.xhtml", "CW SUP SHS SHM COU HLT LAW LEL PRL GRD"),
    NEW_CASE("plus", "/casefile/open.xhtml", "CW"),
    INCOMING("inbox", "/referral/incoming.xhtml", "CW SUP SHS SHM COU HLT LAW LEL PRL"),
    LOGBOOK("doc", "/logbook/read.xhtml", "SHS SHM"),
    COORDINATION("chart", "/report/coordination.xhtml", "NRM SUP SHM"),
    OVERDUE("alert", "/referral/overdue.xhtml", "NRM"),
    NOTIFIED("person", "/identification/arrived.xhtml", "NRM"),
    FAILED_WORK("wrench", "/worklist/failed.xhtml", "ADM"),
    ORGANISATIONS("home", "/organisation/list.xhtml", "ADM"),
    MATRIX("eye", "/matrix/read.xhtml", "ADM DPO"),
    TEAM("people", "/organisation/team.xhtml", "SUP SHM"),
    ROTA("bell", "/notice/on-call.xhtml", "SUP SHM"),
    INCIDENTS("flag", "/logbook/incidents.xhtml", "SHM"),
    AUDIT("shield", "/oversight/audit.xhtml", "DPO"),
    DIRECTORY("book", "/organisation/directory.xhtml", "CW SUP SHS SHM COU HLT LAW LEL PRL NRM ANL DPO ADM"),
    CASELOAD("people", "/counselling/caseload.xhtml", "COU SUP"),
    OCCUPANCY("bed", "/housing/occupancy.xhtml", "NRM"),
    OVERLOOKED("alert", "/worklist/overlooked.xhtml", "NRM"),
    TABLES("clock", "/worklist/tables.xhtml", "SUP SHM NRM DPO"),
    EMERGENCY("key", "/emergency/ask.xhtml", "CW SUP SHM HLT"),
    REVIEWS("eye", "/emergency/reviews.xhtml", "DPO");

    private final String icon;
    private final String page;
    private final Set<String> roles;

    Place(String icon, String page, String roles) {
        this.icon = icon;
        this.page = page;
        this.roles = Set.of(roles.split(" "));
    }

    public String icon() {
        return icon;
    }

    /** Path below the context, beginning with a slash. */
    public String page() {
        return page;
    }

    boolean isFor(Set<String> theirs) {
        return theirs.stream().anyMatch(roles::contains);
    }
}
