import { useReactFlow, useStore, useStoreApi } from '@xyflow/react';
import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react';
import type { Editor } from '../core/editor';
import { boundsOf } from '../core/place';
import type { Size } from '../core/types';
import { useEditor } from './context';
import {
  fitted,
  fittingZoom,
  isInView,
  legible,
  pace,
  readable,
  roomOf,
  SMALLEST,
  withMargin,
} from './places';

/** Ways to show the graph. */
export interface Fit {
  /** All of it, however small that makes it. */
  readonly all: () => void;
  /** As much of it, from its beginning, as can be read. */
  readonly readably: () => void;
  /** Whether all of it can be read at once. */
  readonly whole: () => boolean;
  /** Whether a node is in view, and nothing floats above it. */
  readonly inView: (id: string) => boolean;
}

/**
 * Fits the view when a graph is loaded and measured, and again when the canvas changes its size:
 * while nobody has edited the graph, and where all of it was in view.
 */
export function useFit(editor: Editor, root: RefObject<HTMLDivElement | null>): Fit {
  const flow = useReactFlow();
  const store = useStoreApi();
  const { setViewport } = flow;
  const load = useEditor(editor, (state) => state.load);
  const drawn = useEditor(editor, (state) => state.drawn);
  const diagnosed = useEditor(editor, (state) => state.diagnosis.revision >= 0);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const loaded = useRef<number>(undefined);
  const before = useRef<Size>({ width: 0, height: 0 });

  const whole = useCallback(
    () =>
      fittingZoom(boundsOf(editor.state.graph, editor.sizeOf), withMargin(roomOf(root.current))) >=
      legible(),
    [editor, root],
  );

  const show = useCallback(
    (smallest: number, duration: number) => {
      const bounds = boundsOf(editor.state.graph, editor.sizeOf);
      void setViewport(fitted(bounds, withMargin(roomOf(root.current)), smallest), { duration });
    },
    [editor, root, setViewport],
  );

  const readably = useCallback(
    (duration: number) => show(whole() ? legible() : readable(), duration),
    [whole, show],
  );

  const inView = useCallback(
    (id: string) => isInView(flow, store.getState().transform, roomOf(root.current), id),
    [flow, store, root],
  );

  const refit = useCallback(() => {
    editor.fold(() => !whole());
    readably(0);
  }, [editor, whole, readably]);

  useEffect(
    () =>
      editor.setView({
        width: width - 48,
        height: height - 124,
        whole: legible(),
        part: readable(),
      }),
    [width, height, editor],
  );

  useEffect(
    () =>
      editor.onDone(({ code }) => {
        if (code === 'document') {
          requestAnimationFrame(() => readably(0));
        }
      }),
    [editor, readably],
  );

  useEffect(() => {
    if (editor.state.revision > 0 || editor.state.graph.nodes.length === 0) {
      loaded.current = load;
    } else if (drawn > 0) {
      loaded.current = load;
      refit();
    }
  }, [drawn, load, editor, refit]);

  useEffect(() => {
    if (height === 0) {
      return; // Hidden by a pane: what is in view is so again when that is shut.
    }
    const size = before.current;
    before.current = { width, height };
    const canvas = { ...size, x: 0, top: 0, bottom: 0 };
    const { transform } = store.getState();
    const wasInView = () =>
      (size.width !== width || size.height !== height) &&
      editor.state.graph.nodes.every(({ id }) => isInView(flow, transform, canvas, id));
    if (width > 0 && loaded.current !== undefined) {
      if (editor.state.revision === 0 || wasInView()) {
        requestAnimationFrame(refit);
      }
    }
  }, [width, height, diagnosed, editor, flow, store, refit]);

  return useMemo(
    () => ({
      all: () => show(SMALLEST, pace()),
      readably: () => readably(pace()),
      whole,
      inView,
    }),
    [show, readably, whole, inView],
  );
}
