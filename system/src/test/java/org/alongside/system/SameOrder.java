package org.alongside.system;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/**
 * One order on every machine: the classes share one running product and its clock, and the order in which a folder is
 * read differs from disk to disk. A class that is not named here runs last.
 */
public class SameOrder implements ClassOrderer {
    private static final List<String> ORDER = List.of(
            "ReferralBrowserTest",
            "DataHomeTest",
            "IntakeBrowserTest",
            "WholeWayBrowserTest",
            "DaysWorkBrowserTest",
            "HostileWordsBrowserTest",
            "SignInPagesTest",
            "SignInTest",
            "ApiRolesTest",
            "PageRolesTest",
            "WorklistBrowserTest",
            "ConsentBrowserTest",
            "LedgerTest",
            "AdministrationTest",
            "AdministrationBrowserTest",
            "MatrixBrowserTest",
            "CoordinationBrowserTest",
            "ApiVersionsTest",
            "CrashTest",
            "ChildTest",
            "ReferralAccessTest",
            "InsideTest",
            "CarePlanBrowserTest",
            "MendedWorkTest",
            "JavaVersionTest",
            "ApiDescriptionTest",
            "ReferralEndsBrowserTest",
            "LauncherTest",
            "NothingPersonalTest",
            "BadDaysTest",
            "CarePlanTest",
            "ClosingTest",
            "ClosingBrowserTest",
            "ProceedingTest",
            "NoTraceOfAShelterTest",
            "LegalBrowserTest",
            "SessionBrowserTest",
            "ReferralStatesTest",
            "ApiInputTest",
            "FindTest",
            "FindBrowserTest",
            "NoticeBrowserTest",
            "NoticeTest",
            "ApiMischiefTest",
            "PrintTest",
            "TieTest",
            "TieBrowserTest",
            "OversightTest",
            "OversightBrowserTest",
            "TransferTest",
            "TransferBrowserTest",
            "EmergencyTest",
            "EmergencyBrowserTest",
            "ExampleTest",
            "ArchitectureTest",
            "EveryDoorIsAnEndpointTest");

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
                .sort(Comparator.<ClassDescriptor>comparingInt(SameOrder::place)
                        .thenComparing(one -> one.getTestClass().getName()));
    }

    private static int place(ClassDescriptor one) {
        int place = ORDER.indexOf(one.getTestClass().getSimpleName());
        return place < 0 ? ORDER.size() : place;
    }
}
