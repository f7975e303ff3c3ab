package org.yiwang.workflow.notification;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.Outbox;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.organisation.Officer;

/** 告知工作人员: orders notices to a department or to the supervisors, in the caller's transaction, written after it. */
@ApplicationScoped
public class TellOfficers {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Outbox outbox;

    @Inject
    Directory directory;

    /** 事由: what the notice is about; {@code caseNo} may be empty. Never a person's name. */
    public record About(String topic, String caseNo, String item, ObjectNode params) {}

    /**
     * Tells them, once per key.
     *
     * @param key unique for what has happened, such as {@code ticket:…:3}
     */
    public void tell(String key, List<String> to, About about) {
        Set<String> whom = new LinkedHashSet<>(to);
        if (whom.isEmpty()) {
            return;
        }
        ObjectNode order = JSON.createObjectNode().put("caseNo", about.caseNo()).put("item", about.item());
        ArrayNode list = order.putArray("notices");
        for (String one : whom) {
            list.addObject().put("to", one).put("key", about.topic()).set("params", about.params());
        }
        outbox.order("TELL", key, "tell:" + key, order.toString());
    }

    /** All who work for the department now. */
    public List<String> department(String code) {
        return directory.officers().stream()
                .filter(officer -> officer.department().equals(code))
                .map(TellOfficers::box)
                .toList();
    }

    public List<String> supervisors() {
        return directory.officers().stream()
                .filter(officer -> officer.roles().contains(Role.SUPERVISOR))
                .map(TellOfficers::box)
                .toList();
    }

    private static String box(Officer officer) {
        return "officer:" + officer.id();
    }
}
