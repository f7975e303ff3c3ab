package org.yiwang.forms.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([A-Za-z0-9_]+)\\.([A-Za-z0-9_]+)\\s*}}");

    /** What a result may print besides answers; the data are described in templates/README.md. */
    private static final Map<String, Set<String>> PLACES = Map.of(
            "organisation",
            Set.of(
                    "code",
                    "name",
                    "letterCode",
                    "sealName",
                    "address",
                    "phone",
                    "reconsiderationOrg",
                    "court",
                    "reconsiderationUrl"),
            "item",
            Set.of("code", "name", "powerType", "act", "basis"),
            "applicant",
            Set.of("name", "masked", "idMasked"),
            "operator",
            Set.of("name", "masked"),
            "dates",
            Set.of("submitted", "accepted", "decided", "acceptDue", "legalDue", "promiseDue", "answerDue"),
            "result",
            Set.of("name", "issuedOn", "validFrom", "validTo"));

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
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (path.startsWith("documents/")) {
            places(path, text, problems);
        }
        Matcher answer = ANSWER.matcher(text);
        while (answer.find()) {
            if (!asked.contains(answer.group(1))) {
                problems.add(new Problem(path, "NO_SUCH_ANSWER", "文书模板打印的字段 " + answer.group(1) + " 不在表单中"));
            }
        }
    }

    /** A field nobody fills would be found when the first result is made; here it is found before anybody applies. */
    private static void places(String path, String template, List<Problem> problems) {
        Matcher place = PLACE.matcher(template);
        while (place.find()) {
            boolean answer = place.group(1).equals("answers");
            if (!answer && !PLACES.getOrDefault(place.group(1), Set.of()).contains(place.group(2))) {
                problems.add(new Problem(
                        path, "NO_SUCH_FIELD", "文书模板打印的字段 " + place.group(1) + "." + place.group(2) + " 没有人填写"));
            }
        }
    }

    @Override
    public Optional<String> publish(ServicePackage servicePackage) {
        return Optional.empty();
    }
}
