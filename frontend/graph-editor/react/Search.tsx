import {
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
} from 'react';
import { search, type Entry } from '../core/search';
import { useEditorContext, type Point } from './context';
import { Icon } from './icons';
import { useOnScreen } from './Menu';

interface SearchProps {
  readonly at: Point;
  readonly onChoose: (entry: Entry) => void;
  /** @param focus whether the focus should go back to where it was */
  readonly onClose: (focus: boolean) => void;
}

/** Finds a layer by its name: type, choose with the arrow keys, Enter. */
export function Search({ at, onChoose, onClose }: SearchProps): ReactElement {
  const { editor, t } = useEditorContext();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const popup = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const place = useOnScreen(popup, at, popup);
  const id = useId();
  const entries = useMemo(() => search(editor.state.catalog, t, query), [editor, t, query]);
  const chosen = Math.min(active, entries.length - 1);

  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    const entry = entries[chosen];
    switch (event.key) {
      case 'ArrowDown':
        setActive((chosen + 1) % Math.max(1, entries.length));
        break;
      case 'ArrowUp':
        setActive((chosen - 1 + entries.length) % Math.max(1, entries.length));
        break;
      case 'Enter':
        if (entry && !event.nativeEvent.isComposing) {
          onChoose(entry);
        }
        break;
      case 'Escape':
      case 'Tab':
        onClose(true);
        break;
      default:
        return;
    }
    event.preventDefault();
  }

  return (
    <div
      ref={popup}
      className="sl-popup sl-search"
      role="dialog"
      aria-label={t('editor.search.title')}
      data-testid="search"
      style={{ left: place.x, top: place.y }}
    >
      <div className="sl-search-box">
        <Icon name="search" />
        <input
          autoFocus
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={entries[chosen] ? `${id}-${chosen}` : undefined}
          aria-label={t('editor.search.title')}
          placeholder={t('editor.search.placeholder')}
          autoComplete="off"
          spellCheck={false}
          data-testid="search-input"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => onClose(false)}
        />
      </div>
      <ul role="listbox" id={`${id}-list`} ref={list} aria-label={t('editor.search.title')}>
        {entries.map((entry, index) => (
          <li
            key={entry.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            data-group={entry.kind.group}
            data-testid={`found-${entry.id}`}
            title={t(`${entry.kind.key}.help`)}
            onPointerDown={(event) => event.preventDefault()}
            onPointerMove={() => setActive(index)}
            onClick={() => onChoose(entry)}
          >
            <span>{entry.title}</span>
            <small>{entry.detail}</small>
          </li>
        ))}
      </ul>
      {entries.length === 0 && <p className="sl-search-none">{t('editor.search.none')}</p>}
    </div>
  );
}
