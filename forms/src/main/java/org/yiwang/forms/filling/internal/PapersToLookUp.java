package org.yiwang.forms.filling.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.MaterialOrigin;
import org.yiwang.forms.filling.LookedUp;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.PartySnapshot;
import org.yiwang.forms.material.MaterialView;
import org.yiwang.forms.material.Materials;
import org.yiwang.forms.material.spi.PaperWanted;

/** 待查的证照和数据: which papers of a draft are to be looked up, and where the answers are kept; short transactions. */
@ApplicationScoped
public class PapersToLookUp {

    @Inject
    Drafts drafts;

    @Inject
    DraftRows rows;

    @Inject
    Materials materials;

    /** 一次查询. */
    public record ToAsk(MaterialOrigin origin, PaperWanted wanted) {}

    /** What these answers exempt from bringing and nobody has handed in or looked up yet. */
    @Transactional
    public List<ToAsk> open(Actor actor, UUID draftId) {
        Draft draft = drafts.read(actor, draftId);
        if (draft.caseNo() != null) {
            return List.of();
        }
        ItemVersion item = drafts.item(draft);
        ObjectNode answers = item.form().normalise(drafts.content(draft).answers());
        List<LookedUp> before = drafts.looked(draft);
        List<String> handedIn = materials.list(draft.scope()).stream()
                .map(MaterialView::requirement)
                .toList();
        PartySnapshot holder = drafts.applicant(draft);
        return item.materialsFor(answers).stream()
                .filter(need -> need.source() != MaterialOrigin.SELF && !handedIn.contains(need.key()))
                .filter(need -> before.stream()
                        .noneMatch(one ->
                                one.requirement().equals(need.key()) && one.state() != LookedUp.State.UNAVAILABLE))
                .map(need -> new ToAsk(
                        need.source(),
                        new PaperWanted(
                                need.key(),
                                draft.itemCode(),
                                "draft:" + draft.publicId(),
                                holder.name(),
                                holder.idType(),
                                holder.number())))
                .toList();
    }

    /** Keeps the answers with the draft, sealed; the draft's version stays, for nothing was typed. */
    @Transactional
    public void keep(Actor actor, UUID draftId, List<LookedUp> answers) {
        Draft draft = drafts.lock(actor, draftId);
        if (draft.caseNo() != null) {
            return;
        }
        Map<String, LookedUp> all = new LinkedHashMap<>();
        drafts.looked(draft).forEach(one -> all.put(one.requirement(), one));
        answers.forEach(one -> all.put(one.requirement(), one));
        drafts.keepLooked(draft, List.copyOf(all.values()));
        rows.recordLookups(draft, actor.key(), answers);
    }
}
