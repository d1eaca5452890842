/** Tests of the server. */
@NullMarked
package io.liveroom.simulator.server;

import org.jspecify.annotations.NullMarked;
