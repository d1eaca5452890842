/** The query API over HTTP, and the files of the live page. */
@NullMarked
package io.liveroom.processor.api;

import org.jspecify.annotations.NullMarked;
