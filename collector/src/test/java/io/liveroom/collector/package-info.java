/** Tests of a whole worker, and of the rules its packages keep. */
@NullMarked
package io.liveroom.collector;

import org.jspecify.annotations.NullMarked;
