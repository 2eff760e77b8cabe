import { useId, type ReactElement } from 'react';
import { PEN_KEYS, PLANE_KEYS } from '../boundary/keys';
import { CHART_KEYS, RELIEF_KEYS, WALK_KEYS } from '../charts/keys';
import { PAD_KEYS } from '../evaluation/keys';
import { GRAPH_KEYS } from '../graph-editor/core/keys';
import type { Translate } from '../graph-editor/core/text';
import { WEIGHT_KEYS } from '../inside/keys';
import { Dialog } from './Dialog';
import { Keys } from './Keys';
import { setSingleKeys, singleKeys } from '../keys/keys';
import { NUMBER_KEYS } from '../numbers/numbers';
import type { Row } from './search';

interface KeyListProps {
  readonly rows: readonly Row[];
  readonly t: Translate;
  readonly onClose: () => void;
}

type Table = Readonly<Record<string, readonly string[]>>;

/** What has keys of its own, and the tables by which they are heard. */
const AREAS: readonly {
  readonly area: string;
  readonly tables: Readonly<Record<string, Table>>;
}[] = [
  { area: 'graph', tables: { graph: GRAPH_KEYS } },
  { area: 'charts', tables: { charts: CHART_KEYS } },
  { area: 'plane', tables: { plane: PLANE_KEYS, pen: PEN_KEYS } },
  { area: 'walk', tables: { walk: WALK_KEYS } },
  { area: 'weights', tables: { weights: WEIGHT_KEYS } },
  { area: 'relief', tables: { relief: RELIEF_KEYS } },
  { area: 'pad', tables: { pad: PAD_KEYS } },
  { area: 'numbers', tables: { numbers: NUMBER_KEYS } },
];

type Entry = readonly [name: string, keys: readonly string[]];

/** All keys by area, from the tables by which they are heard. */
export function KeyList({ rows, t, onClose }: KeyListProps): ReactElement {
  const page = rows
    .filter(({ keys }) => keys.length > 0)
    .map(({ name, keys }): Entry => [name, keys]);
  const named = (table: Table, area: string) =>
    Object.entries(table).map(([name, keys]): Entry => [t(`help.keys.${area}.${name}`), keys]);
  return (
    <Dialog name="lab-key-list" label={t('help.keys')} onClose={onClose}>
      <div className="lab-key-head">
        <h2>{t('help.keys')}</h2>
        <form method="dialog">
          <button aria-label={t('help.close')}>✕</button>
        </form>
      </div>
      <label className="lab-key-single">
        <input
          type="checkbox"
          defaultChecked={singleKeys()}
          onChange={(event) => setSingleKeys(event.target.checked)}
        />
        {t('help.keys.single')}
      </label>
      <div className="lab-key-areas" role="group" aria-label={t('help.keys')} tabIndex={0}>
        <Section title={t('help.keys.page')} entries={page} or={t('help.keys.or')} />
        {AREAS.map(({ area, tables }) => (
          <Section
            key={area}
            title={t(`help.keys.${area}`)}
            entries={Object.entries(tables).flatMap(([name, keys]) => named(keys, name))}
            or={t('help.keys.or')}
          />
        ))}
      </div>
    </Dialog>
  );
}

interface SectionProps {
  readonly title: string;
  readonly entries: readonly Entry[];
  readonly or: string;
}

function Section({ title, entries, or }: SectionProps): ReactElement {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <dl>
        {entries.map(([name, keys]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Keys keys={keys} or={or} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
