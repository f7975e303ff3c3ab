package org.yiwang.web.portal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * 路由: a URL pattern and the page that answers it.
 *
 * @param pattern path without mode prefix; {@code {name}} stands for one segment
 */
record Route(String pattern, Class<? extends PortalPage> page) {

    long variables() {
        return pattern.chars().filter(c -> c == '{').count();
    }

    /** The variables if the path fits. */
    Optional<Map<String, String>> match(String path) {
        String[] want = pattern.split("/", -1);
        String[] have = path.split("/", -1);
        if (want.length != have.length) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < want.length; i++) {
            if (want[i].startsWith("{") && !have[i].isEmpty()) {
                variables.put(want[i].substring(1, want[i].length() - 1), have[i]);
            } else if (!want[i].equals(have[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }
}
