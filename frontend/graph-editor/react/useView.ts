import { useReactFlow, useStoreApi } from '@xyflow/react';
import { type FocusEvent, useMemo, useRef } from 'react';
import type { Editor } from '../core/editor';
import { descendants, nodeOf } from '../core/graph';
import { readable, nodeIdOf, pace } from './places';
import type { Fit } from './useFit';

export interface View {
  /** Selects a node and brings it into view, with the keyboard's focus on it. */
  readonly showNode: (id: string) => void;
  /** Brings a new node and what it pushed away into view. */
  readonly reveal: (id: string | undefined, focus: boolean) => void;
  /** Brings a node that the Tab key reaches into view. */
  readonly onFocus: (event: FocusEvent) => void;
}

/** How the view follows what is worked on. */
export function useView(
  editor: Editor,
  fit: Fit,
  focusNode: (id: string | undefined) => void,
): View {
  const flow = useReactFlow();
  const store = useStoreApi();
  const revealing = useRef(false);

  return useMemo(() => {
    const center = (id: string, zoom: number, rightwards = 0) => {
      const node = nodeOf(editor.state.graph, id);
      if (node) {
        const { width, height } = editor.sizeOf(id);
        const [x, y] = node.at;
        const shift = (rightwards * store.getState().width) / zoom;
        void flow.setCenter(x + width / 2 - shift, y + height / 2, { zoom, duration: pace() });
      }
    };

    const settle = (id: string) => {
      revealing.current = false;
      if (fit.whole()) {
        if (![id, ...descendants(editor.state.graph, id)].every(fit.inView)) {
          fit.readably();
        }
      } else if (!fit.inView(id)) {
        // What comes before it stays in view.
        center(id, Math.max(flow.getZoom(), readable()), 0.25);
      }
    };

    return {
      showNode: (id) => {
        if (nodeOf(editor.state.graph, id)) {
          editor.select([id]);
          center(id, Math.max(flow.getZoom(), readable()));
          focusNode(id);
        }
      },
      reveal: (id, focus) => {
        if (id !== undefined) {
          revealing.current = true;
          if (focus) {
            focusNode(id);
          }
          requestAnimationFrame(() => requestAnimationFrame(() => settle(id)));
        }
      },
      onFocus: (event) => {
        const id =
          event.target.matches('.react-flow__node:focus-visible') && nodeIdOf(event.target);
        if (id && !revealing.current && !fit.inView(id)) {
          center(id, flow.getZoom());
        }
      },
    };
  }, [editor, flow, store, fit, focusNode]);
}
