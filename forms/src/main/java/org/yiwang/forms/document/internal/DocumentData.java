package org.yiwang.forms.document.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.yiwang.forms.document.DocumentOrder;
import org.yiwang.forms.document.spi.Issuer;

/** 文书数据: what the order brings, and what every document may print besides: department, item, date. */
final class DocumentData {

    private static final ObjectMapper JSON = new ObjectMapper();

    private DocumentData() {}

    static ObjectNode of(DocumentOrder order, Issuer issuer, Items.Item item) {
        ObjectNode data = order.data().deepCopy();
        data.putObject("organisation")
                .put("code", issuer.code())
                .put("name", issuer.name())
                .put("letterCode", issuer.letterCode())
                .put("sealName", issuer.sealName())
                .put("address", issuer.address())
                .put("phone", issuer.phone())
                .put("reconsiderationOrg", issuer.reconsiderationOrg())
                .put("court", issuer.court())
                .put("reconsiderationUrl", issuer.reconsiderationUrl());
        data.putObject("item")
                .put("code", item.code())
                .put("name", item.name())
                .put("powerType", item.powerType())
                .put("act", item.act())
                .put("basis", item.basis());
        data.put("caseNo", order.caseNo());
        data.put("date", chinese(order.date()));
        return data;
    }

    static String chinese(LocalDate date) {
        return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    static byte[] bytes(ObjectNode data) {
        try {
            return JSON.writeValueAsBytes(data);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static ObjectNode read(byte[] bytes) {
        try {
            return (ObjectNode) JSON.readTree(bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
