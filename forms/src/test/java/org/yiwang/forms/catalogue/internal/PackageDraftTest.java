package org.yiwang.forms.catalogue.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.yiwang.forms.catalogue.office.DraftState;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Channel;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.Refusal;

/** The way of a draft: who may do what when, and that nobody approves what he had a part in. */
class PackageDraftTest {

    /** 2026-03-02 08:00 in the city. */
    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final Actor editor = officer(1, Role.ITEM_EDITOR);
    private final Actor second = officer(2, Role.ITEM_EDITOR, Role.ITEM_REVIEWER);
    private final Actor reviewer = officer(3, Role.ITEM_REVIEWER);
    private final DraftFiles files = DraftFiles.ofVersion(PackageSource.shipped().stream()
            .filter(found -> found.origin().endsWith("elder-allowance"))
            .findFirst()
            .orElseThrow()
            .files());
    private final PackageDraft draft = new PackageDraft(files, 1, editor, NOW);

    private static Actor officer(long id, Role... roles) {
        return new Actor(Actor.Kind.OFFICER, id, "工作人员" + id, Set.of(roles), List.of(), Channel.WINDOW);
    }

    private static void refused(String code, Executable action) {
        assertEquals(code, assertThrows(Refusal.class, action).code());
    }

    private DraftFiles changed(String note) {
        String form = new String(files.files().get("form.json"), StandardCharsets.UTF_8);
        return files.with("form.json", form.replace("与身份证一致", note).getBytes(StandardCharsets.UTF_8));
    }

    private void submit() {
        draft.submit(draft.view().sha256(), null, editor, NOW);
    }

    @Test
    void beginsAsADraftOfItsAuthor() {
        assertEquals(DraftState.DRAFT, draft.state());
        assertEquals("elder-allowance", draft.view().itemCode());
        assertEquals("civil-affairs", draft.view().department());
        assertEquals("高龄津贴申领", draft.view().name());
        assertEquals(1, draft.view().version());
    }

    @Test
    void approvedForTodayItGoesLiveAtOnce() {
        submit();
        assertTrue(draft.approve(reviewer, TODAY, "同意", NOW));
        draft.live(2);
        assertEquals(DraftState.PUBLISHED, draft.state());
        assertEquals(2, draft.view().publishedNumber().orElseThrow());
    }

    @Test
    void approvedForAnotherDayItWaitsForThatDay() {
        submit();
        LocalDate day = TODAY.plusDays(3);
        assertFalse(draft.approve(reviewer, day, "同意", NOW));
        assertEquals(DraftState.SCHEDULED, draft.state());
        Instant midnight = day.atStartOfDay(PackageDraft.ZONE).toInstant();
        assertFalse(draft.due(midnight.minusMillis(1)));
        assertTrue(draft.due(midnight), "from the first moment of its day");
    }

    @Test
    void nobodyApprovesWhatHeWroteOrSubmitted() {
        draft.write(changed("由第二人改写"), second, NOW);
        submit();
        refused("FOUR_EYES", () -> draft.approve(second, TODAY, "同意", NOW));
        refused("FOUR_EYES", () -> draft.approve(editor, TODAY, "同意", NOW));
        draft.approve(reviewer, TODAY.plusDays(1), "同意", NOW);
        refused("FOUR_EYES", () -> draft.reschedule(second, TODAY, NOW));
    }

    @Test
    void whoOnlySubmittedItHadAPartInIt() {
        draft.submit(draft.view().sha256(), null, second, NOW);
        refused("FOUR_EYES", () -> draft.approve(second, TODAY, "同意", NOW));
    }

    @Test
    void onlyWhatWasProvedIsSubmitted() {
        String proved = draft.view().sha256();
        draft.write(changed("检查之后又改"), editor, NOW);
        refused("STALE", () -> draft.submit(proved, null, editor, NOW));
        assertEquals(DraftState.DRAFT, draft.state());
    }

