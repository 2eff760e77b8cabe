import { useSyncExternalStore } from 'react';
import { whereabouts } from '../../charts/whereabouts';
import type { Way } from '../../contract/types';

/** What is done at one of the nodes by a step that somebody follows, if he is there. */
export function useWalk(...nodes: readonly string[]): Way | undefined {
  return useSyncExternalStore(whereabouts.onChange, () => {
    const { at } = whereabouts;
    return at && nodes.includes(at.node) ? at.way : undefined;
  });
}
