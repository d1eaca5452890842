package io.liveroom.collector.poll;

import io.liveroom.collector.platform.Endpoint;
import io.liveroom.collector.platform.PromotionPage;
import io.liveroom.common.EventTimeSource;
import io.liveroom.observed.Promotion;
import io.liveroom.observed.PromotionList;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pages of one round of promotions, put together. */
public final class Shelf {

  private final String roomId;
  private final String collectorId;
  private final Map<String, Promotion> promotions = new LinkedHashMap<>(); // by promotion id
  private int pages;
  private boolean isWhole = true;
  private @Nullable Integer total;
  private @Nullable String nextPage;
  private @Nullable String explaining;
  private Duration refreshGap = Duration.ZERO;
  private Instant firstAt = Instant.MAX;
  private Instant lastAt = Instant.MIN;

  public Shelf(String roomId, String collectorId) {
    this.roomId = roomId;
    this.collectorId = collectorId;
  }

  /** Puts the next page to it. */
  public void add(PromotionPage page) {
    pages++;
    page.promotions().forEach(one -> promotions.putIfAbsent(one.getPromotionId(), one));
    isWhole &= page.isWhole();
    total = page.total() == null ? total : page.total();
    explaining = page.explaining() == null ? explaining : page.explaining();
    refreshGap = page.refreshGap();
    nextPage = page.nextPage();
    firstAt = page.receivedAt().isBefore(firstAt) ? page.receivedAt() : firstAt;
    lastAt = page.receivedAt().isAfter(lastAt) ? page.receivedAt() : lastAt;
  }

  int pages() {
    return pages;
  }

  @Nullable String nextPage() {
    return nextPage;
  }

  Duration refreshGap() {
    return refreshGap;
  }

  /**
   * The list; complete only if every page was read, whole, and holds as many as the platform says.
   */
  public PromotionList list(boolean isReadToEnd) {
    boolean isAllThere = total == null || promotions.size() >= total;
    PromotionList list = new PromotionList();
    String endpoint = Endpoint.PROMOTIONS.label();
    list.setEventId(roomId + ":" + endpoint + ":" + lastAt.toEpochMilli());
    list.setRoomId(roomId);
    list.setEventTime(firstAt);
    list.setEventTimeSource(EventTimeSource.ARRIVAL);
    list.setReceivedAt(lastAt);
    list.setCollectorId(collectorId);
    list.setEndpoint(endpoint);
    list.setPromotions(new ArrayList<>(promotions.values()));
    list.setIsComplete(isReadToEnd && isWhole && isAllThere);
    list.setTotal(total);
    list.setExplainingPromotionId(explaining);
    return list;
  }
}
