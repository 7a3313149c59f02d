package org.alongside.system;

import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

/**
 * What people see, in Chromium and on paper, in this order: the classes share one running product and its clock. {@link DoorsSuite}
 * and {@link EveryRequestSuite} run beside it, each on a product of its own.
 */
@Suite
@SelectClasses({
    ReferralBrowserTest.class,
    IntakeBrowserTest.class,
    WholeWayBrowserTest.class,
    DaysWorkBrowserTest.class,
    WorklistBrowserTest.class,
    ConsentBrowserTest.class,
    AdultWayBrowserTest.class,
    AdministrationBrowserTest.class,
    MatrixBrowserTest.class,
    CoordinationBrowserTest.class,
    CarePlanBrowserTest.class,
    ReferralEndsBrowserTest.class,
    ClosingBrowserTest.class,
    LegalBrowserTest.class,
    EvidenceBrowserTest.class,
    LegalDaysBrowserTest.class,
    TrialBrowserTest.class,
    PoliceBrowserTest.class,
    CourtOrderBrowserTest.class,
    ChargeDroppedBrowserTest.class,
    FindBrowserTest.class,
    SafetyBrowserTest.class,
    PrintTest.class,
    TieBrowserTest.class,
    OversightBrowserTest.class,
    TransferBrowserTest.class,
    DocumentBrowserTest.class,
    EmergencyBrowserTest.class,
    ChildWayBrowserTest.class,
    FirstNightBrowserTest.class,
    FamilyWayBrowserTest.class,
    MissingWayBrowserTest.class,
    AfterwardsBrowserTest.class,
    LifeInAHouseBrowserTest.class,
    CareBrowserTest.class,
    LogbookBrowserTest.class,
    CounsellingBrowserTest.class,
    ReturnHomeBrowserTest.class,
    IndependentLifeBrowserTest.class
})
class PagesSuite {}
