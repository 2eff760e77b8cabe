package dev.spirallab.spec.json;

/**
 * What the page must know to offer palettes and forms, derived from the records:
 *
 * <pre>{@code
 * { "families": {
 *     "layer": { "kinds": [ { "kind": "linear", "group": "dense", "key": "layer.linear", "settings": [
 *        { "name": "units", "key": "setting.units", "type": "integer", "min": 1, "max": 65536 },
 *        { "name": "activation", "key": "setting.activation", "type": "choice", "default": "identity",
 *          "choices": [ {"value": "identity", "key": "function.identity"}, ... ] },
 *        { "name": "initial", "key": "setting.initial", "type": "record", "optional": true, ... } ] } ] },
 *     "dataset": ..., "loss": ..., "optimizer": ..., "schedule": ..., "warmup": ..., "gradientClipping": ... },
 *   "records": { "training": { "settings": [...] }, "regularization": ..., "earlyStopping": ..., "target": ... } }
 * }</pre>
 *
 * Types: {@code integer | number | boolean | text | choice | choices} (a list of choices) {@code |
 * family | record | list}. Texts in the bundles: {@code <key>} is the name, {@code <key>.help} one
 * sentence on it; {@code group.<group>} names a palette group.
 */
public final class Catalog {
    private Catalog() {}

    public static String json() {
        throw new UnsupportedOperationException("soon");
    }
}
