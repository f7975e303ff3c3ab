package org.yiwang.web.admin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yiwang.forms.catalogue.bank.WhoUses;
import org.yiwang.web.component.Page;
import org.yiwang.web.security.CurrentActor;

/** 题库页: the data elements and standard materials, and before one is changed, who uses it and says it differently. */
@Named("bankPage")
@RequestScoped
public class BankPage {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("type", "题型"),
            Map.entry("label", "题目文字"),
            Map.entry("hint", "填写说明"),
            Map.entry("why", "为什么要填"),
            Map.entry("maxLength", "最多字数"),
            Map.entry("min", "下限"),
            Map.entry("max", "上限"),
            Map.entry("rangeMessage", "超出范围的提示"),
            Map.entry("unit", "单位"),
            Map.entry("pattern", "格式"),
            Map.entry("patternMessage", "格式提示"),
            Map.entry("sensitive", "遮蔽"),
            Map.entry("options", "选项"),
            Map.entry("name", "名称"),
            Map.entry("source", "来源"));

    @Inject
    WhoUses whoUses;

    @Inject
    CurrentActor current;

    @Inject
    HttpServletRequest request;

    @Inject
    Page page;

    private List<WhoUses.ElementLine> elements = List.of();
    private List<WhoUses.MaterialLine> materials = List.of();
    private List<WhoUses.Use> uses = List.of();

    @PostConstruct
    void read() {
        String words = getWords();
        if (isOfMaterials()) {
            materials = whoUses.materials(current.actor()).stream()
                    .filter(line -> has(
                            words,
                            line.material().code(),
                            line.material().name().zh(),
                            String.join(" ", line.material().aliases())))
                    .toList();
        } else {
            elements = whoUses.elements(current.actor()).stream()
                    .filter(line -> has(
                            words,
                            line.element().key(),
                            line.element().label().zh(),
                            line.element().code().orElse("")))
                    .toList();
        }
        if (!getChosen().isEmpty()) {
            uses = isOfMaterials()
                    ? whoUses.ofMaterial(current.actor(), getChosen())
                    : whoUses.ofElement(current.actor(), getChosen());
        }
    }

    private static boolean has(String words, String... where) {
        return words.isEmpty() || String.join(" ", where).contains(words);
    }

    public boolean isOfMaterials() {
        return "materials".equals(request.getParameter("tab"));
    }

    public String getWords() {
        String words = request.getParameter("q");
        return words == null ? "" : words.strip();
    }

    /** The element or material whose uses are listed; empty for none. */
    public String getChosen() {
        String chosen = request.getParameter("of");
        return chosen == null ? "" : chosen.strip();
    }

    public List<WhoUses.ElementLine> getElements() {
        return elements;
    }

    public List<WhoUses.MaterialLine> getMaterials() {
        return materials;
    }

    public List<WhoUses.Use> getUses() {
        return uses;
    }

    public String link(String of) {
        return request.getContextPath() + "/admin/bank?tab=" + (isOfMaterials() ? "materials" : "elements") + "&q="
                + page.encode(getWords()) + "&of=" + page.encode(of) + "#uses";
    }

    /** What a use says differently, in words. */
    public String differs(WhoUses.Use use) {
        return use.differs().stream()
                .map(name -> NAMES.getOrDefault(name, name))
                .collect(Collectors.joining("、"));
    }
}
