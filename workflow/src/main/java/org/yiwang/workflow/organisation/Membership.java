package org.yiwang.workflow.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Post;

/** 部门归属: to which department somebody belongs, and who answers for it. */
@ApplicationScoped
public class Membership {

    /** 审批岗 is held by those who answer for a department. */
    private static final String HEAD = "director";

    @Inject
    Directory directory;

    /** Code of his department; empty for whoever is no officer. */
    public String departmentOf(Actor actor) {
        return actor.officer()
                ? directory.officer(actor.id()).map(Officer::department).orElse("")
                : "";
    }

    public boolean belongs(Actor actor, String department) {
        return actor.officer() && departmentOf(actor).equals(department);
    }

    /** 部门负责人: holds its director's post; where nobody does, anyone who works there answers for it. */
    public boolean answersFor(Actor actor, String department) {
        return belongs(actor, department) && heads(department).stream().anyMatch(officer -> officer.id() == actor.id());
    }

    public List<Officer> heads(String department) {
        List<Officer> own = directory.officers().stream()
                .filter(officer -> officer.department().equals(department))
                .toList();
        Post head = new Post(department, HEAD);
        List<Officer> heads =
                own.stream().filter(officer -> officer.holds(head)).toList();
        return heads.isEmpty() ? own : heads;
    }

    public String name(String department) {
        return directory.findDepartment(department).map(Department::name).orElse(department);
    }
}
