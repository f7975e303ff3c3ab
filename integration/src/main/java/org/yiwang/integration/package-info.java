/** Every system that is not ours. Each package holds the adapters of one port and a stand-in for it. */
package org.yiwang.integration;
