/**
 * The alerting job, an example of a consumer: derived.alert → a webhook. Copy it to make one of
 * your own.
 */
@NullMarked
package io.liveroom.alerting;

import org.jspecify.annotations.NullMarked;
