import { type FitViewOptions, useNodesInitialized, useReactFlow, useStore } from '@xyflow/react';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { Editor } from '../core/editor';
import { useEditor } from './context';
import { pace } from './places';

const MAX_ZOOM = 1.15;

/** Room for what floats above the canvas. */
function fitOptions(root: HTMLElement | null): FitViewOptions {
  const bottom = root?.querySelector<HTMLElement>('.sl-bottom')?.offsetHeight ?? 0;
  const most = (root?.clientHeight ?? 0) / 3;
  return {
    maxZoom: MAX_ZOOM,
    padding: { top: '44px', bottom: `${Math.min(bottom, most) + 30}px`, x: '32px' },
  };
}

/** Fits the view when a graph is loaded and measured, and again while nobody has edited it. */
export function useFit(editor: Editor, root: RefObject<HTMLDivElement | null>): () => void {
  const { fitView } = useReactFlow();
  const initialized = useNodesInitialized();
  const load = useEditor(editor, (state) => state.load);
  const diagnosed = useEditor(editor, (state) => state.diagnosis.revision >= 0);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const fitted = useRef<number>(undefined);
  const fit = useCallback(
    () => void fitView({ ...fitOptions(root.current), duration: pace() }),
    [fitView, root],
  );

  useEffect(
    () => editor.setView({ width: width - 64, height: height - 128 }),
    [width, height, editor],
  );

  useEffect(() => {
    if (editor.state.revision > 0 || editor.state.graph.nodes.length === 0) {
      fitted.current = load;
    } else if (initialized && fitted.current !== load) {
      fitted.current = load;
      editor.settle();
      requestAnimationFrame(() => void fitView(fitOptions(root.current)));
    }
  }, [initialized, load, editor, fitView, root]);

  useEffect(() => {
    const { revision, graph } = editor.state;
    if (width > 0 && fitted.current !== undefined && revision === 0 && graph.nodes.length > 0) {
      requestAnimationFrame(() => void fitView(fitOptions(root.current)));
    }
  }, [width, height, diagnosed, editor, fitView, root]);

  return fit;
}
