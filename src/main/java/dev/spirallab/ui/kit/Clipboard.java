package dev.spirallab.ui.kit;

import com.vaadin.flow.component.UI;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.json.ExperimentJson;

/** Hands texts to the reader's machine. */
public final class Clipboard {
    private Clipboard() {}

    /** Where the page came by plain HTTP the modern way is closed; the old one still works. */
    public static void copy(String text) {
        UI.getCurrent()
                .getPage()
                .executeJs(
                        """
                        if (navigator.clipboard) {
                          navigator.clipboard.writeText($0);
                        } else {
                          const area = document.createElement('textarea');
                          area.value = $0;
                          document.body.append(area);
                          area.select();
                          document.execCommand('copy');
                          area.remove();
                        }
                        """,
                        text);
    }

    /** Saves an experiment as a file. */
    public static void download(Experiment experiment) {
        download(ExperimentJson.fileName(experiment), ExperimentJson.write(experiment));
    }

    /** Saves a text as a file. */
    public static void download(String name, String text) {
        UI.getCurrent()
                .getPage()
                .executeJs(
                        """
                        const link = document.createElement('a');
                        link.href = URL.createObjectURL(new Blob([$1], { type: 'application/json' }));
                        link.download = $0;
                        link.click();
                        setTimeout(() => URL.revokeObjectURL(link.href), 1000);
                        """,
                        name,
                        text);
    }
}
