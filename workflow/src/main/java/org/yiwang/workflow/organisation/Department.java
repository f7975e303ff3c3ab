package org.yiwang.workflow.organisation;

/**
 * 部门: an organ of the city that acts in its own name.
 *
 * @param code such as {@code civil-affairs}
 * @param letterCode 机关代字, begins every 文号: 云东民
 * @param sealName name on the seal
 * @param reconsiderationOrg 行政复议机关
 * @param court 人民法院 for a suit, by its full name
 * @param reconsiderationUrl 网上复议渠道
 * @param supervisionPhone 监督投诉电话
 */
public record Department(
        String code,
        String name,
        String letterCode,
        String sealName,
        String address,
        String phone,
        String reconsiderationOrg,
        String court,
        String reconsiderationUrl,
        String supervisionPhone) {}
