package org.yiwang.forms.catalogue.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.form.DefinitionException;
import org.yiwang.forms.catalogue.office.ItemEvent;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;

/** 草案台: what every use case of the back office needs: finding a draft, looking it through, publishing it, noting it. */
@ApplicationScoped
public class DraftTable {

    @Inject
    OfficeStore store;

    @Inject
    CatalogueStore catalogue;

    @Inject
    VersionShelf shelf;

    @Inject
    Clock clock;

    public Instant now() {
        return clock.instant();
    }

    public PackageDraft read(UUID id) {
        return store.draft(id).orElseThrow(() -> Refusal.notFound("这份草案"));
    }

    public PackageDraft lock(UUID id) {
        return store.lock(id).orElseThrow(() -> Refusal.notFound("这份草案"));
    }

    /** The version in use as this transaction sees it. */
    public Optional<ItemVersion> current(String itemCode) {
        return catalogue.published(ItemCode.of(itemCode)).map(BundleCompiler.Published::item);
    }

    public int currentNumber(String itemCode) {
        return number(current(itemCode), ItemVersion::number);
    }

    private static int number(Optional<ItemVersion> version, ToIntFunction<ItemVersion> what) {
        return version.map(what::applyAsInt).orElse(0);
    }

    /** What would be published, looked through; without a package where it does not read. */
    public Publication look(DraftFiles files) {
        try {
            return shelf.look(files.found());
        } catch (DefinitionException wrong) {
            Problem problem = new Problem(wrong.file() + "#" + wrong.path(), "DEFINITION", wrong.reason());
            return new Publication(Optional.empty(), "", List.of(problem));
        }
    }

    public void note(PackageDraft draft, ItemEvent.Type type, Actor actor, String words) {
        Optional<Integer> number = Optional.ofNullable(draft.publishedNumber);
        store.note(draft.itemCode(), Optional.of(draft.publicId()), number, type, actor, words, now());
    }

    public void note(String itemCode, ItemEvent.Type type, Actor actor, String words) {
        store.note(itemCode, Optional.empty(), Optional.empty(), type, actor, words, now());
    }

    /** A draft made from a version that is not in use any more would undo what came between. */
    public void needBase(PackageDraft draft) {
        int current = currentNumber(draft.itemCode());
        if (draft.baseVersion() != current) {
            throw Refusal.conflict(
                            "BASE_MOVED",
                            "起草之后现行版本已由第" + draft.baseVersion() + "版变为第" + current
                                    + "版。请先撤回，对照差别把需要的内容并入草案，确认“以现行版本为准”后再提交。")
                    .naming(draft.baseVersion(), current);
        }
    }

    /** Files that were published before, be it as an older version, cannot become a version again. */
    public void needChange(PackageDraft draft, Publication publication) {
        catalogue.known(ItemCode.of(draft.itemCode()), publication.sha256()).ifPresent(number -> {
            throw Refusal.conflict("NOTHING_CHANGED", "草案与已发布的第" + number + "版完全相同，没有需要发布的改动。")
                    .naming(number);
        });
    }

    /**
     * Makes it the version in use.
     *
     * @throws Refusal CONFLICT / BASE_MOVED or NOTHING_CHANGED, INVALID / PACKAGE_REFUSED when it does not fit any more
     */
    public int publish(PackageDraft draft, Actor by) {
        shelf.lock();
        needBase(draft);
        Publication publication = look(draft.content());
        if (!publication.problems().isEmpty()) {
            throw refused(publication.problems());
        }
        needChange(draft, publication);
        VersionShelf.Put put = shelf.put(publication, by.key());
        shelf.follow(put.code(), by.key());
        StandingRow standing = store.lockStanding(draft.itemCode(), now());
        if (standing.view().retired()) {
            standing.revive(now());
        }
        shelf.raiseRevision();
        draft.live(put.number());
        note(draft, ItemEvent.Type.PUBLISHED, by, "第" + put.number() + "版");
        store.flush();
        return put.number();
    }

    public static Refusal refused(List<Problem> problems) {
        String message = "草案有 " + problems.size() + " 处不符合要求，没有提交，也没有发布。请按清单改正后再试。";
        return new Refusal(Refusal.Kind.INVALID, "PACKAGE_REFUSED", message, problems);
    }

    /** Everybody sees within seconds how the item stands now. */
    public void raiseRevision() {
        shelf.lock();
        shelf.raiseRevision();
    }

    /** Words that have to be there and may not be endless. */
    public static String words(String field, String label, String text) {
        String words = text == null ? "" : text.strip();
        if (words.isEmpty()) {
            throw Refusal.invalid(field, "REQUIRED", "请填写" + label + "。");
        }
        return optionalWords(field, label, words);
    }

    public static String optionalWords(String field, String label, String text) {
        String words = text == null ? "" : text.strip();
        if (words.length() > 500) {
            throw Refusal.invalid(field, "TOO_LONG", label + "不超过500字，请缩短。");
        }
        return words;
    }
}
