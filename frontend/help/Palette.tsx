import {
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
} from 'react';
import type { Translate } from '../graph-editor/core/text';
import { Dialog } from './Dialog';
import { onPhone } from './phone';
import { Keys } from './Keys';
import { Finder, TOPICS, type Row } from './search';
import { recent } from './store';

interface PaletteProps {
  readonly rows: readonly Row[];
  readonly t: Translate;
  readonly onChoose: (row: Row) => void;
  readonly onClose: () => void;
}

interface Group {
  readonly area: string;
  readonly rows: readonly Row[];
}

const PAGE = 8;

/** Finds whatever can be done or is explained: type, choose with the arrow keys, Enter. */
export function Palette({ rows, t, onChoose, onClose }: PaletteProps): ReactElement {
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const used = useMemo(recent, []);
  const finder = useMemo(() => {
    const narrow = onPhone();
    return new Finder(rows.filter(({ enabled, wide }) => enabled && !(wide && narrow)));
  }, [rows]);
  const groups = useMemo(
    () => grouped(finder.find(query, used), query, used),
    [finder, query, used],
  );
  const found = groups.flatMap((group) => group.rows);
  const chosen = Math.min(active, found.length - 1);

  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen, query]);

  function move(by: number): void {
    setActive(Math.max(0, Math.min(found.length - 1, chosen + by)));
  }

  function turn(by: number): void {
    setActive((chosen + by + found.length) % Math.max(1, found.length));
  }

  function onKeyDown(event: KeyboardEvent): void {
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => turn(1),
      ArrowUp: () => turn(-1),
      PageDown: () => move(PAGE),
      PageUp: () => move(-PAGE),
      Enter: () => found[chosen] && onChoose(found[chosen]),
    };
    const act = moves[event.key];
    if (act && !event.nativeEvent.isComposing) {
      event.preventDefault();
      act();
    }
  }

  let at = 0;
  return (
    <Dialog name="lab-palette-box" label={t('help.palette')} onClose={onClose}>
      <input
        autoFocus
        type="text"
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={found[chosen] ? `${id}-${chosen}` : undefined}
        aria-label={t('help.palette.find')}
        placeholder={t('help.palette.find')}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        enterKeyHint="go"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id={`${id}-list`} ref={list} aria-label={t('help.palette')}>
        {groups.map((group) => (
          <div key={group.area} role="group" aria-label={t(group.area)}>
            {query === '' && (
              <div className="lab-palette-area" aria-hidden="true">
                {t(group.area)}
              </div>
            )}
            {group.rows.map((row) => {
              const index = at++;
              return (
                <div
                  key={row.id}
                  id={`${id}-${index}`}
                  role="option"
                  aria-selected={index === chosen}
                  data-action={row.id}
                  onPointerMove={() => setActive(index)}
                  onClick={() => onChoose(row)}
                >
                  <span>{row.name}</span>
                  {row.keys.length > 0 ? (
                    <Keys keys={row.keys.slice(0, 1)} />
                  ) : (
                    query !== '' && <small>{t(row.area)}</small>
                  )}
                </div>
              );
            })}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className="lab-palette-none">{t('help.palette.none')}</p>}
      <p className="lab-unseen" role="status">
        {query !== '' && t('help.palette.count', { count: found.length })}
      </p>
      <p className="lab-palette-how" aria-hidden="true">
        {t('help.palette.how')}
      </p>
    </Dialog>
  );
}

/** By heading as long as nothing is typed, explanations left out; else as found, in one group. */
function grouped(rows: readonly Row[], query: string, used: readonly string[]): readonly Group[] {
  if (query.trim() !== '') {
    return [{ area: 'help.palette', rows }];
  }
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const area = used.includes(row.id) ? 'help.palette.recent' : row.area;
    if (area !== TOPICS) {
      groups.set(area, [...(groups.get(area) ?? []), row]);
    }
  }
  return [...groups].map(([area, ofArea]) => ({ area, rows: ofArea }));
}
