package org.alongside.system;

import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * What the API, the way in, the servers and the run command do, on good days and bad, in this order: the classes share one running product and
 * its clock. {@link PagesSuite} and {@link EveryRequestSuite} run beside it, each on a product of its own.
 */
@Suite
@SelectClasses({
    DataHomeTest.class,
    SignInTest.class,
    DemoSignInsTest.class,
    RefusedSignInTest.class,
    SignInPagesTest.class,
    SessionBrowserTest.class,
    NoticeTest.class,
    NoticeBrowserTest.class,
    HostileWordsBrowserTest.class,
    TypedWordsBrowserTest.class,
    LedgerTest.class,
    PurposeTest.class,
    DocumentTest.class,
    AdministrationTest.class,
    ChildTest.class,
    ReferralAccessTest.class,
    InsideTest.class,
    MendedWorkTest.class,
    JavaVersionTest.class,
    LauncherTest.class,
    NothingPersonalTest.class,
    CarePlanTest.class,
    ClosingTest.class,
    ProceedingTest.class,
    ReferralStatesTest.class,
    FindTest.class,
    OversightTest.class,
    TransferTest.class,
    EmergencyTest.class,
    HandoverTest.class,
    DisclosureTest.class,
    NotificationTest.class,
    HousingTest.class,
    AgreementRunsOutTest.class,
    MissingTest.class,
    HurriedHandTest.class,
    CrashTest.class,
    ProcessNoteTest.class,
    ExampleTest.class,
    DemoPeopleTest.class,
    EveryTestRunsTest.class,
    DocumentBadDaysTest.class,
    BadDaysTest.class
})
@SelectPackages("org.alongside.system.architecture")
class DoorsSuite {}
