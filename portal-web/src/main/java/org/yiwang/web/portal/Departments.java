package org.yiwang.web.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.yiwang.workflow.organisation.Department;
import org.yiwang.workflow.organisation.Directory;

/** 部门名称: names of departments for pages; a code nobody knows is shown as it is. */
@ApplicationScoped
public class Departments {

    @Inject
    Directory directory;

    public String name(String code) {
        return directory.findDepartment(code).map(Department::name).orElse(code);
    }
}
