import { createContext, useContext, useSyncExternalStore } from 'react';
import type { EditorState } from '../core/draft';
import type { Editor } from '../core/editor';
import type { Translate } from '../core/text';
import type { EdgeDoc, Edit } from '../core/types';
import type { Units } from '../core/units';

/** A place on the screen, in client pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a layer that is chosen in the search goes. */
export type Goal =
  | { readonly kind: 'auto' }
  | { readonly kind: 'after'; readonly node: string }
  | { readonly kind: 'edge'; readonly edge: EdgeDoc }
  | { readonly kind: 'place'; readonly at: Point; readonly from?: string; readonly to?: string };

/** What parts of the canvas ask of the whole. */
export interface Actions {
  readonly openMenu: (node: string, at: Point) => void;
  readonly openSearch: (goal: Goal, at?: Point) => void;
  readonly showNode: (node: string) => void;
  readonly applyFix: (edits: readonly Edit[]) => void;
}

export interface EditorContextValue {
  readonly editor: Editor;
  readonly t: Translate;
  readonly language: string;
  readonly actions: Actions;
  /** Pictures of units, while they are shown. */
  readonly units: Units | undefined;
}

const EditorContext = createContext<EditorContextValue | undefined>(undefined);

export const EditorProvider = EditorContext.Provider;

export function useEditorContext(): EditorContextValue {
  const value = useContext(EditorContext);
  if (!value) {
    throw new Error('Parts of the graph editor must be inside it');
  }
  return value;
}

/** Renders again only when what `select` picks from the editor's state changes. */
export function useEditor<T>(editor: Editor, select: (state: EditorState) => T): T {
  return useSyncExternalStore(editor.subscribe, () => select(editor.state));
}
