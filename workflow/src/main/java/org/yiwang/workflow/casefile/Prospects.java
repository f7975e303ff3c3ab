package org.yiwang.workflow.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Channel;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.Simulation;

/** 前景: who could do what with a case now; asked in a {@link Simulation} only, where nobody's secrets are looked at. */
@ApplicationScoped
public class Prospects {

    /** Sees what officers see and can do nothing. */
    private static final Actor WATCHER =
            new Actor(Actor.Kind.OFFICER, 0, "推演", Set.of(Role.SUPERVISOR), List.of(), Channel.API);

    @Inject
    CaseDesk desk;

    @Inject
    CaseAccess access;

    @Inject
    Permissions permissions;

    /**
     * 某人的前景.
     *
     * @param now what the pages would offer him
     * @param ever what he might do in another state, {@code now} included; empty when the case is not there for him
     */
    public record Prospect(Actor actor, List<CaseAction> now, Set<CaseAction> ever) {}

    /** 案卷和前景: the case as officers see it, and what each of those asked about could do. */
    public record Outlook(OpenCase file, CaseView view, List<Prospect> prospects) {

        /** Those who could do this now, in the order asked. */
        public List<Prospect> able(CaseAction action) {
            return prospects.stream().filter(p -> p.now().contains(action)).toList();
        }
    }

    @Transactional
    public Outlook of(CaseNo no, Collection<Actor> actors) {
        if (!Simulation.running()) {
            throw new IllegalStateException("prospects are asked in a simulation");
        }
        OpenCase seen = desk.look(WATCHER, no);
        List<Prospect> prospects =
                actors.stream().map(actor -> of(seen.as(actor))).toList();
        return new Outlook(seen, desk.views().of(seen), prospects);
    }

    private Prospect of(OpenCase open) {
        boolean there = open.actor().kind() == Actor.Kind.SYSTEM || access.sees(open.actor(), open.file(), open.item());
        if (!there) {
            return new Prospect(open.actor(), List.of(), Set.of());
        }
        Set<CaseAction> ever = EnumSet.noneOf(CaseAction.class);
        Arrays.stream(CaseAction.values())
                .filter(action -> permissions.mayEver(open, action))
                .forEach(ever::add);
        return new Prospect(open.actor(), permissions.allowed(open), ever);
    }
}
