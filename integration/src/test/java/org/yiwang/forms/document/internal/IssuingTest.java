package org.yiwang.forms.document.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.document.DocumentState;
import org.yiwang.forms.document.Verification.Result;
import org.yiwang.forms.document.spi.Seal;
import org.yiwang.forms.document.spi.SealRequest;
import org.yiwang.forms.document.spi.SealService;
import org.yiwang.forms.document.spi.SealUnavailable;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.OutboxWaiting;
import org.yiwang.forms.platform.Profile;
import org.yiwang.forms.platform.Refusal;

/** Stands here and not beside the register because it takes the register and the seals together. */
class IssuingTest {

    private final Office office = new Office();

    @Test
    void anOrderGoesThroughAllStepsAndIsTold() {
        UUID id = office.order();
        assertEquals(1, office.ordered.size());
        assertEquals(DocumentState.ORDERED, office.table.get(id).state());

        OfficialDocument done = office.issuing.issue(id);

        assertEquals(DocumentState.REGISTERED, done.state());
        assertEquals("云东民终〔2026〕1号", done.progress().number());
        assertEquals("云东区民政局", done.progress().signer());
        assertEquals(Office.NOW, done.progress().signedAt());
        assertEquals(List.of(id), office.told.stream().map(told -> told.id()).toList());
        assertEquals(1, office.files.size(), "the unsigned file is gone");
        assertEquals(done.progress().sha256(), Sha256.hex(office.desk.pdf(id)));
    }

    @Test
    void keepsItsNumberAndItsPagesWhenSealingFails() {
        UUID id = office.order();
        SealService good = office.issuing.seals;
        office.issuing.seals = new Broken(new SealUnavailable("签章服务器没有应答", null));

        assertThrows(OutboxWaiting.class, () -> office.issuing.issue(id));
        OfficialDocument waiting = office.table.get(id);
        assertEquals(DocumentState.RENDERED, waiting.state());
        office.issuing.seals = new Broken(new IllegalStateException("broken"));
        assertThrows(IllegalStateException.class, () -> office.issuing.issue(id));

        UUID next = office.order();
        office.issuing.seals = good;
        office.issuing.issue(next);
        office.issuing.issue(id);

        assertEquals("云东民终〔2026〕1号", office.table.get(id).progress().number());
        assertEquals("云东民终〔2026〕2号", office.table.get(next).progress().number());
        assertEquals(waiting.code(), office.table.get(id).code());
        assertEquals(DocumentState.REGISTERED, office.table.get(id).state());
    }

    @Test
    void aDocumentThatCannotBeMadeKeepsItsNumberAsVoidAndIsOrderedAnew() {
        UUID id = office.order();
        office.issuing.seals = new Broken(new IllegalStateException("broken for good"));
        assertThrows(IllegalStateException.class, () -> office.issuing.issue(id));
        SealService good = new Office().issuing.seals;

        office.desk.annul(Actor.SYSTEM, id, "版面错误，无法制作", true);

        OfficialDocument voided = office.table.get(id);
        assertEquals(DocumentState.VOID, voided.state());
        assertEquals("云东民终〔2026〕1号", voided.progress().number());
        assertEquals(voided, office.issuing.issue(id), "it is not made any more");
        assertEquals(List.of(id), office.voided.stream().map(told -> told.id()).toList());
        UUID anew = office.table.keySet().stream()
                .filter(other -> !other.equals(id))
                .findFirst()
                .orElseThrow();
        office.issuing.seals = good;
        assertEquals("云东民终〔2026〕2号", office.issuing.issue(anew).progress().number());
        assertEquals(2, office.ordered.size());
    }

    @Test
    void whoVerifiesAVoidedNumberIsToldSoWithTheReason() {
        UUID id = office.order();
        office.issuing.seals = new Broken(new IllegalStateException("broken for good"));
        assertThrows(IllegalStateException.class, () -> office.issuing.issue(id));
        office.desk.annul(Actor.SYSTEM, id, "版面错误，无法制作", false);

        var verified = office.verifier.byCode(office.table.get(id).code()).orElseThrow();

        assertEquals(Result.VOID, verified.result());
        assertEquals(
                "版面错误，无法制作", verified.document().orElseThrow().revokedReason().orElseThrow());
        assertEquals("云东民终〔2026〕1号", verified.document().orElseThrow().number());
    }

