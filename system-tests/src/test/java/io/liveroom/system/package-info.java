/** The whole way, on real parts: what is published must equal what the simulator knows. */
@NullMarked
package io.liveroom.system;

import org.jspecify.annotations.NullMarked;
