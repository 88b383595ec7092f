package huxiao.bench.train;

import huxiao.model.PostIds;

/** Parts the training texts by topic: five sixths to learn from, one sixth to calibrate on and to choose thresholds. */
public final class Split {
    private static final int PARTS = 6;

    private Split() {}

    /** Whether a text is kept from learning, so that what was learnt can be calibrated on it. */
    public static boolean isForCalibration(Example example) {
        return Math.floorMod(
                        Integer.parseUnsignedInt(
                                PostIds.sha256("split", example.topic()).substring(0, 8), 16),
                        PARTS)
                == 0;
    }
}
