/** The platform's surface: HTTP, chat sockets, faults on demand, and the simulator's own pages. */
@NullMarked
package io.liveroom.simulator.server;

import org.jspecify.annotations.NullMarked;
