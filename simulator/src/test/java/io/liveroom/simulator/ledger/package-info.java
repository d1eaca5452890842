/** Tests of the ledger. */
@NullMarked
package io.liveroom.simulator.ledger;

import org.jspecify.annotations.NullMarked;
