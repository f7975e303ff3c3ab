package org.yiwang.forms.catalogue.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.LocalText;
import org.yiwang.forms.catalogue.internal.CatalogueStore;
import org.yiwang.forms.catalogue.internal.DraftFiles;
import org.yiwang.forms.catalogue.internal.DraftTable;
import org.yiwang.forms.catalogue.internal.OfficeStore;
import org.yiwang.forms.catalogue.internal.PackageDraft;
import org.yiwang.forms.catalogue.internal.PackageSource;
import org.yiwang.forms.catalogue.internal.Themes;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;

/**
 * 起草事项: a new version in the making, from the one in use or from a zip of a package. A draft may be wrong in every way but
 * two: its JSON reads, and it says whose item it is.
 */
@ApplicationScoped
public class DraftItem {

    @Inject
    DraftTable table;

    @Inject
    OfficeStore store;

    @Inject
    CatalogueStore catalogue;

    /** From the version in use. */
    @Transactional
    public ItemDraft start(Actor actor, ItemCode code) {
        ItemAuthority.needEnter(actor);
        ItemVersion current = table.current(code.value()).orElseThrow(() -> Refusal.notFound("这个事项"));
        ItemAuthority.needEdit(actor, current.organisation());
        if (current.bundle().isPresent()) {
            throw Refusal.conflict("BUNDLE", "“一件事”由所含事项编成，随所含事项的新版本更新，不单独起草；请修改所含的事项。");
        }
        DraftFiles files = DraftFiles.ofVersion(catalogue.files(current.id()));
        return begin(actor, files, current.number(), ItemEvent.Type.DRAFTED, "依第" + current.number() + "版");
    }

    /** From a package that was written elsewhere: a new item, or a new version of one there is. */
    @Transactional
    public ItemDraft bring(Actor actor, byte[] zip) {
        ItemAuthority.needEnter(actor);
        DraftFiles files = read(zip);
        ItemAuthority.needEdit(actor, files.department());
        table.current(files.code()).ifPresent(item -> ItemAuthority.needEdit(actor, item.organisation()));
        return begin(actor, files, table.currentNumber(files.code()), ItemEvent.Type.IMPORTED, "");
    }

    private ItemDraft begin(Actor actor, DraftFiles files, int base, ItemEvent.Type type, String words) {
        store.openDraft(files.code()).ifPresent(open -> {
            throw Refusal.conflict(
                            "DRAFT_OPEN",
                            "这个事项已有一份草案（" + open.state().words() + "，"
                                    + open.view().savedBy() + "），请在那份上继续，或先放弃它。")
                    .naming(open.publicId());
        });
        PackageDraft draft = new PackageDraft(files, base, actor, table.now());
        store.add(draft);
        table.note(draft, type, actor, words);
        return draft.view();
    }

    /** One file of it, new or in place of the one there is. */
    @Transactional
    public ItemDraft save(Actor actor, UUID id, long seen, String path, byte[] bytes) {
        PackageDraft draft = open(actor, id, seen);
        return write(actor, draft, draft.content().with(path, bytes), path);
    }

    @Transactional
    public ItemDraft remove(Actor actor, UUID id, long seen, String path) {
        PackageDraft draft = open(actor, id, seen);
        return write(actor, draft, draft.content().without(path), "删除 " + path);
    }

    /** All of it, from a package of the same item. */
    @Transactional
    public ItemDraft replace(Actor actor, UUID id, long seen, byte[] zip) {
        PackageDraft draft = open(actor, id, seen);
        return write(actor, draft, read(zip), "导入整个事项包");
    }

    private ItemDraft write(Actor actor, PackageDraft draft, DraftFiles files, String words) {
        ItemAuthority.needEdit(actor, files.department());
        draft.write(files, actor, table.now());
        table.note(draft, ItemEvent.Type.SAVED, actor, words);
        return draft.view();
    }

    /** 以现行版本为准: the author has looked at what was published meanwhile and says his draft takes its place. */
    @Transactional
    public ItemDraft rebase(Actor actor, UUID id, long seen) {
        PackageDraft draft = open(actor, id, seen);
        int current = table.currentNumber(draft.itemCode());
        draft.rebase(current, actor, table.now());
        table.note(draft, ItemEvent.Type.REBASED, actor, "第" + current + "版");
        return draft.view();
    }

    /** 撤回修改: out of review, or before its day; an approval falls with it. */
    @Transactional
    public ItemDraft takeBack(Actor actor, UUID id, long seen) {
        PackageDraft draft = open(actor, id, seen);
        draft.takeBack();
        table.note(draft, ItemEvent.Type.TAKEN_BACK, actor, "");
        return draft.view();
    }

    @Transactional
    public ItemDraft discard(Actor actor, UUID id, long seen) {
        PackageDraft draft = open(actor, id, seen);
        draft.discard();
        table.note(draft, ItemEvent.Type.DISCARDED, actor, "");
        return draft.view();
    }

    private PackageDraft open(Actor actor, UUID id, long seen) {
        ItemAuthority.needEnter(actor);
        PackageDraft draft = table.lock(id);
        ItemAuthority.needEdit(actor, draft.department());
        draft.needSeen(seen);
        return draft;
    }

    private static DraftFiles read(byte[] zip) {
        return DraftFiles.sent(zip);
    }

    /** The themes an item may name. */
    public static Map<String, LocalText> themes() {
        return Themes.all();
    }

    /** Names of the process models an item may share. */
    public static List<String> sharedProcesses() {
        return PackageSource.sharedProcesses();
    }
}
