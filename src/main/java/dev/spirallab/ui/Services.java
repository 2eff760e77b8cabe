package dev.spirallab.ui;

import dev.spirallab.NetworkAddresses;
import dev.spirallab.account.Owners;
import dev.spirallab.account.Rates;
import dev.spirallab.account.WatchKeys;
import dev.spirallab.dataset.Library;
import dev.spirallab.engine.Engine;
import dev.spirallab.experiment.Experiments;
import dev.spirallab.experiment.Links;
import dev.spirallab.experiment.Watches;
import dev.spirallab.i18n.Messages;
import dev.spirallab.run.Runs;
import dev.spirallab.ui.mine.Accounts;
import dev.spirallab.ui.share.Framing;
import dev.spirallab.validation.Validator;
import org.springframework.stereotype.Component;

/** What the pages ask. */
@Component
record Services(
        Messages messages,
        Validator validator,
        Library library,
        Engine engine,
        Runs runs,
        Experiments experiments,
        Links links,
        Watches watches,
        OwnFiles files,
        Owners owners,
        Rates rates,
        WatchKeys watchKeys,
        Broadcasts broadcasts,
        NetworkAddresses addresses,
        Accounts accounts,
        Framing framing) {}
