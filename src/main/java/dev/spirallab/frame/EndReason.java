package dev.spirallab.frame;

/** Why a run ended; the ordinal is the reason's byte. */
public enum EndReason {
    NONE,
    /** All epochs asked for are done. */
    EPOCHS,
    /** All steps asked for are done. */
    STEPS,
    /** A figure reached its target. */
    TARGET,
    /** A figure stopped improving; the best parameters were restored. */
    EARLY_STOPPING,
    /** A loss or a parameter is no longer a finite number. */
    DIVERGED,
    /** Somebody stopped it. */
    STOPPED,
    /** It broke down; a {@link Frame.Trouble} says how. */
    FAILED
}
