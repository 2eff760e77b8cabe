package dev.spirallab.ui.help;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** The formulas of the explanations, in LaTeX, from {@code help/formulas.yaml}. */
public final class Formulas {
    private static final Map<String, String> FORMULAS = read();

    private Formulas() {}

    public static Optional<String> of(String key) {
        return Optional.ofNullable(FORMULAS.get(key));
    }

    private static Map<String, String> read() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("help/formulas.yaml"));
        Properties formulas = yaml.getObject();
        Map<String, String> byKey = new TreeMap<>();
        if (formulas != null) {
            formulas.forEach((key, text) -> byKey.put(bare((String) key), (String) text));
        }
        return byKey;
    }

    /** A topic that has topics of its own stands under the empty key in the file. */
    private static String bare(String key) {
        return key.endsWith(".") ? key.substring(0, key.length() - 1) : key;
    }
}
