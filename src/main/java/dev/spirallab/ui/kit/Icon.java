package dev.spirallab.ui.kit;

import com.vaadin.flow.component.Svg;

/** The page's icons: outlines on a grid of 24, in the colour of the text around them. */
public enum Icon {
    PLAY("<path d='M7 4.5v15l12.5-7.5z' fill='currentColor'/>"),
    PAUSE("<path d='M8 5v14M16 5v14' stroke-width='3.5'/>"),
    RESET("<path d='M4 12a8 8 0 1 0 2.6-5.9M4 4v4.5h4.5'/>"),
    RESEED(
            "<path d='M3 7h3c6 0 6 10 12 10h3M3 17h3c1.8 0 3-.9 4-2.2M13 9.2C14 7.9 15.4 7 18"
                    + " 7h3M18.5 4.5L21 7l-2.5 2.5M18.5 14.5L21 17l-2.5 2.5'/>"),
    STEP("<path d='M6 5v14l9-7z' fill='currentColor'/><path d='M19 5v14'/>"),
    STEP_EPOCH("<path d='M3 6v12l7-6zM11 6v12l7-6z' fill='currentColor'/><path d='M21 5v14'/>"),
    SETTINGS(
            "<path d='M4 7h9M19 7h1M4 17h1M11 17h9'/><circle cx='16' cy='7' r='2.5'/><circle cx='8'"
                    + " cy='17' r='2.5'/>"),
    TEMPLATES(
            "<rect x='4' y='4' width='7' height='7' rx='1.5'/><rect x='13' y='4' width='7'"
                    + " height='7' rx='1.5'/><rect x='4' y='13' width='7' height='7' rx='1.5'/>"
                    + "<rect x='13' y='13' width='7' height='7' rx='1.5'/>"),
    FILE("<path d='M6 3h8l4 4v14H6z'/><path d='M14 3v4h4M9 13h6M9 17h6'/>"),
    LINK(
            "<path d='M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7L12 6.3'/><path d='M14"
                    + " 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1'/>"),
    THEME("<circle cx='12' cy='12' r='9'/><path d='M12 3a9 9 0 0 1 0 18z' fill='currentColor'/>"),
    DICE(
            "<rect x='4' y='4' width='16' height='16' rx='3'/><path d='M8.5 8.5h.01M15.5"
                    + " 15.5h.01M15.5 8.5h.01M8.5 15.5h.01M12 12h.01' stroke-width='2.5'/>"),
    DOWN("<path d='M7 10l5 5 5-5'/>"),
    SIDES("<path d='M4 8h13M13.5 4.5L17 8l-3.5 3.5M20 16H7M10.5 12.5L7 16l3.5 3.5'/>"),
    CLOSE("<path d='M6 6l12 12M18 6L6 18'/>"),
    WARNING("<path d='M12 3.5L2.5 20h19z'/><path d='M12 10v4.5M12 17.2v.01'/>"),
    HELP(
            "<circle cx='12' cy='12' r='9'/><path d='M9.3 9.5a2.8 2.8 0 1 1 4 2.6c-.9.4-1.3 1-1.3 1.9"
                    + "M12 17.2v.01'/>"),
    INFO("<circle cx='12' cy='12' r='9'/><path d='M12 11v5.5M12 7.5v.01'/>"),
    SAVED(
            "<path d='M7 18.5a4.5 4.5 0 0 1-.6-9A6 6 0 0 1 18 10.6a4 4 0 0 1-.6 7.9z'/><path d='M9.5"
                    + " 14l2 2 3.5-4'/>"),
    MORE("<path d='M5 12h.01M12 12h.01M19 12h.01' stroke-width='3.2'/>"),
    SHELF("<path d='M4 5h16v14H4zM4 10h16M9 10v9'/>"),
    SHARE("<path d='M12 15V4M8 7.5L12 3.5l4 4'/><path d='M8 11H6v9.5h12V11h-2'/>"),
    PERSON("<circle cx='12' cy='8.5' r='3.8'/><path d='M4.5 20.5a7.5 7.5 0 0 1 15 0'/>"),
    STAR("<path d='M12 3.6l2.6 5.3 5.8.8-4.2 4.1 1 5.8-5.2-2.7-5.2 2.7 1-5.8-4.2-4.1 5.8-.8z'/>"),
    PLUS("<path d='M12 5v14M5 12h14'/>"),
    SEARCH("<circle cx='11' cy='11' r='6.5'/><path d='M16 16l4.5 4.5'/>"),
    FORK(
            "<circle cx='6' cy='5' r='2'/><circle cx='18' cy='5' r='2'/><circle cx='12' cy='19'"
                    + " r='2'/><path d='M6 7v2a3 3 0 0 0 3 3h6a3 3 0 0 0 3-3V7M12 12v5'/>"),
    QR(
            "<path d='M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.5M20 14v2.5M14 17.5V20h2.5M20 20h.01'/>"),
    FLAG("<path d='M6 21V4h11l-2 4 2 4H6'/>"),
    CHIP(
            "<rect x='6' y='6' width='12' height='12' rx='2'/><path d='M9.5 2.5V6M14.5"
                    + " 2.5V6M9.5 18v3.5M14.5 18v3.5M2.5 9.5H6M2.5 14.5H6M18"
                    + " 9.5h3.5M18 14.5h3.5'/>");

    private final String shapes;

    Icon(String shapes) {
        this.shapes = shapes;
    }

    public Svg create() {
        Svg svg =
                new Svg(
                        "<svg viewBox='0 0 24 24' width='18' height='18' fill='none'"
                                + " stroke='currentColor' stroke-width='1.9' stroke-linecap='round'"
                                + " stroke-linejoin='round' aria-hidden='true'>"
                                + shapes
                                + "</svg>");
        svg.getElement().getClassList().add("lab-icon");
        return svg;
    }
}
