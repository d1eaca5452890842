/** The deterministic world: from a seed and an epoch to every room's whole life. */
@NullMarked
package io.liveroom.simulator.world;

import org.jspecify.annotations.NullMarked;
