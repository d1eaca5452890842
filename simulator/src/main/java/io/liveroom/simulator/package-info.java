/** A stand-in for the platform, with a ledger of the truth: start at {@code Simulator}. */
@NullMarked
package io.liveroom.simulator;

import org.jspecify.annotations.NullMarked;
