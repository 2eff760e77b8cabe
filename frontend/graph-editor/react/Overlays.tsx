import { MiniMap, useConnection, useReactFlow, useStore } from '@xyflow/react';
import { type ReactElement, memo, useEffect, useMemo, useRef, useState } from 'react';
import type { Editor } from '../core/editor';
import { nodeOf } from '../core/graph';
import type { Translate } from '../core/text';
import type { EdgeDoc } from '../core/types';
import { type Point, useEditor, useEditorContext } from './context';
import { doneText, nameOf } from './describe';
import { edgeBetween, pace } from './places';
import type { Fit } from './useFit';

const MANY_NODES = 8;

const HINT_KEY = 'spirallab.editor.hint';

const HINT_EDITS = 4;

const BUBBLE_MS = 4000;

export interface Bubble {
  readonly at: Point;
  readonly text: string;
}

/** Why an edge may not be drawn, in words. */
export function refusalText(editor: Editor, t: Translate, edge: EdgeDoc): string {
  const why = editor.refusal(edge);
  const kind = nodeOf(editor.state.graph, edge.to)?.layer.kind ?? '';
  const layer = nameOf(editor.state, kind, t);
  return why?.code === 'shape'
    ? t('editor.refused.shape', { layer, shape: why.shape, other: why.other })
    : t(`editor.refused.${why?.code ?? 'unknown'}`, { layer });
}

/** A bubble that goes away by itself. */
export function useBubble(): [Bubble | undefined, (bubble: Bubble | undefined) => void] {
  const [bubble, setBubble] = useState<Bubble>();
  useEffect(() => {
    const timer = bubble && setTimeout(() => setBubble(undefined), BUBBLE_MS);
    return () => clearTimeout(timer);
  }, [bubble]);
  return [bubble, setBubble];
}

/** Tells the style sheet that a connection is being drawn, and from which end. */
export function Connecting({ children }: { readonly children: ReactElement }): ReactElement {
  const { t } = useEditorContext();
  const dragged = useConnection((connection) =>
    connection.inProgress ? connection.fromHandle.type : undefined,
  );
  const refused = useConnection(
    (connection) => connection.inProgress && !connection.isValid && connection.toNode !== null,
  );
  const clicked = useStore((state) => state.connectionClickStartHandle?.type);
  return (
    <div className="sl-flow" data-connecting={dragged ?? clicked} data-refused={refused}>
      {children}
      {clicked && (
        <div className="sl-card sl-connect-hint" role="status" data-testid="connecting">
          {t('editor.connecting')}
        </div>
      )}
    </div>
  );
}

/** Beside the pointer, why the connection that is being dragged will not be made. */
export function DragBubble(): ReactElement | null {
  const { editor, t } = useEditorContext();
  const connection = useConnection();
  if (!connection.inProgress || connection.isValid || !connection.toNode) {
    return null;
  }
  const { fromHandle, toHandle, toNode, pointer } = connection;
  const text =
    toHandle?.type === fromHandle.type
      ? t('editor.refused.direction')
      : refusalText(editor, t, edgeBetween(fromHandle, toNode.id));
  return <BubbleBox bubble={{ at: pointer, text }} />;
}

export function BubbleBox({ bubble }: { readonly bubble: Bubble }): ReactElement {
  return (
    <div
      className="sl-bubble"
      role="status"
      data-testid="refusal"
      style={{ left: `min(${bubble.at.x}px, 100% - 264px)`, top: bubble.at.y }}
    >
      {bubble.text}
    </div>
  );
}

/** One line for the first minutes; gone after a few edits, for good. */
export const Hint = memo(function Hint({
  editor,
  t,
  empty,
}: {
  readonly editor: Editor;
  readonly t: Translate;
  readonly empty: boolean;
}): ReactElement | null {
  const [hidden, setHidden] = useState(() => stored(HINT_KEY) === 'done');
  const edits = useRef(0);
  useEffect(
    () =>
      editor.onDone(() => {
        edits.current += 1;
        if (edits.current >= HINT_EDITS) {
          remember(HINT_KEY, 'done');
          setHidden(true);
        }
      }),
    [editor],
  );
  return hidden || empty ? null : (
    <div className="sl-hint" data-testid="hint">
      {t('editor.hint')}
    </div>
  );
});

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A browser that keeps nothing shows the hint again.
  }
}

export function Empty({
  onAdd,
  onSearch,
}: {
  readonly onAdd: () => void;
  readonly onSearch: () => void;
}): ReactElement {
  const { t } = useEditorContext();
  return (
    <div className="sl-empty" data-testid="empty">
      <b>{t('editor.empty.title')}</b>
      <p>{t('editor.empty.text')}</p>
      <div>
        <button
          type="button"
          className="sl-button sl-primary"
          data-testid="empty-input"
          onClick={onAdd}
        >
          {t('editor.empty.input')}
        </button>
        <button type="button" className="sl-button" data-testid="empty-search" onClick={onSearch}>
          {t('editor.empty.search')} <kbd>/</kbd>
        </button>
      </div>
    </div>
  );
}

export interface Overviewed {
  readonly shown: boolean;
  readonly toggle: () => void;
}

/**
 * Whether the overview is shown: as the reader chose, else where there is more than can be seen at
 * once. What fits needs none, which would only hide some of it.
 */
export function useOverview(editor: Editor, fit: Fit): Overviewed {
  const [chosen, setChosen] = useState<boolean>();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const more = useEditor(
    editor,
    ({ graph, drawn }) =>
      graph.nodes.length > MANY_NODES && drawn > 0 && width > 0 && height > 0 && !fit.whole(),
  );
  const shown = chosen ?? more;
  return useMemo(() => ({ shown, toggle: () => setChosen(!shown) }), [shown]);
}

/** The whole graph in small. */
export const Overview = memo(function Overview(): ReactElement {
  const { editor, t } = useEditorContext();
  const flow = useReactFlow();
  return (
    <MiniMap
      pannable
      zoomable
      onClick={(_, { x, y }) =>
        void flow.setCenter(x, y, { zoom: flow.getZoom(), duration: pace() })
      }
      position="bottom-right"
      ariaLabel={t('editor.map')}
      nodeBorderRadius={18}
      nodeColor={(node) => {
        const kind = nodeOf(editor.state.graph, node.id)?.layer.kind ?? '';
        return `var(--sl-group-${editor.state.catalog.group(kind)}, var(--sl-e-dim))`;
      }}
    />
  );
});

/** Says each edit to those who do not see it. */
export const Announcer = memo(function Announcer(): ReactElement {
  const { editor, t } = useEditorContext();
  const [text, setText] = useState('');
  useEffect(
    () =>
      editor.onDone((done, taken) => {
        const what = doneText(editor.state, done, t);
        setText(taken === 'done' ? what : t(`editor.${taken}`, { what }));
      }),
    [editor, t],
  );
  return (
    <div className="sl-said" role="status" aria-live="polite" data-testid="said">
      {text}
    </div>
  );
});
