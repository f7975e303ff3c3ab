package org.yiwang.forms.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Channel;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.identity.spi.OfficerSource;

/** Makes the actor of whoever signed in; posts are asked each time, since they change while somebody is signed in. */
@ApplicationScoped
public class ActorSource {

    @Inject
    OfficerSource officers;

    protected ActorSource() {}

    public ActorSource(OfficerSource officers) {
        this.officers = officers;
    }

    /** Empty if he is no longer anybody, such as an officer who has left. */
    public Optional<Actor> actor(Actor.Kind kind, long subjectId, String name, Channel channel) {
        return switch (kind) {
            case CITIZEN -> Optional.of(citizen(subjectId, name, channel));
            case KIOSK ->
                Optional.of(new Actor(Actor.Kind.KIOSK, subjectId, name, Set.of(Role.KIOSK), List.of(), Channel.KIOSK));
            case PROGRAM ->
                Optional.of(
                        new Actor(Actor.Kind.PROGRAM, subjectId, name, Set.of(Role.PROGRAM), List.of(), Channel.API));
            case OFFICER -> officers.officer(subjectId, channel).map(ActorSource::atHisDesk);
            case SYSTEM, ANONYMOUS -> Optional.empty();
        };
    }

    public static Actor citizen(long partyId, String maskedName, Channel channel) {
        return new Actor(Actor.Kind.CITIZEN, partyId, maskedName, Set.of(Role.CITIZEN), List.of(), channel);
    }

    /** What a clerk does is done at the window, whatever program he uses for it. */
    private static Actor atHisDesk(Actor officer) {
        return officer.is(Role.CLERK) && officer.channel() != Channel.WINDOW
                ? new Actor(
                        officer.kind(), officer.id(), officer.name(), officer.roles(), officer.posts(), Channel.WINDOW)
                : officer;
    }
}
