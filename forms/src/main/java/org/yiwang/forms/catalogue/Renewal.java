package org.yiwang.forms.catalogue;

/**
 * 延续: the item prolongs a licence that another item gave (行政许可法 §50).
 *
 * @param of the item that gave it
 * @param field key of the question that asks for the licence's number
 * @param before how many natural days before its end it has to be asked for; the law says 30 unless another law says
 *     otherwise
 * @param basis law and article
 */
public record Renewal(ItemCode of, String field, int before, String basis) {}
