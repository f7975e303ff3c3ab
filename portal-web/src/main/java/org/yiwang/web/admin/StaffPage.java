package org.yiwang.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yiwang.forms.identity.Post;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.FreshView;
import org.yiwang.web.component.Page;
import org.yiwang.web.component.PostWords;
import org.yiwang.web.component.RoleWords;
import org.yiwang.web.component.Sent;
import org.yiwang.web.component.Uuids;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.organisation.Department;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.staff.DecideRights;
import org.yiwang.workflow.staff.ProposeRights;
import org.yiwang.workflow.staff.ReadStaff;
import org.yiwang.workflow.staff.RightsOrder;
import org.yiwang.workflow.staff.StaffMember;

/** 人员和权限页: what waits for a second person, who may do what, and for security administrators the change of one officer. */
@Named("staffPage")
@RequestScoped
public class StaffPage {

    private static final int SIZE = 30;

    @Inject
    ReadStaff readStaff;

    @Inject
    ProposeRights propose;

    @Inject
    DecideRights decide;

    @Inject
    Directory directory;

    @Inject
    CurrentActor current;

    @Inject
    Sent sent;

    @Inject
    Page page;

    @Inject
    HttpServletRequest request;

    private List<StaffMember> members;
    private List<RightsOrder> open;
    private StaffMember chosen;

    /** 选项. */
    public record Choice(String value, String label, boolean ticked) {}

    public List<RightsOrder> getOpen() {
        if (open == null) {
            open = readStaff.open(current.actor());
        }
        return open;
    }

    private List<StaffMember> read() {
        if (members == null) {
            members = readStaff.list(current.actor(), getDepartment(), sent.typed("q"), sent.typed("after"), SIZE + 1);
        }
        return members;
    }

    public List<StaffMember> getMembers() {
        return read().size() > SIZE ? read().subList(0, SIZE) : read();
    }

    /** 下一页; null on the last. */
    public String getNextUrl() {
        return read().size() > SIZE
                ? getFirstUrl() + "&after=" + encode(read().get(SIZE - 1).staffNo())
                : null;
    }

    /** The same list from its beginning. */
    public String getFirstUrl() {
        return request.getContextPath() + "/admin/staff?department=" + encode(getDepartment()) + "&q="
                + encode(sent.typed("q"));
    }

    public List<Department> getDepartments() {
        return directory.departments();
    }

    public String getDepartment() {
        return sent.typed("department");
    }

    /** Whom the page is about; null for the list alone. */
    public StaffMember getChosen() {
        if (chosen == null && !sent.typed("officer").isEmpty()) {
            chosen = directory
                    .byStaffNo(sent.typed("officer"))
                    .map(officer -> readStaff.find(current.actor(), officer.staffNo()))
                    .orElse(null);
        }
        return chosen;
    }

    /** Whether he may propose a change of the chosen officer. */
    public boolean isProposing() {
        return isGrantor() && getChosen() != null && getWhy().isEmpty();
    }

    /** Why a security administrator cannot propose anything for the chosen officer now; empty when he can. */
    public String getWhy() {
        if (own(getChosen().staffNo())) {
            return "这是您本人：不能给自己授权，请由其他安全管理员办理。";
        }
        return getOpen().stream().anyMatch(order -> order.staffNo().equals(chosen.staffNo()))
                ? "这名人员已有一份授权申请待批，处理之后才能再提出。"
                : "";
    }

    private boolean own(String staffNo) {
        return directory
                .officer(current.actor().id())
                .filter(officer -> officer.staffNo().equals(staffNo))
                .isPresent();
    }

    public boolean isGrantor() {
        return current.actor().is(Role.SECURITY_ADMIN);
    }

    public List<Choice> getRoles() {
        return ProposeRights.ROLES.stream()
                .sorted()
                .map(role -> new Choice(role.name(), RoleWords.of(role), ticked("role", role.name(), has(role))))
                .toList();
    }

    private boolean has(Role role) {
        return chosen.roles().contains(role);
    }

    public List<Choice> getPosts() {
        return Stream.concat(
                        readStaff.posts(current.actor(), getChosen().department()).stream(), chosen.posts().stream())
                .distinct()
                .sorted()
                .map(post -> new Choice(
                        post, post(post), ticked("post", post, chosen.posts().contains(post))))
                .toList();
    }

    /** As it was sent, when something was; else as it is. */
    private boolean ticked(String name, String value, boolean now) {
        return sent.typed("sent").isEmpty() ? now : all(name).contains(value);
    }

    private List<String> all(String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? List.of() : Arrays.asList(values);
    }

    /** 岗位: department and post in words. */
    public String post(String text) {
        Post post = Post.parse(text);
        return directory.findDepartment(post.department()).map(Department::name).orElse(post.department()) + " "
                + PostWords.of(post);
    }

    public String posts(Collection<String> posts) {
        return posts.isEmpty() ? "无" : posts.stream().map(this::post).collect(Collectors.joining("、"));
    }

    public String roles(Collection<Role> roles) {
        return roles.isEmpty()
                ? "无"
                : roles.stream().sorted().map(RoleWords::of).collect(Collectors.joining("、"));
    }

    public void propose() throws IOException {
        run("proposed", () -> {
            List<String> posts = new ArrayList<>(all("post"));
            Arrays.stream(sent.typed("morePosts").split("[,，、\\s]+"))
                    .filter(one -> !one.isEmpty())
                    .forEach(posts::add);
            propose.propose(
                    current.actor(),
                    sent.typed("officer"),
                    new ProposeRights.Order(all("role"), posts, sent.typed("reason")));
        });
    }

    public void grant() throws IOException {
        run("granted", () -> answer(true));
    }

    public void refuse() throws IOException {
        run("refused", () -> answer(false));
    }

    private void answer(boolean granted) {
        decide.decide(
                current.actor(),
                Uuids.parse(sent.typed("order"), "这份授权申请"),
                new DecideRights.Answer(granted, sent.typed("words")));
    }

    private void run(String word, Runnable work) throws IOException {
        try {
            work.run();
            FacesContext.getCurrentInstance()
                    .getExternalContext()
                    .redirect(request.getContextPath() + "/admin/staff?done=" + word);
        } catch (Refusal refusal) {
            if (refusal.problems().isEmpty()) {
                page.trouble("", refusal.getMessage());
            }
            for (Problem problem : refusal.problems()) {
                page.trouble(problem.path(), problem.message());
            }
            FreshView.show();
        }
    }

    /** What has just been done, in words. */
    public String getDone() {
        return switch (sent.typed("done")) {
            case "proposed" -> "授权申请已提出，由另一名安全管理员批准后生效。";
            case "granted" -> "已同意，新的角色和岗位从该人员的下一次操作起生效。";
            case "refused" -> "已不同意，原有的角色和岗位不变。";
            default -> "";
        };
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
