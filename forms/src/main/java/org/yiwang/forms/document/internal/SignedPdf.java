package org.yiwang.forms.document.internal;

import java.time.Instant;

/** 已盖章文件. */
record SignedPdf(byte[] bytes, String signedSha256, String signer, Instant signedAt) {}