    @Test
    void onlyWhatHasANumberAndIsNotIssuedCanBeVoidedAndOnlyWithAReason() {
        UUID ordered = office.order();
        assertEquals("NO_NUMBER", refusedToVoid(ordered, "x"));
        office.issuing.issue(ordered);
        assertEquals("NOT_TO_BE_VOIDED", refusedToVoid(ordered, "x"));
        assertEquals("INVALID", refusedToVoid(ordered, " "));
    }

    private String refusedToVoid(UUID id, String reason) {
        return assertThrows(Refusal.class, () -> office.desk.annul(Actor.SYSTEM, id, reason, true))
                .code();
    }

    @Test
    void issuingTwiceChangesNothing() {
        UUID id = office.order();
        OfficialDocument first = office.issuing.issue(id);

        OfficialDocument second = office.issuing.issue(id);

        assertEquals(first, second);
        assertEquals(1, office.told.size());
    }

    @Test
    void anOrderWithAMissingFieldIsRefusedAtOnce() {
        var refused = assertThrows(IllegalArgumentException.class, () -> office.order(DocumentKind.DENIAL_DECISION));

        assertTrue(refused.getMessage().contains("dates.accepted"), refused.getMessage());
        assertTrue(office.table.isEmpty());
    }

    @Test
    void readersWaitUntilItIsRegistered() {
        UUID id = office.order();

        var refused = assertThrows(Refusal.class, () -> office.desk.pdf(id));

        assertEquals("DOCUMENT_NOT_READY", refused.code());
        assertEquals(
                Refusal.Kind.NOT_FOUND,
                assertThrows(Refusal.class, () -> office.desk.pdf(UUID.randomUUID()))
                        .kind());
    }

    @Test
    void theSealedFileIsStillPdfA3b() throws Exception {
        assertEquals(List.of(), PdfA.problems(office.issued()));
    }

    @Test
    void otherProgramsAgree() throws Exception {
        byte[] pdf = office.issued();

        String signatures = Program.ask(pdf, "pdfsig", "poppler-utils", "-nocert");
        assertTrue(signatures.contains("Signature is Valid."), signatures);
        assertTrue(signatures.contains("Total document signed"), signatures);
        assertTrue(signatures.contains("云东区民政局"), signatures);
        assertTrue(signatures.contains("ETSI.CAdES.detached"), signatures);
        String structure = Program.ask(pdf, "qpdf", "qpdf", "--check");
        assertTrue(structure.endsWith("exit 0"), structure);
        assertFalse(structure.contains("WARNING"), structure);
    }

    @Test
    void onlyTheIssuingDepartmentRevokesAndItSaysWhy() {
        UUID id = office.order();
        assertEquals("DOCUMENT_NOT_READY", refusal(Actor.SYSTEM, id, "有误").code());
        office.issuing.issue(id);

        assertEquals(Refusal.Kind.FORBIDDEN, refusal(Actor.ANONYMOUS, id, "有误").kind());
        assertEquals(Refusal.Kind.INVALID, refusal(Actor.SYSTEM, id, "  ").kind());
        office.desk.revoke(Actor.SYSTEM, id, "申请材料虚假");
        assertEquals("ALREADY_REVOKED", refusal(Actor.SYSTEM, id, "再次").code());

        var found = office.verifier.byFile(office.desk.pdf(id));
        assertEquals(Result.REVOKED, found.result());
        assertEquals("申请材料虚假", found.document().orElseThrow().revokedReason().orElseThrow());
    }

    @Test
    void productionRefusesTheDevelopmentSeals() {
        var refused = assertThrows(IllegalStateException.class, () -> new Office(Profile.PRODUCTION));

        assertTrue(refused.getMessage().contains("refused in production"), refused.getMessage());
    }

    private Refusal refusal(Actor actor, UUID id, String reason) {
        return assertThrows(Refusal.class, () -> office.desk.revoke(actor, id, reason));
    }

    private record Broken(RuntimeException failure) implements SealService {
        @Override
        public Seal sign(SealRequest request) {
            throw failure;
        }

        @Override
        public List<X509Certificate> anchors() {
            return List.of();
        }
    }
}
