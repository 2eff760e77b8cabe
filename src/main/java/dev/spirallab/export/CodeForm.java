package dev.spirallab.export;

/** What an experiment can be taken home as, to be read and run elsewhere. */
public enum CodeForm {
    /** A Python script. */
    pytorch(".py", "text/plain;charset=UTF-8"),
    /** A Jupyter notebook. */
    notebook(".ipynb", "application/x-ipynb+json"),
    /** A class in Java for the Deep Java Library. */
    djl(".java", "text/plain;charset=UTF-8"),
    /** The document itself. */
    json(".json", "application/json");

    private final String suffix;
    private final String mediaType;

    CodeForm(String suffix, String mediaType) {
        this.suffix = suffix;
        this.mediaType = mediaType;
    }

    /** What its file's name ends with. */
    public String suffix() {
        return suffix;
    }

    public String mediaType() {
        return mediaType;
    }
}
