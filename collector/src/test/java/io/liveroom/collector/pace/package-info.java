/** Tests of the package of the same name. */
@NullMarked
package io.liveroom.collector.pace;

import org.jspecify.annotations.NullMarked;
