package org.yiwang.forms.catalogue.office;

import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Post;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.Refusal;

/**
 * 事项后台权限: whoever keeps the city's items edits all of them, a department's editor those of his department; only the
 * city's reviewers approve. An administrator looks.
 */
public final class ItemAuthority {

    /** Key of the post that makes somebody an editor of his department's items. */
    public static final String POST = "item-editor";

    private ItemAuthority() {}

    /** May he open the back office at all? */
    public static boolean enters(Actor actor) {
        return everywhere(actor)
                || actor.officer()
                        && actor.posts().stream().anyMatch(post -> post.post().equals(POST));
    }

    /** May he see the items of that department there? */
    public static boolean sees(Actor actor, String department) {
        return everywhere(actor) || edits(actor, department);
    }

    public static boolean edits(Actor actor, String department) {
        return actor.officer() && (actor.is(Role.ITEM_EDITOR) || actor.holds(new Post(department, POST)));
    }

    public static boolean reviews(Actor actor) {
        return actor.officer() && actor.is(Role.ITEM_REVIEWER);
    }

    private static boolean everywhere(Actor actor) {
        return actor.officer() && (actor.is(Role.ITEM_EDITOR) || actor.is(Role.ITEM_REVIEWER) || actor.is(Role.ADMIN));
    }

    static void needEnter(Actor actor) {
        if (!enters(actor)) {
            throw Refusal.forbidden("事项后台只对事项管理、审核人员和系统管理员开放。");
        }
    }

    /** What is not his to see is not there for him. */
    static void needSee(Actor actor, String department) {
        needEnter(actor);
        if (!sees(actor, department)) {
            throw Refusal.notFound("这个事项");
        }
    }

    static void needEdit(Actor actor, String department) {
        needSee(actor, department);
        if (!edits(actor, department)) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "NOT_EDITOR", "只有事项管理人员和本部门的事项编辑可以修改这个事项，请联系他们起草。");
        }
    }

    static void needReview(Actor actor, String department) {
        needSee(actor, department);
        if (!reviews(actor)) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "NOT_REVIEWER", "这一步须由事项审核人员作出，请提交后等待审核。");
        }
    }
}
