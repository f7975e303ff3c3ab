package org.yiwang.forms.catalogue.bundle;

/** 统一出件方式. */
public enum DeliveryPolicy {
    /** 齐了一起出: results are held until every service has decided, at the latest until one must be served by law. */
    ALL_READY,
    /** 随办随出. */
    AS_READY
}
