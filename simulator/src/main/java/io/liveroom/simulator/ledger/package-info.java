/** The truth: what was really sent, and the figures that follow from it by the words of metrics. */
@NullMarked
package io.liveroom.simulator.ledger;

import org.jspecify.annotations.NullMarked;
