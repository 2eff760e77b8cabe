import { useEffect, useMemo, useState } from 'react';
import { openRun } from '../../stream/run-stream';
import { Units } from '../core/units';

/** Pictures of units inside their nodes: whether there may be any, and whether they are shown. */
export interface UnitsShown {
  /** None while they are not shown: nobody asks for them then. */
  readonly units: Units | undefined;
  readonly available: boolean;
  readonly shown: boolean;
  readonly toggle: () => void;
}

/** Where less than this is wide, pictures are shown only to who asks. */
const ROOMY = '(min-width: 80rem)';

/**
 * @param runId the run whose units may be shown, if its data lie on a plane
 */
export function useUnits(runId: string | undefined): UnitsShown {
  const [chosen, setChosen] = useState<boolean>();
  const shown = chosen ?? matchMedia(ROOMY).matches;
  const units = useMemo(
    () => (runId !== undefined && shown ? new Units(runId) : undefined),
    [runId, shown],
  );
  useEffect(
    () => units && openRun(units.runId).subscribe({ onUnits: (frame) => units.take(frame) }),
    [units],
  );
  const available = runId !== undefined;
  return useMemo(
    () => ({ units, available, shown, toggle: () => setChosen(!shown) }),
    [units, available, shown],
  );
}
