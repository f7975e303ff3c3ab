package org.yiwang.forms.catalogue;

/**
 * 变更: the item changes what a licence that another item gave says (行政许可法 §49); its last day stays what it was.
 *
 * @param of the item that gave it
 * @param field key of the question that asks for the licence's number
 * @param items key of the question that asks what is to be changed
 * @param basis law and article
 */
public record Change(ItemCode of, String field, String items, String basis) {}
