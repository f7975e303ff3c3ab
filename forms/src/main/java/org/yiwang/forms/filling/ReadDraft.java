package org.yiwang.forms.filling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.LocalText;
import org.yiwang.forms.filling.internal.Draft;
import org.yiwang.forms.filling.internal.DraftRows;
import org.yiwang.forms.filling.internal.Drafts;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.material.FileContent;
import org.yiwang.forms.material.Materials;

/** 查看草稿: one's own only. */
@ApplicationScoped
public class ReadDraft {

    private static final int MOST = 100;

    @Inject
    Drafts drafts;

    @Inject
    DraftRows rows;

    @Inject
    FindItem items;

    @Inject
    Materials materials;

    protected ReadDraft() {}

    ReadDraft(Drafts drafts, DraftRows rows, FindItem items, Materials materials) {
        this.drafts = drafts;
        this.rows = rows;
        this.items = items;
        this.materials = materials;
    }

    @Transactional
    public DraftView read(Actor actor, UUID id) {
        return drafts.view(drafts.read(actor, id));
    }

    /** A file of one's own open draft. */
    @Transactional
    public FileContent file(Actor actor, UUID id, UUID fileId) {
        Draft draft = drafts.read(actor, id);
        return materials.read(draft.scope(), fileId);
    }

    /**
     * One's open drafts, newest first.
     *
     * @param after id of the last one seen; null or empty from the start
     */
    @Transactional
    public List<DraftSummary> mine(Actor actor, String after, int limit) {
        return rows.lines(actor, after == null ? "" : after, Math.max(1, Math.min(limit, MOST))).stream()
                .map(this::summary)
                .toList();
    }

    private DraftSummary summary(DraftRows.Line line) {
        ItemCode code = ItemCode.of(line.itemCode());
        LocalText name = items.current(code).map(item -> item.name()).orElse(LocalText.of("（已停办事项）"));
        return new DraftSummary(line.id(), code, name, line.applicantMasked(), line.savedAt());
    }
}
