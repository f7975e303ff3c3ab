/** Where the stand-in keeps its keys. */
package org.yiwang.integration.seal.internal;
