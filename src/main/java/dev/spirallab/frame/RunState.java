package dev.spirallab.frame;

/** The life of a run; the ordinal is the state's byte. */
public enum RunState {
    /** At step 0, waiting for its first command. */
    READY,
    RUNNING,
    PAUSED,
    /** Done, for the reason given; may be continued, set back or closed. */
    ENDED,
    /** Gone, its memory freed. */
    CLOSED
}
