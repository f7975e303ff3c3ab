package org.yiwang.forms.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.identity.internal.Account;
import org.yiwang.forms.identity.internal.AccountsInMemory;
import org.yiwang.forms.identity.internal.ActorSource;
import org.yiwang.forms.identity.internal.OpenSitting;
import org.yiwang.forms.identity.internal.Parties;
import org.yiwang.forms.identity.internal.PartyRowsInMemory;
import org.yiwang.forms.identity.internal.Passwords;
import org.yiwang.forms.identity.internal.SittingsInMemory;
import org.yiwang.forms.identity.spi.IdentityDirectory;
import org.yiwang.forms.identity.spi.OfficerSource;
import org.yiwang.forms.platform.BoxInMemory;
import org.yiwang.forms.platform.HandClock;
import org.yiwang.forms.platform.Refusal;

class SigningInTest {

    private static final String PASSWORD = "correct horse battery";
    private static final Passwords PASSWORDS = new Passwords();
    private static final String HASH = PASSWORDS.hash(PASSWORD);

    private final HandClock clock = new HandClock("2026-11-21T01:00:00Z");
    private final BoxInMemory box = new BoxInMemory();
    private final PartyRowsInMemory rows = new PartyRowsInMemory();
    private final SittingsInMemory sittings = new SittingsInMemory();
    private final AccountsInMemory accounts = new AccountsInMemory();
    private final Parties parties = new Parties(rows, box, clock);
    private final ActorSource actors = new ActorSource(new OneOfficer());
    private final OpenSitting open = new OpenSitting(sittings, box, new KioskTimes(30, 60), clock);
    private final SignIn signIn = new SignIn(accounts, PASSWORDS, parties, actors, open, clock);
    private final SignOut signOut = new SignOut(sittings);
    private final ResolveToken resolve = new ResolveToken(sittings, actors, clock);
    private final ReSignIn again = new ReSignIn(sittings, actors, open, box, clock);
    private IdentityDirectory.Answer answer = IdentityDirectory.Answer.MATCH;
    private final OpenKioskSession kiosk = new OpenKioskSession(parties, (name, type, number) -> answer, open, clock);

    /** A clerk with id 7. */
    private static final class OneOfficer implements OfficerSource {
        @Override
        public Optional<Actor> officer(long id, Channel channel) {
            return id == 7
                    ? Optional.of(new Actor(
                            Actor.Kind.OFFICER,
                            7,
                            "林晓雯",
                            Set.of(Role.CLERK),
                            List.of(Post.parse("hall/window")),
                            channel))
                    : Optional.empty();
        }

        @Override
        public List<OfficerLogin> logins() {
            return List.of();
        }
    }

    @BeforeEach
    void somePeople() {
        long chen = parties.add(PartyKind.PERSON, "陈静", IdType.ID_CARD, "999999199304180020", "", AssuranceLevel.L2)
                .id();
        accounts.add(new Account("chenjing", HASH, Actor.Kind.CITIZEN, chen, ""));
        accounts.add(new Account("window-1", HASH, Actor.Kind.OFFICER, 7, ""));
        accounts.add(new Account("gone", HASH, Actor.Kind.OFFICER, 8, ""));
        accounts.add(new Account("kiosk-01", HASH, Actor.Kind.KIOSK, 0, "自助终端01号"));
    }

    @Test
    void signsACitizenInUnderAMaskedName() {
        SignedIn in = signIn.signIn("chenjing", PASSWORD, Channel.WEB);
        assertEquals("陈*", in.actor().name());
        assertEquals(Optional.of(in.actor()), resolve.resolve(in.token()));
        assertFalse(in.toString().contains(in.token()), "the token does not end up in a log");
    }

    @Test
    void channelFollowsFromTheAccount() {
        assertEquals(
                Channel.WINDOW,
                signIn.signIn("window-1", PASSWORD, Channel.API).actor().channel());
        assertEquals(
                Channel.KIOSK,
                signIn.signIn("kiosk-01", PASSWORD, Channel.API).actor().channel());
        assertEquals(
                Channel.API,
                signIn.signIn("chenjing", PASSWORD, Channel.API).actor().channel());
    }

    @Test
    void saysTheSameWhateverWasWrong() {
        String wrong = refusal("chenjing", "no").getMessage();
        assertEquals(wrong, refusal("nobody", "no").getMessage());
        assertEquals(wrong, refusal("gone", PASSWORD).getMessage());
        assertEquals(wrong, refusal(null, null).getMessage());
        assertEquals(Refusal.Kind.UNAUTHENTICATED, refusal("chenjing", "no").kind());
    }

