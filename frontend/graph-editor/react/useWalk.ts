import { useSyncExternalStore } from 'react';
import { whereabouts } from '../../charts/whereabouts';
import type { Way } from '../../contract/types';

/** What is done at a node by a step that somebody follows, if he is there. */
export function useWalk(node: string): Way | undefined {
  return useSyncExternalStore(whereabouts.onChange, () =>
    whereabouts.at?.node === node ? whereabouts.at.way : undefined,
  );
}
