package org.yiwang.workflow.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yiwang.forms.identity.Post;

/** 通讯录: departments and officers as they are now, kept in memory; the tables say when they have changed. */
@ApplicationScoped
public class Directory {

    private record Contents(Map<String, Department> departments, Map<Long, Officer> officers) {}

    private volatile Contents contents = new Contents(Map.of(), Map.of());

    /**
     * The department of that code.
     *
     * @throws IllegalArgumentException if there is none; the message names the code
     */
    public Department department(String code) {
        return findDepartment(code).orElseThrow(() -> new IllegalArgumentException("no department " + code));
    }

    public Optional<Department> findDepartment(String code) {
        return Optional.ofNullable(contents.departments().get(code));
    }

    /** All departments, in the order of the city's file. */
    public List<Department> departments() {
        return List.copyOf(contents.departments().values());
    }

    /** The officer, whether he still serves or not. */
    public Optional<Officer> officer(long id) {
        return Optional.ofNullable(contents.officers().get(id));
    }

    /** Those who hold a post now. */
    public List<Officer> officersOf(Post post) {
        return officers().stream().filter(o -> o.holds(post)).toList();
    }

    /** The colleague with this staff number who still serves. */
    public Optional<Officer> byStaffNo(String staffNo) {
        return officers().stream().filter(o -> o.staffNo().equals(staffNo)).findFirst();
    }

    /** All who serve now. */
    public List<Officer> officers() {
        return contents.officers().values().stream().filter(Officer::active).toList();
    }

    /** Takes what the tables hold now, in place of what was known before. */
    public void replace(Collection<Department> departments, Collection<Officer> officers) {
        Map<String, Department> byCode = new LinkedHashMap<>();
        departments.forEach(d -> byCode.put(d.code(), d));
        Map<Long, Officer> byId = new LinkedHashMap<>();
        officers.forEach(o -> byId.put(o.id(), o));
        contents = new Contents(byCode, byId);
    }
}
