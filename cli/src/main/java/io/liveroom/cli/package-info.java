/** The liveroom command: what an operator types, and what comes back. */
@NullMarked
package io.liveroom.cli;

import org.jspecify.annotations.NullMarked;
