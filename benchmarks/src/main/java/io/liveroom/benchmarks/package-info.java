/** Load and trouble on purpose: what the product bears on this machine, measured. */
@NullMarked
package io.liveroom.benchmarks;

import org.jspecify.annotations.NullMarked;
