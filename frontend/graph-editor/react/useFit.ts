import { useNodesInitialized, useReactFlow, useStore } from '@xyflow/react';
import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react';
import type { Editor } from '../core/editor';
import { boundsOf } from '../core/place';
import { useEditor } from './context';
import { readable, SMALLEST, type Room, fitted, fittingZoom, pace } from './places';

/** Ways to show the graph. */
export interface Fit {
  /** All of it, however small that makes it. */
  readonly all: () => void;
  /** As much of it, from its beginning, as can be read. */
  readonly readably: () => void;
  /** Whether all of it can be read at once. */
  readonly whole: () => boolean;
}

/** The canvas without what floats above it. */
function roomOf(root: HTMLElement | null): Room {
  const bottom = root?.querySelector<HTMLElement>('.sl-bottom')?.offsetHeight ?? 0;
  const { clientWidth: width = 0, clientHeight: height = 0 } = root ?? {};
  return { width, height, x: 24, top: 40, bottom: Math.min(bottom, height / 3) + 28 };
}

/** Fits the view when a graph is loaded and measured, and again while nobody has edited it. */
export function useFit(editor: Editor, root: RefObject<HTMLDivElement | null>): Fit {
  const { setViewport } = useReactFlow();
  const initialized = useNodesInitialized();
  const load = useEditor(editor, (state) => state.load);
  const diagnosed = useEditor(editor, (state) => state.diagnosis.revision >= 0);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const loaded = useRef<number>(undefined);

  const show = useCallback(
    (smallest: number, duration: number) => {
      const bounds = boundsOf(editor.state.graph, editor.sizeOf);
      void setViewport(fitted(bounds, roomOf(root.current), smallest), { duration });
    },
    [editor, root, setViewport],
  );

  useEffect(
    () => editor.setView({ width: width - 48, height: height - 124 }),
    [width, height, editor],
  );

  useEffect(
    () =>
      editor.onDone(({ code }) => {
        if (code === 'document') {
          requestAnimationFrame(() => show(readable(), 0));
        }
      }),
    [editor, show],
  );

  useEffect(() => {
    if (editor.state.revision > 0 || editor.state.graph.nodes.length === 0) {
      loaded.current = load;
    } else if (initialized && loaded.current !== load) {
      loaded.current = load;
      editor.settle();
      show(readable(), 0);
    }
  }, [initialized, load, editor, show]);

  useEffect(() => {
    if (width > 0 && loaded.current !== undefined && editor.state.revision === 0) {
      requestAnimationFrame(() => show(readable(), 0));
    }
  }, [width, height, diagnosed, editor, show]);

  return useMemo(
    () => ({
      all: () => show(SMALLEST, pace()),
      readably: () => show(readable(), pace()),
      whole: () =>
        fittingZoom(boundsOf(editor.state.graph, editor.sizeOf), roomOf(root.current)) >=
        readable(),
    }),
    [editor, root, show],
  );
}