    @Test
    void fiveWrongPasswordsLockForAQuarterOfAnHour() {
        for (int i = 0; i < 5; i++) {
            refusal("chenjing", "wrong");
        }
        refusal("chenjing", PASSWORD);
        clock.forward(Duration.ofMinutes(14));
        refusal("chenjing", PASSWORD);
        clock.forward(Duration.ofMinutes(2));
        assertEquals(
                "陈*", signIn.signIn("chenjing", PASSWORD, Channel.WEB).actor().name());
    }

    @Test
    void theRightPasswordBeginsTheCountAnew() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 4; i++) {
                refusal("chenjing", "wrong");
            }
            signIn.signIn("chenjing", PASSWORD, Channel.WEB);
        }
    }

    @Test
    void aTokenEndsHalfAnHourAfterItsLastUse() {
        String token = signIn.signIn("chenjing", PASSWORD, Channel.WEB).token();
        for (int i = 0; i < 3; i++) {
            clock.forward(Duration.ofMinutes(29));
            assertTrue(resolve.resolve(token).isPresent());
        }
        clock.forward(Duration.ofMinutes(31));
        assertTrue(resolve.resolve(token).isEmpty());
    }

    @Test
    void aTokenEndsAfterTwelveHoursInAnyCase() {
        String token = signIn.signIn("chenjing", PASSWORD, Channel.WEB).token();
        for (int i = 0; i < 12 * 3; i++) {
            clock.forward(Duration.ofMinutes(20));
            resolve.resolve(token);
        }
        assertTrue(resolve.resolve(token).isEmpty());
    }

    @Test
    void signingOutEndsTheTokenAndTheRememberCookie() {
        SignedIn in = signIn.signIn("chenjing", PASSWORD, Channel.WEB);
        signOut.signOut(in.token());
        assertTrue(resolve.resolve(in.token()).isEmpty());
        assertTrue(again.again(in.remember().orElseThrow()).isEmpty());
    }

    @Test
    void theRememberCookieBringsBackOnceAndIsRotated() {
        SignedIn in = signIn.signIn("chenjing", PASSWORD, Channel.WEB);
        clock.forward(Duration.ofMinutes(40));
        SignedIn back = again.again(in.remember().orElseThrow()).orElseThrow();
        assertNotEquals(in.remember(), back.remember());
        assertTrue(resolve.resolve(back.token()).isPresent());
        assertTrue(resolve.resolve(in.token()).isEmpty());
    }

    @Test
    void requestsThatComeTogetherWithOneCookieAllComeBack() {
        String cookie =
                signIn.signIn("chenjing", PASSWORD, Channel.WEB).remember().orElseThrow();
        SignedIn first = again.again(cookie).orElseThrow();
        SignedIn second = again.again(cookie).orElseThrow();
        assertTrue(resolve.resolve(first.token()).isPresent());
        assertTrue(resolve.resolve(second.token()).isPresent());
    }

    @Test
    void aUsedCookieThatComesBackLaterEndsTheSitting() {
        String stolen =
                signIn.signIn("chenjing", PASSWORD, Channel.WEB).remember().orElseThrow();
        SignedIn owner = again.again(stolen).orElseThrow();
        clock.forward(Duration.ofMinutes(1));
        assertTrue(again.again(stolen).isEmpty());
        assertTrue(resolve.resolve(owner.token()).isEmpty());
    }

    @Test
    void aCookieWeDidNotSignIsNothing() {
        String cookie =
                signIn.signIn("chenjing", PASSWORD, Channel.WEB).remember().orElseThrow();
        assertTrue(again.again(cookie.substring(0, cookie.length() - 1) + "z").isEmpty());
        assertTrue(again.again("a.b").isEmpty());
        assertTrue(again.again(null).isEmpty());
        assertTrue(again.again(cookie).isPresent());
    }

    @Test
    void anOfficersDeskDoesNotOpenByItselfAfterHalfAnHour() {
        String cookie =
                signIn.signIn("window-1", PASSWORD, Channel.WEB).remember().orElseThrow();
        clock.forward(Duration.ofMinutes(31));
        assertTrue(again.again(cookie).isEmpty());
    }

    @Test
    void aCardAtAKioskOpensASessionOfThatPersonAlone() {
        Actor device = signIn.signIn("kiosk-01", PASSWORD, Channel.WEB).actor();
        SignedIn li = kiosk.open(device, new CardReading("李建国", "999999194005120033"));
        assertEquals(Channel.KIOSK, li.actor().channel());
        assertTrue(li.remember().isEmpty());
        SignedIn chen = kiosk.open(device, new CardReading("陈静", "999999199304180020"));
        assertTrue(resolve.resolve(li.token()).isEmpty(), "the next card ends the session before it");
        assertTrue(resolve.resolve(chen.token()).isPresent());
        clock.forward(Duration.ofSeconds(50));
        assertTrue(resolve.resolve(chen.token()).isPresent());
        clock.forward(Duration.ofSeconds(50));
        assertTrue(resolve.resolve(chen.token()).isPresent(), "using it puts the end off");
        clock.forward(Duration.ofSeconds(66));
        assertTrue(resolve.resolve(chen.token()).isEmpty());
    }

    @Test
    @DisplayName("自助机空闲强退后,新用户看不到任何前一会话数据")
    void aPersonsSessionIsGoodAtItsOwnKioskOnly() {
        Actor device = signIn.signIn("kiosk-01", PASSWORD, Channel.WEB).actor();
        String token =
                kiosk.open(device, new CardReading("陈静", "999999199304180020")).token();
        Actor other = new Actor(Actor.Kind.KIOSK, device.id() + 1, "另一台", Set.of(Role.KIOSK), List.of(), Channel.KIOSK);
        assertTrue(resolve.atKiosk(token, other).isEmpty());
        assertTrue(resolve.atKiosk(token, device).isPresent());
    }

    @Test
    void anAdministratorOrTheDeviceItselfSetsAKioskUp() {
        SetUpKiosk setUp = new SetUpKiosk(accounts, actors, open);
        Actor device = signIn.signIn("kiosk-01", PASSWORD, Channel.WEB).actor();
        SignedIn first = setUp.setUp(device, "");
        assertEquals(device.id(), first.actor().id());
        assertTrue(first.remember().isEmpty());
        clock.forward(Duration.ofDays(100));
        assertTrue(resolve.resolve(first.token()).isPresent(), "it stays as long as the machine stands there");

        Actor admin = new Actor(Actor.Kind.OFFICER, 9, "管理员", Set.of(Role.ADMIN), List.of(), Channel.WEB);
        SignedIn second = setUp.setUp(admin, " kiosk-01 ");
        assertTrue(resolve.resolve(first.token()).isEmpty(), "a device is one machine");
        assertTrue(resolve.resolve(second.token()).isPresent());
        assertThrows(Refusal.class, () -> setUp.setUp(admin, "chenjing"));
        assertThrows(Refusal.class, () -> setUp.setUp(admin, ""));
    }

    @Test
    void nobodyElseSetsAKioskUp() {
        SetUpKiosk setUp = new SetUpKiosk(accounts, actors, open);
        for (String login : List.of("chenjing", "window-1")) {
            Actor actor = signIn.signIn(login, PASSWORD, Channel.WEB).actor();
            Refusal refusal = assertThrows(Refusal.class, () -> setUp.setUp(actor, "kiosk-01"));
            assertEquals(Refusal.Kind.FORBIDDEN, refusal.kind());
        }
    }

    @Test
    void aKioskTakesNoCardThatTheRegisterDoesNotKnow() {
        Actor device = signIn.signIn("kiosk-01", PASSWORD, Channel.WEB).actor();
        assertThrows(Refusal.class, () -> kiosk.open(device, new CardReading("陈静", "999999199304180021")));
        assertThrows(Refusal.class, () -> kiosk.open(device, new CardReading("别人", "999999199304180020")));
        answer = IdentityDirectory.Answer.UNKNOWN;
        assertThrows(Refusal.class, () -> kiosk.open(device, new CardReading("陈静", "999999199304180020")));
    }

    @Test
    void onlyAKioskTakesCards() {
        Actor citizen = signIn.signIn("chenjing", PASSWORD, Channel.WEB).actor();
        Refusal refusal =
                assertThrows(Refusal.class, () -> kiosk.open(citizen, new CardReading("陈静", "999999199304180020")));
        assertEquals(Refusal.Kind.FORBIDDEN, refusal.kind());
    }

    @Test
    void aDecisionIsSignedOnlyByHimWhoIsSignedIn() {
        SignedIn clerk = signIn.signIn("window-1", PASSWORD, Channel.WEB);
        SignedIn citizen = signIn.signIn("chenjing", PASSWORD, Channel.WEB);
        signIn.confirm(clerk.actor(), clerk.token(), PASSWORD);
        assertThrows(Refusal.class, () -> signIn.confirm(clerk.actor(), citizen.token(), PASSWORD));
        assertThrows(Refusal.class, () -> signIn.confirm(clerk.actor(), clerk.token(), "wrong"));
        assertThrows(Refusal.class, () -> signIn.confirm(clerk.actor(), "no-token", PASSWORD));
    }

    @Test
    void wrongPasswordsAtAConfirmationLockTheAccountAsAtSignIn() {
        SignedIn clerk = signIn.signIn("window-1", PASSWORD, Channel.WEB);
        for (int i = 0; i < 5; i++) {
            assertThrows(Refusal.class, () -> signIn.confirm(clerk.actor(), clerk.token(), "wrong"));
        }
        assertThrows(Refusal.class, () -> signIn.confirm(clerk.actor(), clerk.token(), PASSWORD));
    }

    private Refusal refusal(String login, String password) {
        return assertThrows(Refusal.class, () -> signIn.signIn(login, password, Channel.WEB));
    }
}
