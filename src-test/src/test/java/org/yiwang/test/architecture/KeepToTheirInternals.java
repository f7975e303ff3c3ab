package org.yiwang.test.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A class may use the {@code internal} package of its own component only. */
final class KeepToTheirInternals extends ArchCondition<JavaClass> {

    private static final Pattern INTERNAL = Pattern.compile("(org\\.yiwang\\.\\w+\\.\\w+)\\.internal(\\..*)?");

    KeepToTheirInternals() {
        super("use no other component's internals");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            Matcher target = INTERNAL.matcher(dependency.getTargetClass().getPackageName());
            if (target.matches() && !inside(type.getPackageName(), target.group(1))) {
                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
            }
        }
    }

    private static boolean inside(String packageName, String component) {
        return packageName.equals(component) || packageName.startsWith(component + ".");
    }
}
