package org.alongside.system.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.alongside.access.Requires;

/** Whatever a person can do, an integration can do: every door that is open to people is asked by the API. */
@AnalyzeClasses(packages = "org.alongside", importOptions = ImportOption.DoNotIncludeTests.class)
class EveryDoorIsAnEndpointTest {

    private static final DescribedPredicate<JavaMethod> OPEN_TO_PEOPLE = DescribedPredicate.describe(
            "are open to people",
            method ->
                    !method.getAnnotationOfType(Requires.class).value().roles().isEmpty());

    private static final ArchCondition<JavaMethod> BE_ASKED_BY_THE_API = new ArchCondition<>("be asked by the API") {
        @Override
        public void check(JavaMethod door, ConditionEvents events) {
            boolean asked = door.getAccessesToSelf().stream()
                    .anyMatch(call -> call.getOriginOwner().getPackageName().equals("org.alongside.web.api"));
            events.add(new SimpleConditionEvent(door, asked, door.getFullName() + " is not asked by the API"));
        }
    };

    @ArchTest
    static final ArchRule every_door_that_is_open_to_people_is_an_endpoint = methods()
            .that()
            .areAnnotatedWith(Requires.class)
            .and(OPEN_TO_PEOPLE)
            .should(BE_ASKED_BY_THE_API);
}
