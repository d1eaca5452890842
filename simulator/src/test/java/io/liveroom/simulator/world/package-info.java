/** Tests of the world. */
@NullMarked
package io.liveroom.simulator.world;

import org.jspecify.annotations.NullMarked;
