package org.yiwang.forms.catalogue.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.yiwang.forms.catalogue.ServicePackage;
import org.yiwang.forms.platform.Problem;

/**
 * 文字检查: what a package says is text and nothing else. Every page escapes what it shows, so markup would do no harm and be read
 * aloud as it stands; it is refused because its author meant something that will not happen. Characters nobody sees are refused
 * because they make a text read otherwise than it was checked.
 */
public final class TextRules {

    private static final Pattern MARKUP =
            Pattern.compile("<\\s*[a-zA-Z/!?]|&(#\\d+|#x[0-9a-f]+|[a-z]+);|javascript:", Pattern.CASE_INSENSITIVE);

    /** Control characters but line feeds, and what turns the direction of writing. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}&&[^\\n]]|[\u202A-\u202E\u2066-\u2069\u200E\u200F\uFEFF]");

    private final List<Problem> problems = new ArrayList<>();

    private TextRules() {}

    public static List<Problem> check(ServicePackage servicePackage) {
        TextRules rules = new TextRules();
        servicePackage.files().keySet().stream()
                .filter(path -> path.matches("(item|form)\\.json|documents/.*\\.json"))
                .forEach(path -> rules.look(path, "", PackageReader.json(servicePackage.files(), path)));
        return rules.problems;
    }

    private void look(String file, String path, JsonNode node) {
        if (node.isTextual()) {
            text(file + "#" + path, node.textValue());
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                look(file, path + "[" + i + "]", node.get(i));
            }
        } else {
            node.properties()
                    .forEach(entry -> look(
                            file, path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue()));
        }
    }

    private void text(String place, String text) {
        boolean pattern = place.endsWith(".pattern");
        if (!pattern && MARKUP.matcher(text).find()) {
            problems.add(new Problem(place, "MARKUP", "文字里不能有网页标记或脚本，请只写文字"));
        }
        if (UNSEEN.matcher(text).find()) {
            problems.add(new Problem(place, "UNSEEN_CHARACTER", "文字里有看不见的控制字符，请删去"));
        }
    }
}
