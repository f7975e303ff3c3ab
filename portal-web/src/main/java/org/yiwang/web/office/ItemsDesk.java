package org.yiwang.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.yiwang.forms.catalogue.ItemStanding;
import org.yiwang.forms.catalogue.office.ReadItems;
import org.yiwang.forms.identity.Role;
import org.yiwang.web.component.Sent;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.organisation.Department;
import org.yiwang.workflow.organisation.Directory;

/** 事项后台一览: the items he may see, narrowed by words, department and state, a page at a time. */
@Named("itemsDesk")
@RequestScoped
public class ItemsDesk {

    private static final int PAGE = 25;

    @Inject
    ReadItems read;

    @Inject
    Directory directory;

    @Inject
    CurrentActor current;

    @Inject
    Sent sent;

    private List<ReadItems.Line> found;

    /** 选项. */
    public record Choice(String value, String label) {}

    private List<ReadItems.Line> found() {
        if (found == null) {
            found = read.list(
                    current.actor(),
                    new ReadItems.Query(sent.typed("q"), sent.typed("department"), sent.typed("state")));
        }
        return found;
    }

    public List<ReadItems.Line> getLines() {
        return found().stream().skip((long) at() * PAGE).limit(PAGE).toList();
    }

    public int getCount() {
        return found().size();
    }

    private int at() {
        String page = sent.typed("page");
        return page.matches("\\d{1,4}") ? Integer.parseInt(page) : 0;
    }

    public String getBack() {
        return at() == 0 ? null : link(at() - 1);
    }

    public String getNext() {
        return (at() + 1) * PAGE < found().size() ? link(at() + 1) : null;
    }

    private String link(int page) {
        return "/admin/items?page=" + page + part("q") + part("department") + part("state");
    }

    private String part(String name) {
        String value = sent.typed(name);
        return value.isEmpty() ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    public List<Choice> getDepartments() {
        return read.departments(current.actor()).stream()
                .map(code -> new Choice(code, department(code)))
                .toList();
    }

    public List<Choice> getStates() {
        return List.of(
                new Choice("DRAFT", "起草中"),
                new Choice("REVIEW", "待审核"),
                new Choice("SCHEDULED", "待生效"),
                new Choice("IN_USE", "在用"),
                new Choice("SUSPENDED", "暂停"),
                new Choice("RETIRED", "取消"));
    }

    public String department(String code) {
        return directory.findDepartment(code).map(Department::name).orElse(code);
    }

    /** How a state looks; the words say the same. */
    public String tone(ItemStanding standing) {
        return switch (standing.state()) {
            case IN_USE -> "ok";
            case SUSPENDED -> "warn";
            case RETIRED -> "plain";
        };
    }

    /** May he bring in a package from outside? */
    public boolean isEditor() {
        return current.actor().is(Role.ITEM_EDITOR)
                || current.actor().posts().stream()
                        .anyMatch(post -> post.post().equals(org.yiwang.forms.catalogue.office.ItemAuthority.POST));
    }
}
