package org.yiwang.forms.document.spi;

/**
 * 发文机关: what is printed about the department that signs.
 *
 * @param code code of the department, such as {@code civil-affairs}
 * @param letterCode 机关代字, begins every 文号: 云东民
 * @param sealName name on the arc of the seal; usually the full name
 * @param reconsiderationOrg where a decision is reconsidered (行政复议机关)
 * @param court court for a suit (人民法院), by its full name
 * @param reconsiderationUrl where to apply for reconsideration on line
 */
public record Issuer(
        String code,
        String name,
        String letterCode,
        String sealName,
        String address,
        String phone,
        String reconsiderationOrg,
        String court,
        String reconsiderationUrl) {}
