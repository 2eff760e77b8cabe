package dev.spirallab.ui.share;

import com.vaadin.flow.component.Svg;
import io.nayuki.qrcodegen.DataTooLongException;
import io.nayuki.qrcodegen.QrCode.Ecc;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A QR code: dark on light in every theme, with the quiet zone that cameras need. */
final class QrCode extends Svg {
    /** Cells on each side that stay empty (ISO/IEC 18004). */
    private static final int QUIET = 4;

    /** More cells than this are too fine for a projector. */
    private static final int MOST_CELLS = 125;

    private QrCode(io.nayuki.qrcodegen.QrCode code, String label) {
        super(picture(code));
        addClassName("lab-qr");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", label);
    }

    /**
     * @param label says what it leads to
     * @return nothing if the text is too long for a code that a camera can read
     */
    static Optional<QrCode> of(String text, String label) {
        try {
            return Optional.of(io.nayuki.qrcodegen.QrCode.encodeText(text, Ecc.LOW))
                    .filter(code -> code.size <= MOST_CELLS)
                    .map(code -> new QrCode(code, label));
        } catch (DataTooLongException tooLong) {
            return Optional.empty();
        }
    }

    private static String picture(io.nayuki.qrcodegen.QrCode code) {
        int side = code.size + 2 * QUIET;
        return "<svg viewBox='0 0 %d %d' shape-rendering='crispEdges' aria-hidden='true'><path fill='#fff' d='M0 0h%dv%dH0z'/><path fill='#000' d='%s'/></svg>"
                .formatted(side, side, side, side, cells(code));
    }

    private static String cells(io.nayuki.qrcodegen.QrCode code) {
        return IntStream.range(0, code.size * code.size)
                .filter(at -> code.getModule(at % code.size, at / code.size))
                .mapToObj(at ->
                        "M%d %dh1v1h-1z".formatted(at % code.size + QUIET, at / code.size + QUIET))
                .collect(Collectors.joining());
    }
}
