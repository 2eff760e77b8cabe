package dev.spirallab.ui;

import dev.spirallab.dataset.Contents;
import dev.spirallab.experiment.KeepingSettings;
import dev.spirallab.experiment.Uploads;
import org.springframework.stereotype.Component;

/** Files that people bring. */
@Component
record OwnFiles(Uploads uploads, Contents contents, KeepingSettings settings) {}
