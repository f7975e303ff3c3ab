package org.yiwang.forms.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.yiwang.forms.catalogue.internal.BankRules;
import org.yiwang.forms.catalogue.internal.CourseRules;
import org.yiwang.forms.catalogue.internal.DeadRules;
import org.yiwang.forms.catalogue.internal.Findings;
import org.yiwang.forms.catalogue.internal.ItemFacts;
import org.yiwang.forms.catalogue.internal.LimitRules;
import org.yiwang.forms.catalogue.internal.ModeRules;
import org.yiwang.forms.catalogue.internal.NeedRules;
import org.yiwang.forms.catalogue.internal.PackageTests;
import org.yiwang.forms.catalogue.internal.PromiseRules;
import org.yiwang.forms.catalogue.internal.ReferenceRules;
import org.yiwang.forms.catalogue.internal.StepRules;
import org.yiwang.forms.catalogue.internal.TextRules;
import org.yiwang.forms.platform.Problem;

/**
 * 事项检查: whether a package that can be read also makes sense, before anybody can apply for it. When nothing else is
 * wrong the package's own test cases are run.
 */
public final class ItemLinter {

    public List<Problem> lint(ServicePackage servicePackage) {
        Findings findings = new Findings();
        ItemVersion item = servicePackage.item();
        new ItemFacts(item, findings).check(servicePackage);
        new LimitRules(item, findings).check();
        new CourseRules(item, findings).check();
        new PromiseRules(item, findings).check();
        new StepRules(item, findings).check();
        new ModeRules(item, findings).check();
        new ReferenceRules(item, findings).check(servicePackage);
        new BankRules(item, findings).check();
        new DeadRules(item, findings).check();
        new NeedRules(item, findings).check(servicePackage);
        List<Problem> problems = new ArrayList<>(findings.problems());
        problems.addAll(TextRules.check(servicePackage));
        if (problems.isEmpty()) {
            problems.addAll(PackageTests.run(servicePackage));
        }
        return List.copyOf(problems);
    }
}
