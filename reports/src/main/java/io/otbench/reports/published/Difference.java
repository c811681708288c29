package io.otbench.reports.published;

/**
 * How a published number differs from that of this suite.
 *
 * @param leaves what of a comparison with ours it leaves
 * @param text what differs, without a full stop
 */
public record Difference(Leaves leaves, String text) {

  /** What of a comparison a difference leaves, the most first. */
  public enum Leaves {
    /** Another protocol on the same problem: ours may be better or worse, and this is a caution. */
    VERDICT,
    /** Another problem: the size of ours beside it may interest, and decides nothing. */
    RATIO,
    /** Another quantity, or no number at all. */
    NOTHING
  }
}
