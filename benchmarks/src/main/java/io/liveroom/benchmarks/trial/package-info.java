/** The trials: each puts the product under one load or trouble and says what was seen. */
@NullMarked
package io.liveroom.benchmarks.trial;

import org.jspecify.annotations.NullMarked;
