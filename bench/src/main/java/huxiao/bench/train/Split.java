package huxiao.bench.train;

import huxiao.model.PostIds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Parts the training texts by topic: five sixths to learn from, one sixth to calibrate on and to choose thresholds. */
public final class Split {
    private static final int PARTS = 6;

    private Split() {}

    /** What the models are calibrated on: the sixth of some rows that is kept from learning, and rows that are for nothing else. */
    public static List<Example> kept(List<Example> rows, Path home) throws IOException {
        List<Example> kept =
                new ArrayList<>(rows.stream().filter(Split::isForCalibration).toList());
        kept.addAll(Examples.rows(home.resolve("bench/data/calibration")));
        return List.copyOf(kept);
    }

    /** Whether a text is kept from learning, so that what was learnt can be calibrated on it. */
    public static boolean isForCalibration(Example example) {
        return Math.floorMod(
                        Integer.parseUnsignedInt(
                                PostIds.sha256("split", example.topic()).substring(0, 8), 16),
                        PARTS)
                == 0;
    }
}
