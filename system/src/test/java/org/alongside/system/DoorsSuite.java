package org.alongside.system;

import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * What the API, the servers and the run command do, in this order: the classes share one running product and its clock. {@link
 * PagesSuite} runs beside it, on a product of its own.
 */
@Suite
@SelectClasses({
    DataHomeTest.class,
    SignInTest.class,
    RefusedSignInTest.class,
    NoticeTest.class,
    ApiRolesTest.class,
    ApiStandingsTest.class,
    LedgerTest.class,
    PurposeTest.class,
    AdministrationTest.class,
    ApiVersionsTest.class,
    ChildTest.class,
    ReferralAccessTest.class,
    InsideTest.class,
    MendedWorkTest.class,
    JavaVersionTest.class,
    ApiDescriptionTest.class,
    LauncherTest.class,
    NothingPersonalTest.class,
    CarePlanTest.class,
    ClosingTest.class,
    ProceedingTest.class,
    NoTraceOfAShelterTest.class,
    ReferralStatesTest.class,
    ApiInputTest.class,
    FindTest.class,
    ApiMischiefTest.class,
    TieTest.class,
    OversightTest.class,
    TransferTest.class,
    EmergencyTest.class,
    HandoverTest.class,
    DisclosureTest.class,
    NotificationTest.class,
    HousingTest.class,
    AgreementRunsOutTest.class,
    MissingTest.class,
    ExampleTest.class,
    DemoPeopleTest.class,
    EveryTestRunsTest.class
})
@SelectPackages("org.alongside.system.architecture")
class DoorsSuite {}
