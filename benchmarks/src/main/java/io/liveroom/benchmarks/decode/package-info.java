/** What it takes to read one answer or frame of the platform, beside the JSON parser alone. */
@NullMarked
package io.liveroom.benchmarks.decode;

import org.jspecify.annotations.NullMarked;
