package org.yiwang.forms.filling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.MaterialOrigin;
import org.yiwang.forms.catalogue.MaterialRequirement;
import org.yiwang.forms.material.GetType;
import org.yiwang.forms.material.MaterialView;

/** 材料怎样来: by material of a submission how it came (get_type), in one value, so that what was saved can be counted. */
final class Ways {

    private Ways() {}

    static String of(
            ItemVersion item, JsonNode answers, List<MaterialView> handedIn, Promises promises, List<LookedUp> looked) {
        ObjectNode ways = JsonNodeFactory.instance.objectNode();
        for (MaterialRequirement need : item.materialsFor(answers)) {
            way(item, need, handedIn, promises, looked).ifPresent(way -> ways.put(need.key(), way.name()));
        }
        return ways.toString();
    }

    private static Optional<GetType> way(
            ItemVersion item,
            MaterialRequirement need,
            List<MaterialView> handedIn,
            Promises promises,
            List<LookedUp> looked) {
        Optional<GetType> file = handedIn.stream()
                .filter(one -> one.requirement().equals(need.key()))
                .map(MaterialView::getType)
                .findFirst();
        if (file.isPresent()) {
            return file;
        }
        if (promises.of(need.key()).isPresent()) {
            return Optional.of(GetType.DEFERRED);
        }
        if (promises.commitment()
                && item.commitment().filter(rule -> rule.covers(need)).isPresent()) {
            return Optional.of(GetType.PROMISED);
        }
        boolean found = looked.stream().anyMatch(one -> one.requirement().equals(need.key()) && one.found());
        return found
                ? Optional.of(need.source() == MaterialOrigin.LICENCE ? GetType.LICENCE : GetType.DATA)
                : Optional.empty();
    }
}
