package io.liveroom.collector.platform;

import com.fasterxml.jackson.core.JsonParser;
import io.liveroom.observed.Promotion;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The fields of one product on the shelf. */
final class ProductFields {

  private final Promotion promotion = new Promotion();
  private @Nullable String id;

  Promotion promotion() throws WrongShape {
    if (id == null) {
      throw new WrongShape("a promotion has no id");
    }
    promotion.setPromotionId(id);
    return promotion;
  }

  void field(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "promotion_id" -> id = Wire.id(parser);
      case "product_id" -> promotion.setProductId(Wire.id(parser));
      case "title" -> promotion.setTitle(Wire.text(parser));
      case "shop_id" -> promotion.setShopId(Wire.id(parser));
      case "platform_label" -> promotion.setPlatformLabel(Wire.filled(parser));
      default -> {
        if (!figures(name, parser)) {
          flags(name, parser);
        }
      }
    }
  }

  private boolean figures(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "price" -> promotion.setPriceFen(Wire.number(parser));
      case "min_price" -> promotion.setMinPriceFen(Wire.number(parser));
      case "stock_num" -> promotion.setStock(Wire.number(parser));
      case "sale_num" -> promotion.setSales(Wire.number(parser));
      case "status" -> promotion.setPlatformStatus(Wire.code(parser));
      case "index" -> promotion.setPosition(Wire.code(parser));
      default -> {
        return false;
      }
    }
    return true;
  }

  private void flags(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "in_stock" -> promotion.setInStock(Wire.flag(parser));
      case "campaign" -> promotion.setIsCampaign(campaign(parser));
      case "can_explain" -> promotion.setCanExplain(Wire.flag(parser));
      case "can_seckill" -> promotion.setCanSeckill(Wire.flag(parser));
      default -> {
        // not watched
      }
    }
  }

  /** A campaign is false, or true, or the campaign itself. */
  private static @Nullable Boolean campaign(JsonParser parser) throws IOException {
    return parser.isExpectedStartObjectToken() ? Boolean.TRUE : Wire.flag(parser);
  }
}