    @Test
    void inReviewNothingIsWritten() {
        submit();
        refused("DRAFT_STATE", () -> draft.write(changed("审核中改"), editor, NOW));
        refused("DRAFT_STATE", () -> submit());
        draft.takeBack();
        draft.write(changed("撤回之后改"), editor, NOW);
        assertEquals(DraftState.DRAFT, draft.state());
    }

    @Test
    void takenBackAnApprovalFalls() {
        submit();
        draft.approve(reviewer, TODAY.plusDays(5), "同意", NOW);
        draft.takeBack();
        assertEquals(DraftState.DRAFT, draft.state());
        assertFalse(draft.due(NOW.plusSeconds(10L * 24 * 3600)), "it does not go live on its day");
        refused("DRAFT_STATE", () -> draft.approve(reviewer, TODAY, "同意", NOW));
    }

    @Test
    void returnedItKeepsTheReviewersWords() {
        refused("DRAFT_STATE", () -> draft.back(reviewer, "还没有提交"));
        submit();
        draft.back(reviewer, "承诺时限的依据没有写");
        assertEquals(DraftState.DRAFT, draft.state());
        assertEquals("承诺时限的依据没有写", draft.view().opinion());
    }

    @Test
    void aDayIsTodayOrWithinAYear() {
        submit();
        refused("INVALID", () -> draft.approve(reviewer, TODAY.minusDays(1), "同意", NOW));
        refused("INVALID", () -> draft.approve(reviewer, TODAY.plusDays(400), "同意", NOW));
        refused("INVALID", () -> draft.approve(reviewer, null, "同意", NOW));
        assertEquals(DraftState.REVIEW, draft.state());
    }

    @Test
    void aVersionThatFitsNoMoreGoesBackWithTheReason() {
        submit();
        draft.approve(reviewer, TODAY.plusDays(1), "同意", NOW);
        draft.notLive("现行版本已变");
        assertEquals(DraftState.DRAFT, draft.state());
        assertEquals("现行版本已变", draft.view().opinion());
    }

    @Test
    void whatIsPublishedOrDiscardedStaysSo() {
        draft.discard();
        refused("DRAFT_STATE", () -> draft.discard());
        refused("DRAFT_STATE", () -> draft.write(changed("放弃之后改"), editor, NOW));
        refused("DRAFT_STATE", () -> draft.takeBack());
    }

    @Test
    void changesOnlyWhatTheActorSaw() {
        draft.needSeen(1);
        draft.write(changed("另一人先改"), second, NOW);
        refused("STALE", () -> draft.needSeen(1));
    }

    @Test
    void theItemItIsAboutStaysTheSame() {
        String item = new String(files.files().get("item.json"), StandardCharsets.UTF_8);
        DraftFiles other = files.with(
                "item.json",
                item.replace("\"code\": \"elder-allowance\"", "\"code\": \"elder-bonus\"")
                        .getBytes(StandardCharsets.UTF_8));
        refused("INVALID", () -> draft.write(other, editor, NOW));
    }

    @Test
    void aDraftMayBeWrongButHasToRead() {
        Refusal broken = assertThrows(
                Refusal.class, () -> files.with("form.json", "{\"format\": 1,".getBytes(StandardCharsets.UTF_8)));
        assertTrue(broken.problems().get(0).path().startsWith("form.json#line 1"), "with its place");
        refused("INVALID", () -> files.with("../evil.json", "{}".getBytes(StandardCharsets.UTF_8)));
        DraftFiles empty = files.with("form.json", "{}".getBytes(StandardCharsets.UTF_8));
        assertEquals("{}", new String(empty.files().get("form.json"), StandardCharsets.UTF_8));
    }

    @Test
    void theOwnFilesOfAVersionPublishToTheVerySameBytes() {
        PackageSource.shipped().stream().limit(12).forEach(found -> {
            var published = found.read();
            DraftFiles own = DraftFiles.ofVersion(published.files());
            assertEquals(
                    PackageArchive.sha256(published.files()),
                    PackageArchive.sha256(own.found().read().files()),
                    found.origin());
            assertFalse(own.files().containsKey("templates/approval-decision.json"), "shared parts are not copied");
        });
    }
}
