package org.yiwang.workflow.process.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yiwang.forms.catalogue.ServicePackage;
import org.yiwang.forms.catalogue.Step;

/** The processes that this build ships say who is next and nothing else. */
class ShippedProcessesTest {

    @TestFactory
    List<DynamicTest> everyProcessIsLawful() {
        List<ServicePackage> withProcess = ServicePackage.shipped().stream()
                .filter(it -> it.process().isPresent())
                .toList();
        assertTrue(withProcess.size() >= 4);
        return withProcess.stream()
                .map(it -> DynamicTest.dynamicTest(
                        it.code().value(),
                        () -> assertEquals(
                                List.of(),
                                ProcessLinter.lint(
                                        ServicePackage.PROCESS,
                                        it.process().orElseThrow(),
                                        it.item().steps().stream()
                                                .map(Step::key)
                                                .toList()))))
                .toList();
    }
}
