package io.liveroom.simulator.wire;

import io.liveroom.simulator.world.Product;

/** The answer of {@code promotions}, which has its fields directly in {@code data}. */
public final class PromotionsJson {
  private PromotionsJson() {}

  /** One page. */
  public static String page(ShelfPage page) {
    return Json.object(
        json -> {
          json.writeNumberField("code", 200);
          json.writeObjectFieldStart("data");
          String explaining = page.explaining();
          json.writeStringField("current_promotion_id", explaining == null ? "" : explaining);
          json.writeNumberField("expire_time", 300_000);
          json.writeBooleanField("has_more", !page.nextPage().isEmpty());
          json.writeNumberField("min_refresh_gap", page.refreshGap().toMillis());
          json.writeStringField("next_page_id", page.nextPage());
          json.writeArrayFieldStart("promotions");
          for (Product product : page.products()) {
            json.writeRawValue(product(product));
          }
          json.writeEndArray();
          json.writeNumberField("room_type", 0);
          json.writeNumberField("status_code", 0);
          json.writeStringField("status_msg", "");
          json.writeNumberField("top_limit", 100);
          json.writeNumberField("total", page.total());
          json.writeEndObject();
          json.writeStringField("msg", "success");
        });
  }

  private static String product(Product product) {
    return Json.object(
        json -> {
          json.writeStringField("button_label", "去购买");
          json.writeBooleanField("campaign", false);
          json.writeBooleanField("can_explain", true);
          json.writeBooleanField("can_seckill", false);
          json.writeArrayFieldStart("coupons");
          json.writeEndArray();
          json.writeStringField(
              "cover", "http://pictures.example/goods/" + product.productId() + ".webp");
          json.writeStringField(
              "detail_url", "demo://goods/?promotion_id=" + product.promotionId());
          json.writeBooleanField("in_stock", product.stock() > 0);
          json.writeNumberField("index", product.position());
          json.writeNumberField("item_type", 6);
          json.writeNumberField("min_price", product.minPriceFen());
          json.writeNumberField("platform", 4);
          json.writeStringField("platform_label", "小店");
          json.writeNumberField("price", product.priceFen());
          json.writeStringField("product_id", product.productId());
          json.writeStringField("promotion_id", product.promotionId());
          json.writeNumberField("sale_num", product.sales());
          json.writeFieldName("shop_id");
          json.writeNumber(product.shopId());
          json.writeNumberField("status", 2);
          json.writeNumberField("stock_num", product.stock());
          json.writeStringField("title", product.title());
        });
  }
}
