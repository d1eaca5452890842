/** Tests of the simulator as a whole. */
@NullMarked
package io.liveroom.simulator;

import org.jspecify.annotations.NullMarked;
