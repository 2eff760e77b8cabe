import type { ReactElement } from 'react';
import { shown } from '../keys/keys';

/** Key combinations, each as a row of keys. */
export function Keys({
  keys,
  or,
}: {
  readonly keys: readonly string[];
  readonly or?: string;
}): ReactElement {
  return (
    <span className="lab-keys">
      {keys.map((combination, at) => (
        <span key={combination}>
          {at > 0 && <i>{or}</i>}
          {shown(combination).map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
        </span>
      ))}
    </span>
  );
}
