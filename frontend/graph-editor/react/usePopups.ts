import { type RefObject, useMemo, useRef, useState } from 'react';
import type { Editor } from '../core/editor';
import type { Translate } from '../core/text';
import type { EdgeDoc } from '../core/types';
import type { MenuItem } from './Menu';
import { type Bubble, refusalText, useBubble } from './Overlays';
import type { Goal, Point } from './context';
import { type MenuHost, connectItems, edgeMenu, nodeMenu, paneMenu, takenMenu } from './menus';
import { focusedNode, middle, placeOf } from './places';

export interface OpenMenu {
  readonly at: Point;
  readonly label: string;
  readonly titled?: boolean;
  readonly items: readonly MenuItem[];
  /** The node that gets the focus back. */
  readonly node?: string | undefined;
}

export interface OpenSearch {
  readonly at: Point;
  readonly goal: Goal;
  readonly node?: string | undefined;
}

/** What opens above the canvas; points are those of the screen. */
export interface PopupActions {
  readonly openSearch: (goal: Goal, at?: Point) => void;
  readonly openMenu: (node: string, at: Point) => void;
  readonly openEdgeMenu: (edge: EdgeDoc, at: Point) => void;
  readonly openPaneMenu: (at: Point) => void;
  readonly openConnect: (node: string) => void;
  /** Says why an edge was not drawn; where another is in the way, asks what to do. */
  readonly refuse: (edge: EdgeDoc, at: Point) => void;
  /** Draws an edge, or says why not. */
  readonly connect: (edge: EdgeDoc) => void;
  readonly hush: () => void;
  readonly closeMenu: () => void;
  readonly closeSearch: () => void;
}

export interface Popups {
  readonly menu: OpenMenu | undefined;
  readonly finder: OpenSearch | undefined;
  readonly bubble: Bubble | undefined;
  readonly actions: PopupActions;
}

/** What the menus ask of the canvas beyond the popups themselves. */
export type Around = Omit<MenuHost, 'editor' | 't' | 'openSearch' | 'connect'> & {
  readonly focusNode: (id: string | undefined) => void;
};

/** The menu, the search and the bubble: one of each at most, and one of the first two at a time. */
export function usePopups(
  root: RefObject<HTMLDivElement | null>,
  editor: Editor,
  t: Translate,
  around: Around,
): Popups {
  const [menu, setMenu] = useState<OpenMenu>();
  const [finder, setFinder] = useState<OpenSearch>();
  const [bubble, setBubble] = useBubble();
  const latest = useRef(around);
  latest.current = around;

  const actions = useMemo((): PopupActions => {
    const local = ({ x, y }: Point): Point => {
      const box = root.current?.getBoundingClientRect();
      return { x: x - (box?.left ?? 0), y: y - (box?.top ?? 0) };
    };
    const host = (): MenuHost => ({ ...latest.current, editor, t, openSearch, connect });
    const show = (opened: OpenMenu) => {
      if (opened.items.length > 0) {
        setFinder(undefined);
        setMenu(opened);
      }
    };

    function openSearch(goal: Goal, at?: Point): void {
      if (!editor.state.readOnly) {
        const place = at ? local(at) : middle(root.current);
        setMenu(undefined);
        setFinder({ goal, at: place, node: focusedNode(root.current) });
      }
    }

    function refuseAt(edge: EdgeDoc, at: Point): void {
      const why = editor.refusal(edge);
      if (!why || editor.state.readOnly) {
        return;
      }
      const text = refusalText(editor, t, edge);
      if (why.code === 'taken') {
        show({ at, label: text, titled: true, items: takenMenu(host(), edge), node: edge.from });
      } else {
        setBubble({ at, text });
      }
    }

    function connect(edge: EdgeDoc): void {
      if (editor.connect(edge)) {
        refuseAt(edge, placeOf(root.current, edge.from));
      }
      latest.current.focusNode(edge.from);
    }

    function openConnect(node: string): void {
      const items = connectItems(host(), node);
      const at = placeOf(root.current, node);
      show({ at, label: t('editor.menu.connect'), titled: true, items, node });
      if (items.length === 0) {
        setBubble({ at, text: t('editor.refused.nowhere') });
      }
    }

    const label = t('editor.menu.title');
    return {
      openSearch,
      openConnect,
      connect,
      refuse: (edge, at) => refuseAt(edge, local(at)),
      openMenu: (node, at) => show({ at: local(at), label, items: nodeMenu(host(), node), node }),
      openEdgeMenu: (edge, at) => show({ at: local(at), label, items: edgeMenu(host(), edge) }),
      openPaneMenu: (at) =>
        show({ at: local(at), label, items: paneMenu(host(), { kind: 'place', at }) }),
      hush: () => setBubble(undefined),
      closeMenu: () => setMenu(undefined),
      closeSearch: () => setFinder(undefined),
    };
  }, [root, editor, t, setBubble]);

  return { menu, finder, bubble, actions };
}
