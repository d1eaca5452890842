/** The platform's JSON: every shape of every endpoint. The only place that writes it. */
@NullMarked
package io.liveroom.simulator.wire;

import org.jspecify.annotations.NullMarked;
