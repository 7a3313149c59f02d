package org.alongside.system.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.alongside.access.Requires;
import org.alongside.access.SystemIdentity;
import org.alongside.audit.AuditTrail;

/** The arrows between the rooms of the house, and the rules that keep its doors. */
@AnalyzeClasses(packages = "org.alongside", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] BUSINESS = {
        "org.alongside.access..",
        "org.alongside.account..",
        "org.alongside.audit..",
        "org.alongside.careplan..",
        "org.alongside.casefile..",
        "org.alongside.closing..",
        "org.alongside.code..",
        "org.alongside.consent..",
        "org.alongside.disclosure..",
        "org.alongside.emergency..",
        "org.alongside.handover..",
        "org.alongside.health..",
        "org.alongside.housing..",
        "org.alongside.identification..",
        "org.alongside.matrix..",
        "org.alongside.missing..",
        "org.alongside.notice..",
        "org.alongside.organisation..",
        "org.alongside.referral..",
        "org.alongside.report..",
        "org.alongside.safety..",
        "org.alongside.setup..",
        "org.alongside.shared..",
        "org.alongside.tie..",
        "org.alongside.transfer..",
        "org.alongside.worklist.."
    };

    @ArchTest
    static final ArchRule the_business_knows_neither_pages_nor_processes = noClasses()
            .that()
            .resideInAnyPackage(BUSINESS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.alongside.web..", "org.alongside.workflows..", "org.camunda..");

    @ArchTest
    static final ArchRule pages_and_processes_never_meet = noClasses()
            .that()
            .resideInAPackage("org.alongside.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.alongside.workflows..", "org.camunda..");

    @ArchTest
    static final ArchRule only_the_processes_reach_the_engine = noClasses()
            .that()
            .resideOutsideOfPackage("org.alongside.workflows")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.camunda.bpm.engine", "org.camunda.bpm.engine.impl..");

    @ArchTest
    static final ArchRule nobody_takes_an_engine_from_the_registry_of_the_library =
            noClasses().should().dependOnClassesThat().haveFullyQualifiedName("org.camunda.bpm.engine.ProcessEngines");

    @ArchTest
    static final ArchRule the_engine_is_handed_out_to_its_own_package_only = methods()
            .that()
            .haveRawReturnType("org.camunda.bpm.engine.ProcessEngine")
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule processes_know_no_pages = noClasses()
            .that()
            .resideInAPackage("org.alongside.workflows..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.alongside.web..");

    @ArchTest
    static final ArchRule pages_hold_no_queries = noClasses()
            .that()
            .resideInAPackage("org.alongside.web..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(EntityManager.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.hibernate..");

    /** An address is typed by anybody: what nothing reads as a day or an id is an error page, unless the page itself reads the text. */
    @ArchTest
    static final ArchRule pages_take_an_address_as_text = fields().that()
            .areAnnotatedWith("org.omnifaces.cdi.Param")
            .should()
            .haveRawType(String.class)
            .orShould()
            .haveRawType(List.class)
            .orShould()
            .haveRawType(Integer.class);

    @ArchTest
    static final ArchRule features_have_no_circles =
            slices().matching("org.alongside.(*)..").namingSlices("$1").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule every_door_names_its_permission = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Stateless.class)
            .and()
            .areDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Service")
            .and()
            .arePublic()
            .and()
            .doNotHaveModifier(JavaModifier.STATIC)
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .beAnnotatedWith(Requires.class);

    @ArchTest
    static final ArchRule the_callers_identity_reaches_every_door = classes()
            .that()
            .areAnnotatedWith(Stateless.class)
            .and()
            .haveSimpleNameEndingWith("Service")
            .should()
            .beAnnotatedWith(PermitAll.class);

    @ArchTest
    static final ArchRule nothing_else_is_a_bean_that_can_be_called =
            classes().that().areAnnotatedWith(Stateless.class).should().haveSimpleNameEndingWith("Service");

    @ArchTest
    static final ArchRule doors_do_not_call_doors = noClasses()
            .that()
            .areAnnotatedWith(Stateless.class)
            .should()
            .dependOnClassesThat(are(resideInAPackage("org.alongside..")).and(AnotherDoor.PREDICATE));

    @ArchTest
    static final ArchRule entities_stay_home =
            classes().that().areAnnotatedWith(Entity.class).should().notBePublic();

    @ArchTest
    static final ArchRule only_the_gate_writes_the_audit = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.alongside.access.Gate")
            .and()
            .doNotHaveFullyQualifiedName("org.alongside.access.RefusalRecord")
            .and()
            .doNotHaveFullyQualifiedName("org.alongside.audit.AuditTrail")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(AuditTrail.class);

    @ArchTest
    static final ArchRule only_processes_and_the_post_put_on_the_system_identity = noClasses()
            .that()
            .resideOutsideOfPackages("org.alongside.workflows..", "org.alongside.access..", "org.alongside.notice..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(SystemIdentity.class);

    @ArchTest
    static final ArchRule there_is_one_clock = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.alongside.shared.Clock")
            .and()
            .resideOutsideOfPackage("org.alongside.system..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callConstructor(java.util.Date.class);

    @ArchTest
    static final ArchRule names_say_something = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Facade")
            .orShould()
            .haveSimpleNameEndingWith("DTO")
            .orShould()
            .haveSimpleNameStartingWith("Abstract")
            .orShould()
            .haveSimpleNameStartingWith("Base");
}
