package io.liveroom.simulator.world;

/**
 * One thing on sale at one moment.
 *
 * @param promotionId exact decimal text
 * @param productId exact decimal text
 * @param title an invented title
 * @param priceFen price in fen
 * @param minPriceFen lowest price in fen
 * @param stock units left
 * @param sales units sold; 0 where hidden
 * @param position place on the shelf, from 1
 * @param shopId exact decimal text
 */
public record Product(
    String promotionId,
    String productId,
    String title,
    long priceFen,
    long minPriceFen,
    long stock,
    long sales,
    int position,
    String shopId) {}
