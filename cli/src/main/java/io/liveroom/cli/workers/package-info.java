/** The collector workers, as they tell of themselves. */
@NullMarked
package io.liveroom.cli.workers;

import org.jspecify.annotations.NullMarked;
