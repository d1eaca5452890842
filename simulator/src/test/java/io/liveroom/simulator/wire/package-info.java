/** Tests of the wire. */
@NullMarked
package io.liveroom.simulator.wire;

import org.jspecify.annotations.NullMarked;
