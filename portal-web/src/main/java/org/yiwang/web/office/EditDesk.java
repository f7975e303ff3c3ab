package org.yiwang.web.office;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.office.DraftItem;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.web.component.Sent;
import org.yiwang.workflow.organisation.Department;
import org.yiwang.workflow.organisation.Directory;

/** 要素、材料、表单编辑页: one part of a draft as a form; each problem stands at its place. */
@Named("editDesk")
@RequestScoped
public class EditDesk {

    /** Request attribute with the JSON as it was typed, when it could not be saved. */
    static final String TYPED = "office.typed";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Inject
    DraftDesk draft;

    @Inject
    Directory directory;

    @Inject
    Page page;

    @Inject
    Sent sent;

    @Inject
    HttpServletRequest request;

    private List<Node> nodes;
    private final List<DraftDesk.Line> elsewhere = new ArrayList<>();
    private final List<DraftDesk.Line> lines = new ArrayList<>();

    /** elements, materials or form. */
    public String getPart() {
        String part = sent.typed("part");
        return part.matches("elements|materials|form") ? part : "";
    }

    public String getTitle() {
        return switch (getPart()) {
            case "materials" -> "申请材料";
            case "form" -> "表单";
            default -> "实施清单要素";
        };
    }

    String file() {
        return getPart().equals("form") ? "form.json" : "item.json";
    }

    List<Spec> specs() {
        Specs specs = new Specs(departments(), posts(), themes(), processes(), this::word);
        return switch (getPart()) {
            case "materials" -> specs.materials();
            case "form" -> specs.form();
            case "elements" -> specs.elements();
            default -> throw Refusal.notFound("这一部分");
        };
    }

    /** What has no words is called by its name. */
    private String word(String key) {
        String words = page.t(key);
        return words.equals(key) ? key.substring(key.lastIndexOf('.') + 1) : words;
    }

    private List<Spec.Option> departments() {
        return directory.departments().stream()
                .map(department -> new Spec.Option(department.code(), department.name()))
                .toList();
    }

    private List<Spec.Option> posts() {
        Map<String, String> posts = new TreeMap<>();
        directory.officers().forEach(officer -> officer.posts()
                .forEach(post -> posts.put(
                        post.toString(),
                        directory
                                        .findDepartment(post.department())
                                        .map(Department::name)
                                        .orElse(post.department())
                                + " " + post.post())));
        return posts.entrySet().stream()
                .map(post -> new Spec.Option(post.getKey(), post.getValue()))
                .toList();
    }

    private static List<Spec.Option> themes() {
        return DraftItem.themes().entrySet().stream()
                .map(theme -> new Spec.Option(theme.getKey(), theme.getValue().zh()))
                .toList();
    }

    private static List<Spec.Option> processes() {
        return Stream.concat(
                        DraftItem.sharedProcesses().stream()
                                .map(name -> new Spec.Option("shared:" + name, "共用流程 " + name)),
                        Stream.of(new Spec.Option("process.bpmn20.xml", "草案自带的流程文件")))
                .toList();
    }

    /** The file as it is kept. */
    ObjectNode kept() {
        byte[] bytes = draft.files().get(file());
        try {
            return bytes == null ? JSON.createObjectNode() : (ObjectNode) JSON.readTree(bytes);
        } catch (IOException | ClassCastException unreadable) {
            throw Refusal.conflict("NOT_AN_OBJECT", file() + " 不是 JSON 对象，请用文件编辑器改正。");
        }
    }

    static byte[] bytes(ObjectNode json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public List<Node> getNodes() {
        if (nodes == null) {
            ObjectNode json = request.getAttribute(TYPED) instanceof ObjectNode typed ? typed : kept();
            nodes = Node.of(specs(), json, "", "");
            draft.getOpened().problems().forEach(problem -> place(problem.path(), problem.message()));
        }
        return nodes;
    }

    private void place(String path, String message) {
        String prefix = file() + "#";
        if (!path.startsWith(prefix)) {
            return;
        }
        String place = path.substring(prefix.length());
        for (Node node : nodes) {
            Node at = node.take(place, message);
            if (at != null) {
                lines.add(new DraftDesk.Line(at.getLabel(), message, "#" + at.getId()));
                return;
            }
        }
        elsewhere.add(new DraftDesk.Line(path, message, draft.edit(file())));
    }

    /** Problems with a place on this page, each with a link to it. */
    public List<DraftDesk.Line> getLines() {
        getNodes();
        return lines;
    }

    /** Problems of the file that this page does not show. */
    public String getFile() {
        return file();
    }

    public List<DraftDesk.Line> getElsewhere() {
        getNodes();
        return elsewhere.stream()
                .filter(line -> !getPart().equals("materials") || line.place().contains("#materials"))
                .toList();
    }
}
