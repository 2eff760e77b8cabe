import { NO_DIAGNOSIS, type Diagnosis, type Graph } from './types';

/** What the server hands over when a graph is loaded. */
export interface Loaded {
  readonly load: number;
  readonly graph: Graph;
  /** The step by which it took the place of another; absent at the beginning. */
  readonly step?: number;
}

/** What the server says about the graph, as it arrives: absent parts are empty. */
export function readDiagnosis(value: Partial<Diagnosis> | undefined): Diagnosis {
  return {
    ...NO_DIAGNOSIS,
    ...value,
    shapes: byName(value?.shapes),
    parameters: byName(value?.parameters),
  };
}

/** A layer may be called `constructor`, and has no shape for that. */
function byName<T>(values: Readonly<Record<string, T>> = {}): Readonly<Record<string, T>> {
  return Object.assign(Object.create(null) as object, values);
}
