package io.liveroom.processor.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OnlineCurveTest {

  private static final Duration MAX_GAP = Duration.ofSeconds(4);

  private final OnlineCurve curve = new OnlineCurve();

  @Test
  void within_samplesFurtherApartThanTheGap_areNotJoined() {
    curve.add(0, 10);
    curve.add(2_000, 20);
    curve.add(10_000, 300);
    OnlineFigures figures = curve.within(0, 10_000, MAX_GAP);
    assertThat(figures.average()).isEqualTo(15.0);
    assertThat(figures.coverage()).isEqualTo(0.2);
  }

  @Test
  void within_samplesOutsideTheWindow_areJoinedUpToItsEdgesOnly() {
    curve.add(-1_000, 10);
    curve.add(1_000, 30);
    OnlineFigures figures = curve.within(0, 10_000, MAX_GAP);
    assertThat(figures.average()).isEqualTo(25.0); // from 20 at the edge to 30
    assertThat(figures.coverage()).isEqualTo(0.1);
  }

  @Test
  void within_oneSample_coversNothing() {
    curve.add(1_000, 30);
    OnlineFigures figures = curve.within(0, 10_000, MAX_GAP);
    assertThat(figures.average()).isNull();
    assertThat(figures.coverage()).isZero();
    assertThat(figures.last()).isEqualTo(30L);
  }
}
