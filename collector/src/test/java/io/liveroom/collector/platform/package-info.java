/** Tests of the package of the same name. */
@NullMarked
package io.liveroom.collector.platform;

import org.jspecify.annotations.NullMarked;
