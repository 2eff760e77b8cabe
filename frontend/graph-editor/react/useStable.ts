import { useMemo, useRef } from 'react';

/** The same handlers from render to render, each calling the newest of its name. */
export function useStable<T extends Record<string, (...args: never[]) => unknown>>(handlers: T): T {
  const latest = useRef(handlers);
  latest.current = handlers;
  return useMemo(() => {
    const names = Object.keys(latest.current);
    const stable = names.map((name) => [
      name,
      (...args: never[]) => latest.current[name]!(...args),
    ]);
    return Object.fromEntries(stable) as T;
  }, []);
}
