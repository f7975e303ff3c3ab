package org.yiwang.workflow.organisation;

/**
 * 有权机关: where somebody has to go whose business is not done here.
 *
 * @param url of its own site; empty where none is known
 */
public record OtherAuthority(String name, String address, String phone, String url) {}
