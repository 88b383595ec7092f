package huxiao.analysis;

import huxiao.model.config.ConfigNode;
import java.util.Objects;
import java.util.Optional;

/**
 * Keys {@code model} and {@code shadow} of section {@code analysis}: folders written by {@code bench/train.sh --out}, relative to the
 * configuration folder.
 *
 * @param model the model that judges; empty for the shipped one
 * @param shadow a model that judges beside it and changes nothing; empty for none
 */
public record ModelChoice(String model, String shadow) {
    /** The shipped model, with none beside it. */
    public static final ModelChoice SHIPPED = new ModelChoice("", "");

    public ModelChoice {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(shadow, "shadow");
    }

    static ModelChoice from(ConfigNode node) {
        return new ModelChoice(
                node.string("model", "").strip(), node.string("shadow", "").strip());
    }

    /** The shadow as the model that judges; empty where there is none. */
    public Optional<ModelChoice> shadowAlone() {
        return shadow.isEmpty() ? Optional.empty() : Optional.of(new ModelChoice(shadow, ""));
    }
}
