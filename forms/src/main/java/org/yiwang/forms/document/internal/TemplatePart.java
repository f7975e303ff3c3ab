package org.yiwang.forms.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yiwang.forms.catalogue.ServicePackage;
import org.yiwang.forms.catalogue.spi.PackagePart;
import org.yiwang.forms.platform.Problem;

/** 模板检查: a package with a template that cannot be read, or that prints an answer nobody gives, is not published. */
@ApplicationScoped
class TemplatePart implements PackagePart {

    private static final Pattern ANSWER = Pattern.compile("\\{\\{\\s*answers\\.([A-Za-z0-9_]+)");

    @Override
    public List<Problem> lint(ServicePackage servicePackage) {
        List<Problem> problems = new ArrayList<>();
        servicePackage.files().forEach((path, bytes) -> {
            if (path.endsWith(".json") && (path.startsWith("documents/") || path.startsWith("templates/"))) {
                lint(servicePackage, path, bytes, problems);
            }
        });
        String result = servicePackage.item().result().template();
        if (result != null && !result.isBlank() && servicePackage.file(result).isEmpty()) {
            problems.add(new Problem("item.json#result.template", "NO_TEMPLATE", "事项包中没有结果模板 " + result));
        }
        return problems;
    }

    private static void lint(ServicePackage servicePackage, String path, byte[] bytes, List<Problem> problems) {
        try {
            Template.read(path, bytes);
        } catch (IllegalArgumentException wrong) {
            problems.add(new Problem(path, "TEMPLATE", wrong.getMessage()));
            return;
        }
        TreeSet<String> asked = new TreeSet<>();
        servicePackage.item().form().sections().forEach(section -> section.fields()
                .forEach(field -> asked.add(field.key())));
        Matcher answer = ANSWER.matcher(new String(bytes, StandardCharsets.UTF_8));
        while (answer.find()) {
            if (!asked.contains(answer.group(1))) {
                problems.add(new Problem(path, "NO_SUCH_ANSWER", "文书模板打印的字段 " + answer.group(1) + " 不在表单中"));
            }
        }
    }

    @Override
    public Optional<String> publish(ServicePackage servicePackage) {
        return Optional.empty();
    }
}
