package org.yiwang.forms.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.yiwang.forms.identity.internal.ActorSource;
import org.yiwang.forms.identity.internal.OpenSitting;
import org.yiwang.forms.identity.internal.Parties;
import org.yiwang.forms.identity.internal.Party;
import org.yiwang.forms.identity.spi.IdentityDirectory;
import org.yiwang.forms.platform.Refusal;

/**
 * 自助终端会话: a person puts his card on the reader of a device that is signed in, and from then on the session is his
 * alone. Whoever used the device before is signed out by it.
 */
@ApplicationScoped
public class OpenKioskSession {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Inject
    Parties parties;

    @Inject
    IdentityDirectory directory;

    @Inject
    OpenSitting sittings;

    @Inject
    Clock clock;

    protected OpenKioskSession() {}

    OpenKioskSession(Parties parties, IdentityDirectory directory, OpenSitting sittings, Clock clock) {
        this.parties = parties;
        this.directory = directory;
        this.sittings = sittings;
        this.clock = clock;
    }

    @Transactional
    public SignedIn open(Actor device, CardReading reading) {
        if (device.kind() != Actor.Kind.KIOSK) {
            throw Refusal.forbidden("只有自助终端可以刷证登录，请使用账号密码登录。");
        }
        IdNumber number = number(reading);
        String name = reading.name() == null ? "" : reading.name().strip();
        if (name.isEmpty() || directory.check(name, IdType.ID_CARD, number.value()) != IdentityDirectory.Answer.MATCH) {
            throw unreadable();
        }
        Party party = parties.find(IdType.ID_CARD, number.value())
                .orElseGet(() ->
                        parties.add(PartyKind.PERSON, name, IdType.ID_CARD, number.value(), "", AssuranceLevel.L2));
        if (!parties.view(party).name().equals(name)) {
            throw unreadable();
        }
        return sittings.atKiosk(device.id(), ActorSource.citizen(party.id(), party.maskedName(), Channel.KIOSK));
    }

    private IdNumber number(CardReading reading) {
        try {
            return IdNumber.parse(reading.idNumber(), LocalDate.ofInstant(clock.instant(), ZONE));
        } catch (InvalidValue wrong) {
            throw unreadable();
        }
    }

    private static Refusal unreadable() {
        return Refusal.invalid("card", "CARD_NOT_READ", "身份证没有读成功或核验不一致，请重新放置证件；仍不成功请到窗口办理。");
    }
}
