/**
 * The arithmetic that several derived topics share. Nothing here knows Kafka; every figure comes
 * out the same in whatever order its inputs came.
 */
@NullMarked
package io.liveroom.processor.figures;

import org.jspecify.annotations.NullMarked;
