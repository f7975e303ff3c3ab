/** Where files lie: a folder of ours, or later an object store. */
package org.yiwang.integration.filestore;
