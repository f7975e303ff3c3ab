package org.yiwang.forms.catalogue.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.ItemStanding;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.ServicePackage;
import org.yiwang.forms.catalogue.internal.CatalogueCache;
import org.yiwang.forms.catalogue.internal.CatalogueStore;
import org.yiwang.forms.catalogue.internal.DraftFiles;
import org.yiwang.forms.catalogue.internal.DraftTable;
import org.yiwang.forms.catalogue.internal.OfficeStore;
import org.yiwang.forms.catalogue.internal.PackageDraft;
import org.yiwang.forms.catalogue.internal.Publication;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;

/** 查看事项后台: the items he may see, one of them with versions, drafts and history, and a draft with its files. */
@ApplicationScoped
public class ReadItems {

    private static final int MOST_EVENTS = 200;

    @Inject
    CatalogueCache cache;

    @Inject
    CatalogueStore catalogue;

    @Inject
    OfficeStore store;

    @Inject
    DraftTable table;

    /**
     * 事项行.
     *
     * @param number of the version in use; 0 for an item not published yet
     * @param publishedAt null for an item not published yet
     * @param draft the draft somebody is at
     */
    public record Line(
            String code,
            String name,
            String department,
            boolean bundle,
            int number,
            Instant publishedAt,
            ItemStanding standing,
            Optional<ItemDraft> draft) {}

    /** 筛选条件; null or empty means any. {@code state} is one of an item or of a draft. */
    public record Query(String text, String department, String state) {

        boolean fits(Line line) {
            String words = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
            return (words.isEmpty()
                            || line.name().toLowerCase(Locale.ROOT).contains(words)
                            || line.code().contains(words))
                    && (blank(department) || line.department().equals(department))
                    && (blank(state) || has(line));
        }

        private boolean has(Line line) {
            return line.draft()
                            .filter(draft -> draft.state().name().equals(state))
                            .isPresent()
                    || line.number() > 0 && line.standing().state().name().equals(state);
        }

        private static boolean blank(String value) {
            return value == null || value.isBlank();
        }
    }

    /** 事项详情. */
    public record Detail(Line line, List<ItemVersionLine> versions, List<ItemDraft> drafts, List<ItemEvent> history) {}

    /** Those with an open draft first, then by code. */
    @Transactional
    public List<Line> list(Actor actor, Query query) {
        ItemAuthority.needEnter(actor);
        return lines(actor).stream()
                .filter(query::fits)
                .sorted(Comparator.comparing((Line line) -> line.draft().isEmpty())
                        .thenComparing(Line::code))
                .toList();
    }

    /** Departments whose items he may see, for a choice. */
    @Transactional
    public List<String> departments(Actor actor) {
        ItemAuthority.needEnter(actor);
        return lines(actor).stream().map(Line::department).distinct().sorted().toList();
    }

    private List<Line> lines(Actor actor) {
        Map<String, ItemDraft> drafts = new HashMap<>();
        store.openDrafts().forEach(draft -> drafts.put(draft.itemCode(), draft.view()));
        List<Line> lines = new ArrayList<>();
        cache.snapshot()
                .everything()
                .forEach(item -> lines.add(
                        line(item, Optional.ofNullable(drafts.remove(item.code().value())))));
        drafts.values().forEach(draft -> lines.add(line(draft)));
        return lines.stream()
                .filter(line -> ItemAuthority.sees(actor, line.department()))
                .toList();
    }

    private Line line(ItemVersion item, Optional<ItemDraft> draft) {
        return new Line(
                item.code().value(),
                item.name().zh(),
                item.organisation(),
                item.bundle().isPresent(),
                item.number(),
                item.publishedAt(),
                store.standingOf(item.code().value()).orElse(ItemStanding.IN_USE),
                draft);
    }

    private static Line line(ItemDraft draft) {
        return new Line(
                draft.itemCode(),
                draft.name(),
                draft.department(),
                false,
                0,
                null,
                ItemStanding.IN_USE,
                Optional.of(draft));
    }

    /** @throws Refusal NOT_FOUND for an item that is neither published nor drafted, or not his to see */
    @Transactional
    public Detail item(Actor actor, ItemCode code) {
        ItemAuthority.needEnter(actor);
        Optional<ItemDraft> open = store.openDraft(code.value()).map(PackageDraft::view);
        Line line = table.current(code.value())
                .map(item -> line(item, open))
                .or(() -> open.map(ReadItems::line))
                .orElseThrow(() -> Refusal.notFound("这个事项"));
        ItemAuthority.needSee(actor, line.department());
        return new Detail(
                line,
                store.versions(code.value()),
                store.draftsOf(code.value()),
                store.history(code.value(), MOST_EVENTS));
    }

    @Transactional
    public OpenedDraft draft(Actor actor, UUID id) {
        PackageDraft draft = read(actor, id);
        DraftFiles files = draft.content();
        Publication publication = table.look(files);
        return new OpenedDraft(
                draft.view(),
                List.copyOf(files.files().keySet()),
                table.currentNumber(draft.itemCode()),
                publication.problems(),
                publication.servicePackage().map(ServicePackage::item));
    }

    /** Its own files by path. */
    @Transactional
    public SortedMap<String, byte[]> files(Actor actor, UUID id) {
        return read(actor, id).content().files();
    }

    /** Its own files as a zip archive. */
    @Transactional
    public byte[] zip(Actor actor, UUID id) {
        return read(actor, id).content().packed();
    }

    /** The own files of a published version; none for number 0. */
    @Transactional
    public SortedMap<String, byte[]> versionFiles(Actor actor, ItemCode code, int number) {
        return version(actor, code, number).files();
    }

    @Transactional
    public byte[] versionZip(Actor actor, ItemCode code, int number) {
        return version(actor, code, number).packed();
    }

    private DraftFiles version(Actor actor, ItemCode code, int number) {
        ItemAuthority.needEnter(actor);
        ItemVersion version = catalogue.versionOf(code, number).orElseThrow(() -> Refusal.notFound("该事项的这个版本"));
        ItemAuthority.needSee(actor, version.organisation());
        if (version.bundle().isPresent()) {
            throw Refusal.conflict("BUNDLE", "“一件事”由所含事项编成，没有自己的事项包可以导出。");
        }
        return DraftFiles.ofVersion(catalogue.files(version.id()));
    }

    private PackageDraft read(Actor actor, UUID id) {
        ItemAuthority.needEnter(actor);
        PackageDraft draft = table.read(id);
        ItemAuthority.needSee(actor, draft.department());
        return draft;
    }
}
