package org.yiwang.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.ItemStanding;
import org.yiwang.forms.catalogue.office.ItemAuthority;
import org.yiwang.forms.catalogue.office.ItemDraft;
import org.yiwang.forms.catalogue.office.ItemEvent;
import org.yiwang.forms.catalogue.office.ItemVersionLine;
import org.yiwang.forms.catalogue.office.ReadItems;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Sent;
import org.yiwang.web.component.Words;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.organisation.Officer;

/** 事项页(后台): one item with its versions, its drafts, how it stands and what was done with it. */
@Named("itemDesk")
@RequestScoped
public class ItemDesk {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Inject
    ReadItems read;

    @Inject
    Directory directory;

    @Inject
    CurrentActor current;

    @Inject
    Words words;

    @Inject
    Sent sent;

    @Inject
    Clock clock;

    private ReadItems.Detail detail;

    /** Reads the item the address names; one that is not his to see is not there. */
    public void open(String code) {
        try {
            detail = read.item(current.actor(), ItemCode.of(code == null ? "" : code));
        } catch (IllegalArgumentException notACode) {
            throw Refusal.notFound("这个事项");
        }
    }

    public ReadItems.Line getLine() {
        return detail.line();
    }

    public ItemStanding getStanding() {
        return detail.line().standing();
    }

    public List<ItemVersionLine> getVersions() {
        return detail.versions();
    }

    public List<ItemDraft> getDrafts() {
        return detail.drafts();
    }

    public List<ItemEvent> getHistory() {
        return detail.history();
    }

    /** From when to when a version was in use. */
    public String period(ItemVersionLine version) {
        Optional<ItemVersionLine> next = detail.versions().stream()
                .filter(other -> other.number() == version.number() + 1)
                .findFirst();
        String from = words.dayOf(version.publishedAt());
        return version.current()
                ? "自 " + from
                : from + " 至 " + next.map(n -> words.dayOf(n.publishedAt())).orElse("");
    }

    /** The officer's name behind an actor's key. */
    public String who(String key) {
        if (key.startsWith("officer:") && key.substring(8).matches("\\d{1,18}")) {
            return directory
                    .officer(Long.parseLong(key.substring(8)))
                    .map(Officer::name)
                    .orElse(key);
        }
        return key.startsWith("system") ? "系统（随平台发布）" : key;
    }

    public boolean isPublished() {
        return detail.line().number() > 0;
    }

    public boolean isEditor() {
        return ItemAuthority.edits(current.actor(), detail.line().department());
    }

    public boolean isReviewer() {
        return ItemAuthority.reviews(current.actor());
    }

    /** Was the retirement proposed by whoever looks? Then somebody else has to confirm it. */
    public boolean isOwnRetirement() {
        return getStanding()
                .retirement()
                .filter(plan -> plan.by().equals(current.actor().key()))
                .isPresent();
    }

    public LocalDate getToday() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    public String getDone() {
        return Done.words(sent.typed("done"));
    }
}
