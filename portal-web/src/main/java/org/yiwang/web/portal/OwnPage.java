package org.yiwang.web.portal;

/** 本人的页面: under “我的办件”, only for who is signed in. */
public interface OwnPage extends PortalPage {

    @Override
    default String section() {
        return "mine";
    }

    @Override
    default boolean personal() {
        return true;
    }
}
