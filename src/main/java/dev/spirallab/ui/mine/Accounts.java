package dev.spirallab.ui.mine;

import dev.spirallab.account.Mine;
import dev.spirallab.account.Owners;
import dev.spirallab.account.RecoveryCodes;
import dev.spirallab.account.Tokens;
import dev.spirallab.experiment.Experiments;
import org.springframework.stereotype.Component;

/** What the dialog asks. */
@Component
public record Accounts(
        Owners owners, RecoveryCodes codes, Tokens tokens, Mine mine, Experiments experiments) {}
