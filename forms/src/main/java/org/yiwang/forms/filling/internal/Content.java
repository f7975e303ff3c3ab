package org.yiwang.forms.filling.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import org.yiwang.forms.filling.KeptAnswer;
import org.yiwang.forms.filling.Promises;
import org.yiwang.forms.filling.ServiceChoice;

/**
 * What a draft holds, sealed as one value.
 *
 * @param service null while nothing was chosen
 * @param changed answered questions that a newer form asks differently and that were not looked at since
 * @param kept answers that no question of the newer form takes
 */
public record Content(
        ObjectNode answers, ServiceChoice service, Promises promises, List<String> changed, List<KeptAnswer> kept) {

    public Content {
        promises = promises == null ? Promises.NONE : promises;
        changed = changed == null ? List.of() : List.copyOf(changed);
        kept = kept == null ? List.of() : List.copyOf(kept);
    }

    public static Content of(ObjectNode answers) {
        return new Content(answers, null, null, null, null);
    }

    /** With new answers; what was answered anew is no longer pointed out. */
    public Content answered(ObjectNode newer, Collection<String> anew) {
        List<String> still = changed.stream().filter(key -> !anew.contains(key)).toList();
        return new Content(newer, service, promises, still, kept);
    }

    public Content served(ServiceChoice choice) {
        return new Content(answers, choice, promises, changed, kept);
    }

    public Content promised(Promises newer) {
        return new Content(answers, service, newer, changed, kept);
    }
}
