package org.yiwang.forms.catalogue.search;

import java.time.Instant;

/** 未找到的词: how often it was asked for, and between which days. */
public record UnfoundWords(String words, int hits, Instant firstOn, Instant lastOn) {}
