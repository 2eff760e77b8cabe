import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
} from 'react';
import { around } from '../../keys/around';
import type { Point } from './context';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly detail?: string | undefined;
  readonly keys?: string | undefined;
  readonly danger?: boolean;
  readonly separated?: boolean;
  readonly run?: () => void;
  /** Whether the menu stays open: what is chosen is often chosen again. */
  readonly stays?: boolean;
  /** The items of a menu that takes the place of this one. */
  readonly items?: readonly MenuItem[];
}

interface MenuProps {
  readonly at: Point;
  readonly label: string;
  /** Whether the label is shown above the items. */
  readonly titled?: boolean;
  readonly items: readonly MenuItem[];
  /** @param focus whether the focus should go back to where it was */
  readonly onClose: (focus: boolean) => void;
}

/** A menu by the ARIA pattern: arrow keys, Home, End, first letters, Escape; stays on the screen. */
export function Menu({ at, label, titled = false, items, onClose }: MenuProps): ReactElement {
  const [trail, setTrail] = useState<readonly MenuItem[]>([]);
  const menu = useRef<HTMLDivElement>(null);
  const parent = trail.at(-1);
  const shown = parent?.items ?? items;
  const place = useOnScreen(menu, at, shown);
  const latest = useRef(onClose);
  latest.current = onClose;

  useEffect(() => {
    focusItem(menu.current, 0);
  }, [shown]);

  useEffect(() => {
    const outside = (event: PointerEvent) => {
      if (!menu.current?.contains(event.target as Node)) {
        latest.current(false);
      }
    };
    document.addEventListener('pointerdown', outside, true);
    return () => document.removeEventListener('pointerdown', outside, true);
  }, []);

  function choose(item: MenuItem): void {
    if (item.items) {
      setTrail([...trail, item]);
    } else if (item.stays) {
      item.run?.();
    } else {
      onClose(true);
      item.run?.();
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    const buttons = itemsOf(menu.current);
    const index = buttons.indexOf(document.activeElement as HTMLElement);
    const move = around(event.key, index, buttons.length);
    if (move !== undefined) {
      focusItem(menu.current, move);
    } else if (event.key === 'ArrowRight' && shown[index]?.items) {
      choose(shown[index]);
    } else if (event.key === 'ArrowLeft' && parent) {
      setTrail(trail.slice(0, -1));
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      onClose(true);
    } else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey) {
      jump(buttons, index, event.key);
    } else {
      return;
    }
    event.preventDefault();
  }

  return (
    <div
      ref={menu}
      className="sl-popup sl-menu"
      role="menu"
      aria-label={parent?.label ?? label}
      data-testid="menu"
      style={{ left: place.x, top: place.y }}
      onKeyDown={onKeyDown}
    >
      {(parent || titled) && (
        <div className="sl-menu-title" role="presentation">
          {parent?.label ?? label}
        </div>
      )}
      {shown.map((item) => (
        <button
          key={item.id}
          type="button"
          role="menuitem"
          tabIndex={-1}
          aria-haspopup={item.items ? 'menu' : undefined}
          data-danger={item.danger}
          data-separated={item.separated}
          data-testid={`menu-item-${item.id}`}
          onPointerEnter={(event) => event.currentTarget.focus()}
          onClick={() => choose(item)}
        >
          <span>{item.label}</span>
          {item.detail && <small>{item.detail}</small>}
          {item.keys && <kbd>{item.keys}</kbd>}
          {item.items && <small>›</small>}
        </button>
      ))}
    </div>
  );
}

function itemsOf(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
}

function focusItem(menu: HTMLElement | null, index: number): void {
  itemsOf(menu).at(index)?.focus();
}

function jump(buttons: readonly HTMLElement[], index: number, key: string): void {
  const ahead = [...buttons.slice(index + 1), ...buttons.slice(0, index + 1)];
  ahead.find((button) => button.textContent?.toLowerCase().startsWith(key.toLowerCase()))?.focus();
}

/** Moves a popup that would leave the editor back into it. */
export function useOnScreen(
  popup: React.RefObject<HTMLElement | null>,
  at: Point,
  content: unknown,
): Point {
  const [place, setPlace] = useState(at);
  useLayoutEffect(() => {
    const element = popup.current;
    const room = element?.offsetParent?.getBoundingClientRect();
    if (element && room) {
      setPlace({
        x: Math.max(8, Math.min(at.x, room.width - element.offsetWidth - 8)),
        y: Math.max(8, Math.min(at.y, room.height - element.offsetHeight - 8)),
      });
    }
  }, [popup, at, content]);
  return place;
}
