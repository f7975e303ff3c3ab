package org.yiwang.forms.identity;

import java.util.Set;

/**
 * 外部程序: an account of its own for a program of another office; it acts for nobody and changes nothing.
 *
 * @param organisation the department it belongs to
 */
public record Program(String login, String name, String organisation, Set<ProgramScope> scopes) {

    public Program {
        scopes = Set.copyOf(scopes);
    }

    public boolean may(ProgramScope scope) {
        return scopes.contains(scope);
    }
}
