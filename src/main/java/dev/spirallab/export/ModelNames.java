package dev.spirallab.export;

import dev.spirallab.engine.NodeTensor;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.spec.json.Records;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The names of a model's nodes outside of the document: identifiers, as like the ids as can be, the
 * same in the code and in the files of weights, so that one loads the other.
 */
public final class ModelNames {
    /** What has a meaning of its own in Python, in Java or in a module of PyTorch or DJL. */
    private static final Set<String> RESERVED =
            Set.of(
                    ("and as assert async await break class continue def del elif else except false"
                                    + " finally for from global if import in is lambda none nonlocal"
                                    + " not or pass raise return true try while with yield abstract"
                                    + " boolean byte case catch char default do double enum extends"
                                    + " final float goto implements instanceof int interface long"
                                    + " native new null package private protected public short static"
                                    + " strictfp super switch synchronized this throw throws transient"
                                    + " var void volatile self cls x y torch nn math model f forward"
                                    + " train eval training call apply to cpu cuda half bfloat16 type"
                                    + " buffers children modules parameters name named_buffers"
                                    + " named_children named_modules named_parameters add_module"
                                    + " state_dict load_state_dict share_memory compile ipu mtia xpu"
                                    + " register_buffer register_module register_parameter"
                                    + " requires_grad_ zero_grad extra_repr get_buffer get_parameter"
                                    + " get_submodule set_submodule float16 to_empty t_destination"
                                    + " dump_patches call_super_init children_ block ndarray ndlist"
                                    + " store inputs parameter manager shape shapes datatype")
                            .split(" "));

    private final Map<String, String> names = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();

    private ModelNames() {}

    public static ModelNames of(Valid valid) {
        return of(valid.order());
    }

    static ModelNames of(List<Node> order) {
        ModelNames names = new ModelNames();
        order.forEach(names::add);
        return names;
    }

    private void add(Node node) {
        String base = letters(node.id());
        String first = base.isEmpty() ? Records.kind(node.layer()) : base;
        String name = first;
        for (int i = 2; unusable(name); i++) {
            name = first + "_" + i;
        }
        taken.add(name.toLowerCase(Locale.ROOT));
        names.put(node.id(), name);
    }

    /** Letters, digits and single underscores, a letter first; empty if there is none. */
    private static String letters(String id) {
        String kept = id.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_+|_+$", "");
        return kept.matches("[0-9].*") ? "layer_" + kept : kept;
    }

    private boolean unusable(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return RESERVED.contains(lower) || taken.contains(lower);
    }

    /** What PyTorch calls it in a module's state. */
    public String of(NodeTensor tensor) {
        return of(tensor.node(), tensor.name());
    }

    String of(String node, String tensor) {
        String own =
                switch (tensor) {
                    case "mean" -> "running_mean";
                    case "var" -> "running_var";
                    case "out_proj_weight" -> "out_proj.weight";
                    case "out_proj_bias" -> "out_proj.bias";
                    default -> tensor;
                };
        return of(node) + "." + own;
    }

    /**
     * @throws NullPointerException if there is no such node
     */
    public String of(String node) {
        return Objects.requireNonNull(names.get(node), node);
    }
}
