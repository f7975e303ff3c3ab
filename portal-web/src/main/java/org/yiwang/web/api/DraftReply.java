package org.yiwang.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.filling.DraftView;
import org.yiwang.forms.filling.KeptAnswer;
import org.yiwang.forms.filling.LookedUp;
import org.yiwang.forms.filling.Promises;
import org.yiwang.forms.filling.ServiceChoice;
import org.yiwang.forms.identity.PartyView;
import org.yiwang.forms.material.MaterialView;
import org.yiwang.forms.platform.Problem;

/** 草稿答复: a draft with everything a program needs to go on filling it in. */
public record DraftReply(
        UUID id,
        String itemCode,
        int itemVersion,
        long version,
        JsonNode answers,
        List<Problem> problems,
        JsonNode form,
        List<ItemReply.Requirement> materials,
        List<MaterialView> files,
        Applicant applicant,
        ServiceChoice service,
        Promises promises,
        Instant savedAt,
        String caseNo,
        List<String> changed,
        List<KeptAnswer> kept,
        List<LookedUp> lookups) {

    static DraftReply of(DraftView draft) {
        return new DraftReply(
                draft.id(),
                draft.item().code().value(),
                draft.item().number(),
                draft.version(),
                draft.answers(),
                draft.problems(),
                draft.item().form().json(),
                ItemReply.requirements(draft.item()),
                draft.materials(),
                Applicant.of(draft.applicant()),
                draft.service(),
                draft.promises(),
                draft.savedAt(),
                draft.caseNo().orElse(null),
                draft.changed(),
                draft.kept(),
                draft.looked());
    }

    /** 申请人, masked. */
    public record Applicant(UUID id, String name, String idType, String number) {

        static Applicant of(PartyView party) {
            return new Applicant(party.id(), party.maskedName(), party.idType(), party.maskedNumber());
        }
    }

    /** 保存答复. */
    public record Saved(JsonNode answers, List<Problem> problems, long version) {

        static Saved of(DraftView draft) {
            return new Saved(draft.answers(), draft.problems(), draft.version());
        }
    }
}
