package io.liveroom.collector.platform;

import com.fasterxml.jackson.core.JsonParser;
import io.liveroom.observed.Promotion;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code promotions}: one page of the goods on sale. */
public final class PromotionsDecoder {

  private static final Duration LONGEST_GAP = Duration.ofHours(1);

  private final DeadLetters letters;

  public PromotionsDecoder(DeadLetters letters) {
    this.letters = letters;
  }

  public Reading<PromotionPage> decode(Payload payload) {
    Decoding decoding = new Decoding(payload, letters);
    return decoding.run(new Steps(payload, decoding));
  }

  private static final class Steps implements Decoding.Steps<PromotionPage>, Envelope.Content {
    private final Payload payload;
    private final Decoding decoding;
    private final List<Promotion> promotions = new ArrayList<>();
    private boolean hasList;
    private boolean hasMore;
    private @Nullable Integer total;
    private @Nullable String nextPage;
    private @Nullable String explaining;
    private Duration refreshGap = Duration.ZERO;

    Steps(Payload payload, Decoding decoding) {
      this.payload = payload;
      this.decoding = decoding;
    }

    @Override
    public Envelope read(byte[] bytes) throws IOException {
      return Envelope.read(bytes, this);
    }

    @Override
    public void inner(JsonParser parser) throws IOException {
      Wire.eachField(parser, this::beside);
    }

    @Override
    public void beside(String name, JsonParser parser) throws IOException {
      switch (name) {
        case "promotions" -> list(parser);
        case "total" -> total = Wire.code(parser);
        case "has_more" -> hasMore = Boolean.TRUE.equals(Wire.flag(parser));
        case "next_page_id" -> nextPage = Wire.filled(parser);
        case "current_promotion_id" -> explaining = Wire.id(parser);
        case "min_refresh_gap" -> refreshGap = Wait.millis(Wire.number(parser), LONGEST_GAP);
        default -> {
          // not watched
        }
      }
    }

    private void list(JsonParser parser) throws IOException {
      hasList = true;
      decoding.eachElement(
          parser,
          element -> {
            ProductFields fields = new ProductFields();
            Wire.eachField(element, fields::field);
            promotions.add(fields.promotion());
          });
    }

    @Override
    public PromotionPage make(Envelope envelope) throws WrongShape {
      if (!hasList) {
        throw new WrongShape("there are no promotions in it, not even an empty list");
      }
      return new PromotionPage(
          promotions,
          !decoding.hasSpoilt() && (!hasMore || nextPage != null),
          total,
          hasMore ? nextPage : null,
          explaining,
          refreshGap,
          payload.receivedAt());
    }
  }
}
