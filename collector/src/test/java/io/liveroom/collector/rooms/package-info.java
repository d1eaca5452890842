/** Tests of the package of the same name. */
@NullMarked
package io.liveroom.collector.rooms;

import org.jspecify.annotations.NullMarked;
