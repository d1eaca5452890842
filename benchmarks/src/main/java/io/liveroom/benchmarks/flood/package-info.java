/** More messages than anybody can read: a platform that replays recorded frames under new ids. */
@NullMarked
package io.liveroom.benchmarks.flood;

import org.jspecify.annotations.NullMarked;
