/** What the catalogue asks of others when it publishes a package. */
package org.yiwang.forms.catalogue.spi;
