package org.yiwang.test.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/** The few rules that keep the house in shape; {@code docs/architecture.md} says why. */
@AnalyzeClasses(
        packages = {"org.yiwang.forms", "org.yiwang.workflow", "org.yiwang.integration", "org.yiwang.web"},
        // A test may stand in the package of what it tests.
        importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    private static final String FORMS = "org.yiwang.forms..";
    private static final String WORKFLOW = "org.yiwang.workflow..";
    private static final String INTEGRATION = "org.yiwang.integration..";
    private static final String WEB = "org.yiwang.web..";

    @ArchTest
    static void looksAtEveryModule(JavaClasses all) {
        for (String module : List.of("forms", "workflow", "integration", "web")) {
            assertTrue(
                    all.stream().anyMatch(type -> type.getPackageName().startsWith("org.yiwang." + module + ".")),
                    () -> "no class of " + module + " on the class path");
        }
    }

    @ArchTest
    static final ArchRule FORMS_KNOWS_NOTHING_OF_OURS = noClasses()
            .that()
            .resideInAPackage(FORMS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(WORKFLOW, INTEGRATION, WEB);

    @ArchTest
    static final ArchRule NOTHING_IMPORTS_WEB = noClasses()
            .that()
            .resideOutsideOfPackage(WEB)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(WEB);

    @ArchTest
    static final ArchRule NOTHING_IMPORTS_INTEGRATION = noClasses()
            .that()
            .resideOutsideOfPackage(INTEGRATION)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(INTEGRATION);

    @ArchTest
    static final ArchRule COMPONENTS_FORM_NO_CYCLES =
            slices().matching("org.yiwang.(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule INTERNAL_IS_PRIVATE_TO_ITS_COMPONENT = classes().should(new KeepToTheirInternals());

    @ArchTest
    static final ArchRule PROCESS_ENGINE_ISLAND = island("org.yiwang.workflow.process.internal..")
            .dependOnClassesThat()
            .resideInAPackage("org.flowable..");

    @ArchTest
    static final ArchRule PDF_ISLAND = island(
                    "org.yiwang.forms.document.internal..", "org.yiwang.forms.material.internal..")
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.pdfbox..", "org.apache.xmpbox..", "org.apache.fontbox..");

    @ArchTest
    static final ArchRule SEARCH_ISLAND = island("org.yiwang.forms.catalogue.internal.search..")
            .dependOnClassesThat()
            .resideInAPackage("org.apache.lucene..");

    @ArchTest
    static final ArchRule CRYPTO_ISLAND = island(
                    "org.yiwang.forms.document.internal..",
                    "org.yiwang.integration.seal..",
                    "org.yiwang.integration.timestamp..",
                    "org.yiwang.integration.crypto..")
            .dependOnClassesThat()
            .resideInAnyPackage("org.bouncycastle..", "eu.europa.esig..", "org.ofdrw..");

    @ArchTest
    static final ArchRule FACES_ISLAND = island(WEB)
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.faces..", "org.primefaces..", "org.omnifaces..");

    /** The start of the portal is the one place outside that must reach the database before anything else is there. */
    @ArchTest
    static final ArchRule SQL_ONLY_IN_INTERNAL = island("org.yiwang..internal..", "org.yiwang.web.boot..")
            .dependOnClassesThat(describe(
                    "reach the database",
                    type -> type.getPackageName().equals("java.sql")
                                    && Set.of("Connection", "Statement", "PreparedStatement", "ResultSet")
                                            .contains(type.getSimpleName())
                            || type.getName().equals("javax.sql.DataSource")
                            || type.getName().equals("jakarta.persistence.EntityManager")
                            || type.getName().equals("jakarta.persistence.Query")));

    @ArchTest
    static final ArchRule PAGES_GET_RECORDS_NOT_ENTITIES = noClasses()
            .that()
            .resideInAPackage(WEB)
            .should()
            .dependOnClassesThat(annotatedWith("jakarta.persistence.Entity"));

    @ArchTest
    static final ArchRule TIME_COMES_FROM_AN_INJECTED_CLOCK = noClasses()
            .that()
            .resideOutsideOfPackage("org.yiwang.forms.platform.internal..")
            .should()
            .accessTargetWhere(describe("ask the machine's clock", HouseRulesTest::asksTheMachine));

    private static boolean asksTheMachine(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        boolean now = owner.startsWith("java.time.") && name.equals("now");
        boolean withoutClock = !access.getTarget().getFullName().contains("java.time.Clock");
        return now && withoutClock
                || owner.equals("java.time.Clock") && name.startsWith("system")
                || owner.equals("java.lang.System") && name.equals("currentTimeMillis")
                || owner.equals("java.util.Date")
                        && access.getTarget().getFullName().equals("java.util.Date.<init>()");
    }

    /** Nobody outside of these packages. */
    private static com.tngtech.archunit.lang.syntax.elements.ClassesShould island(String... inside) {
        return noClasses()
                .that(com.tngtech.archunit.base.DescribedPredicate.not(resideInAnyPackage(inside)))
                .should();
    }
}
