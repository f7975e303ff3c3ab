package org.yiwang.workflow.bundle;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.bundle.Bundle;
import org.yiwang.forms.catalogue.bundle.BundleMember;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.bundle.internal.Bundles;

/** 打开的一件事: an errand, locked, with its services and the plan they follow. */
final class OpenBundle {

    final CaseBundle bundle;
    final Bundle plan;
    final List<BundleChild> children;
    final Instant now;
    private final Actor actor;
    private final Bundles store;

    OpenBundle(Actor actor, CaseBundle bundle, Bundle plan, List<BundleChild> children, Instant now, Bundles store) {
        this.actor = actor;
        this.bundle = bundle;
        this.plan = plan;
        this.children = children;
        this.now = now;
        this.store = store;
    }

    BundleChild child(ItemCode item) {
        return children.stream()
                .filter(child -> child.item().equals(item))
                .findFirst()
                .orElseThrow();
    }

    /** The services that are part of this errand. */
    List<BundleMember> members() {
        return plan.members().stream()
                .filter(member ->
                        children.stream().anyMatch(child -> child.item().equals(member.item())))
                .toList();
    }

    Map<ItemCode, MemberState> states() {
        Map<ItemCode, MemberState> states = new LinkedHashMap<>();
        children.forEach(child -> states.put(child.item(), child.state()));
        return states;
    }

    List<MemberState> stateList() {
        return children.stream().map(BundleChild::state).toList();
    }

    void event(BundleEvent.Type type, ObjectNode body) {
        store.record(bundle.append(now, type, actor.key(), body.toString()));
    }

    static ObjectNode body() {
        return JsonNodeFactory.instance.objectNode();
    }
}
