package org.yiwang.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yiwang.forms.catalogue.CompareVersions;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.VersionChange;
import org.yiwang.forms.catalogue.form.DefinitionException;
import org.yiwang.forms.catalogue.office.DraftState;
import org.yiwang.forms.catalogue.office.ItemAuthority;
import org.yiwang.forms.catalogue.office.ItemDraft;
import org.yiwang.forms.catalogue.office.OpenedDraft;
import org.yiwang.forms.catalogue.office.ReadItems;
import org.yiwang.forms.identity.Channel;
import org.yiwang.forms.platform.Problem;
import org.yiwang.web.component.Sent;
import org.yiwang.web.component.Uuids;
import org.yiwang.web.security.CurrentActor;

/** 草案页: a draft with what is wrong with it, what it changes, its files, and what can be done with it now. */
@Named("draftDesk")
@RequestScoped
public class DraftDesk {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** What the editor of elements shows. */
    private static final String ELEMENTS =
            "name|summary|taskCode|powerType|caseKind|organisation|audience|themes|channels"
                    + "|serviceMethods|assurance|visits|principalOnly|limits|conditions|fees|intake|process|steps|legalBases|guide";

    @Inject
    ReadItems read;

    @Inject
    CurrentActor current;

    @Inject
    Sent sent;

    @Inject
    Clock clock;

    @Inject
    HttpServletRequest request;

    private OpenedDraft opened;
    private SortedMap<String, byte[]> files;
    private List<Change> changes;

    /**
     * 问题行.
     *
     * @param href where in the back office it can be mended
     */
    public record Line(String place, String message, String href) {}

    /** 改动. */
    public record Change(String group, String text, String tone) {}

    /** Reads the draft the address names. */
    public void open(String id) {
        opened = read.draft(current.actor(), Uuids.parse(id == null ? "" : id, "这份草案"));
        files = null;
        changes = null;
    }

    public OpenedDraft getOpened() {
        return opened;
    }

    public ItemDraft getDraft() {
        return opened.draft();
    }

    public boolean isEditor() {
        return ItemAuthority.edits(current.actor(), opened.draft().department());
    }

    /** Can it be written in now, by whoever looks? */
    public boolean isWritable() {
        return isEditor() && opened.draft().state() == DraftState.DRAFT;
    }

    public boolean isReviewer() {
        return ItemAuthority.reviews(current.actor());
    }

    public LocalDate getToday() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    public String getDone() {
        return Done.words(sent.typed("done"));
    }

    /** What is wrong with the files as they are, each with a link to its place. */
    public List<Line> getProblems() {
        return opened.problems().stream().map(this::line).toList();
    }

    /** What was found on trying to submit it, which includes playing the scenarios. */
    public List<Line> getFound() {
        Object found = request.getAttribute(ItemDeeds.FOUND);
        return found instanceof List<?> list
                ? list.stream().map(problem -> line((Problem) problem)).toList()
                : List.of();
    }

    private Line line(Problem problem) {
        return new Line(problem.path(), problem.message(), href(problem.path()));
    }

    String href(String path) {
        String file = path.contains("#") ? path.substring(0, path.indexOf('#')) : path;
        String place = path.substring(Math.min(path.length(), file.length() + 1));
        String part = part(file, place);
        if (!part.isEmpty()) {
            return form(part) + "#" + Node.idOf(place);
        }
        return opened.files().contains(file)
                ? edit(file)
                : url("/admin/item-draft?id=" + opened.draft().id());
    }

    private static String part(String file, String place) {
        if (file.equals("form.json")) {
            return place.startsWith("sections") ? "form" : "";
        }
        if (!file.equals("item.json")) {
            return "";
        }
        if (place.startsWith("materials")) {
            return "materials";
        }
        return place.matches("(" + ELEMENTS + ")\\b.*") ? "elements" : "";
    }

    /** How it would look there. */
    public String preview(String as) {
        return url("/admin/item-preview?id=" + opened.draft().id() + "&as=" + as);
    }

    public boolean isKiosk() {
        return opened.item().filter(item -> item.offers(Channel.KIOSK)).isPresent();
    }

    /** The editor of elements, materials or form. */
    public String form(String part) {
        return url("/admin/item-form?id=" + opened.draft().id() + "&part=" + part);
    }

    /** The editor of one file. */
    public String edit(String file) {
        return url("/admin/item-edit?id=" + opened.draft().id() + "&file="
                + URLEncoder.encode(file, StandardCharsets.UTF_8));
    }

    private String url(String to) {
        return request.getContextPath() + to;
    }

    SortedMap<String, byte[]> files() {
        if (files == null) {
            files = read.files(current.actor(), opened.draft().id());
        }
        return files;
    }

    /** The version in use, or nothing for an item that is not published. */
    private SortedMap<String, byte[]> before() {
        return opened.currentVersion() == 0
                ? new TreeMap<>()
                : read.versionFiles(current.actor(), ItemCode.of(opened.draft().itemCode()), opened.currentVersion());
    }

    /** In what it differs from the version in use. */
    public List<Change> getChanges() {
        if (changes == null) {
            SortedMap<String, byte[]> before = before();
            try {
                changes = CompareVersions.compare(before, files()).stream()
                        .map(DraftDesk::change)
                        .toList();
            } catch (DefinitionException unreadable) {
                changes = List.of(new Change("文件", "草案还读不出来，改正后显示差别：" + unreadable.reason(), "warn"));
            }
        }
        return changes;
    }

    private static Change change(VersionChange change) {
        String tone =
                switch (change.kind()) {
                    case ADDED -> "ok";
                    case REMOVED -> "bad";
                    case CHANGED -> "warn";
                };
        return new Change(change.element().label().zh(), change.text().zh(), tone);
    }

    public boolean text(String path) {
        return path.endsWith(".json") || path.endsWith(".xml");
    }
}
