package dev.spirallab.frame;

import dev.spirallab.frame.UnitPictures.Bank;
import dev.spirallab.frame.UnitPictures.Picture;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The payload of a frame of units, as {@link FrameCodec} describes it. */
final class UnitsCodec {
    private static final int HEAD = 4;
    private static final int BANK = 8;
    private static final int PICTURE = 12;

    private UnitsCodec() {}

    static int length(UnitPictures pictures) {
        int cells = pictures.grid() * pictures.grid();
        return HEAD
                + pictures.banks().stream()
                        .mapToInt(bank ->
                                BANK + id(bank).length + bank.pictures().size() * (PICTURE + cells))
                        .sum();
    }

    static void write(UnitPictures pictures, ByteBuffer to) {
        to.putShort((short) pictures.grid()).putShort((short) pictures.banks().size());
        for (Bank bank : pictures.banks()) {
            byte[] id = id(bank);
            to.putShort((short) id.length).put(id).putInt(bank.units());
            to.putShort((short) bank.pictures().size());
            bank.pictures().forEach(picture -> write(picture, to));
        }
    }

    private static void write(Picture picture, ByteBuffer to) {
        to.putInt(picture.unit()).putFloat(picture.least()).putFloat(picture.greatest());
        to.put(picture.values());
    }

    private static byte[] id(Bank bank) {
        return bank.node().getBytes(StandardCharsets.UTF_8);
    }
}
