package dev.spirallab.dataset.table;

import dev.spirallab.spec.data.TableFormat;
import dev.spirallab.spec.data.TableFormat.Delimiter;
import dev.spirallab.spec.data.TableFormat.Encoding;
import dev.spirallab.spec.data.TableFormat.Quote;
import java.util.Optional;

/** What somebody says of how a file is written; the rest is guessed. */
public record FormatHints(
        Optional<Delimiter> delimiter,
        Optional<Quote> quote,
        Optional<Encoding> encoding,
        Optional<Boolean> header) {

    /** Nothing. */
    public static final FormatHints NONE =
            new FormatHints(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** All of it. */
    public static FormatHints of(TableFormat format) {
        return new FormatHints(
                Optional.of(format.delimiter()),
                Optional.of(format.quote()),
                Optional.of(format.encoding()),
                Optional.of(format.header()));
    }

    public FormatHints with(Delimiter said) {
        return new FormatHints(Optional.of(said), quote, encoding, header);
    }

    public FormatHints with(Quote said) {
        return new FormatHints(delimiter, Optional.of(said), encoding, header);
    }

    public FormatHints with(Encoding said) {
        return new FormatHints(delimiter, quote, Optional.of(said), header);
    }

    public FormatHints withHeader(boolean said) {
        return new FormatHints(delimiter, quote, encoding, Optional.of(said));
    }
}
