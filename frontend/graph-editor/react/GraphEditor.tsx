import {
  type AriaLabelConfig,
  Background,
  ConnectionMode,
  type Edge,
  type Node,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useReactFlow,
  useStoreApi,
} from '@xyflow/react';
import { type ReactElement, useCallback, useMemo, useRef } from 'react';
import type { Editor } from '../core/editor';
import type { Messages } from '../../texts/texts';
import { type Translate, translator } from '../core/text';
import { isForeign } from '../core/fixes';
import type { Edit, LayerSpec } from '../core/types';
import { calmWhileDragging } from '../../stream/run-stream';
import { BlockFrame } from './BlockFrame';
import { BlockNode } from './BlockNode';
import { FlowEdge } from './FlowEdge';
import { LayerNode } from './LayerNode';
import { Menu } from './Menu';
import {
  Announcer,
  BubbleBox,
  Connecting,
  DragBubble,
  Empty,
  Hint,
  Overview,
  useOverview,
} from './Overlays';
import { ProblemList, TotalsCard } from './Panels';
import { Search } from './Search';
import { Toolbar } from './Toolbar';
import { type Actions, EditorProvider, type Goal, useEditor } from './context';
import { SMALLEST, pointOf, realEdge } from './places';
import { useAdding } from './useAdding';
import { useBlocks } from './useBlocks';
import { useCanvasEdges, useCanvasNodes } from './useCanvas';
import { useClipboard } from './useClipboard';
import { useConnections } from './useConnections';
import { useDrop } from './useDrop';
import { useFit } from './useFit';
import { useFocus } from './useFocus';
import { useKeys } from './useKeys';
import { type PopupActions, type Popups, usePopups } from './usePopups';
import { useStable } from './useStable';
import { useUnits } from './useUnits';
import { useView } from './useView';

export interface GraphEditorProps {
  readonly editor: Editor;
  readonly messages: Messages;
  /** The run whose units may be shown, if its data lie on a plane. */
  readonly runId?: string | undefined;
  /** What the page says above the canvas. */
  readonly notice: string;
  /** All edits of a fix that concerns more than the graph. */
  readonly onForeignEdits: (edits: readonly Edit[]) => void;
}

const NODE_TYPES = { layer: LayerNode, block: BlockNode, frame: BlockFrame };

const EDGE_TYPES = { flow: FlowEdge };

/** React Flow's mark stands at the end of the editor, behind what people came for. */
const NO_SECOND_MARK = { hideAttribution: true };

const MULTI_KEYS = ['Meta', 'Control'];

/** The canvas, its toolbar and lists. All rules are the editor's; this shows and asks. */
export function GraphEditor(props: GraphEditorProps): ReactElement {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}

function Canvas({
  editor,
  messages,
  runId,
  notice,
  onForeignEdits,
}: GraphEditorProps): ReactElement {
  const t = useMemo(() => translator(messages), [messages]);
  const root = useRef<HTMLDivElement>(null);
  const readOnly = useEditor(editor, (state) => state.readOnly);
  const empty = useEditor(editor, (state) => state.graph.nodes.length === 0);
  const { nodes, onNodesChange } = useCanvasNodes(editor, t);
  const focusNode = useFocus(root, nodes, editor);
  const fit = useFit(editor, root);
  const view = useView(editor, fit, focusNode);
  const drop = useDrop(editor, view.reveal);
  const { edges, onEdgesChange } = useCanvasEdges(editor, t, drop.edge);
  const adding = useAdding(editor, view);
  const overview = useOverview(editor, fit);
  const unitsShown = useUnits(runId);
  const pasteHere = useClipboard(root, editor, focusNode);
  useBlocks(editor, focusNode);

  const editNode = useCallback(
    (id: string) => {
      editor.select([id]);
      focusNode(id, true);
    },
    [editor, focusNode],
  );
  const popups = usePopups(root, editor, t, {
    editNode,
    focusNode,
    pasteHere,
    fit: fit.all,
    reveal: (id) => view.reveal(id, false),
  });
  const cancel = useCancel(popups.actions);
  const pan = usePan();
  const newBlock = t('editor.block.new');
  useKeys(root, editor, { ...popups.actions, editNode, focusNode, cancel, pan, newBlock });

  const actions = useActions(editor, popups.actions, view.showNode, onForeignEdits);
  const language = messages['editor.language'] ?? 'en';
  const { units } = unitsShown;
  const context = useMemo(
    () => ({ editor, t, language, actions, units }),
    [editor, t, language, actions, units],
  );
  const connections = useConnections(editor, popups.actions);
  const pointing = usePointing(popups.actions);
  const labels = useMemo(() => ariaLabels(t), [t]);

  return (
    <EditorProvider value={context}>
      <div
        ref={root}
        className="sl-editor"
        role="region"
        aria-label={t('editor.title')}
        tabIndex={-1}
        data-dropping={drop.dropping || undefined}
        data-testid="graph-editor"
        onFocus={view.onFocus}
        {...drop.onCanvas}
      >
        <Connecting>
          <ReactFlow
            nodes={nodes}
            edges={edges}
            nodeTypes={NODE_TYPES}
            edgeTypes={EDGE_TYPES}
            onNodesChange={onNodesChange}
            onEdgesChange={onEdgesChange}
            {...connections}
            {...drop.onNodes}
            {...pointing}
            onPointerMoveCapture={calm}
            connectionMode={ConnectionMode.Strict}
            connectionRadius={28}
            connectionDragThreshold={3}
            nodesDraggable={!readOnly}
            nodesConnectable={!readOnly}
            edgesFocusable={false}
            edgesReconnectable={false}
            deleteKeyCode={null}
            multiSelectionKeyCode={MULTI_KEYS}
            selectionMode={SelectionMode.Partial}
            minZoom={SMALLEST}
            maxZoom={2}
            ariaLabelConfig={labels}
            autoPanOnNodeFocus={false}
            aria-label={t('editor.canvas')}
            proOptions={NO_SECOND_MARK}
          >
            <Background gap={18} size={1.4} />
            {overview.shown && <Overview />}
          </ReactFlow>
        </Connecting>
        <div className="sl-top">
          <Hint editor={editor} t={t} empty={empty} />
        </div>
        {empty && (
          <Empty
            onAdd={adding.addInput}
            onSearch={() => popups.actions.openSearch({ kind: 'auto' })}
          />
        )}
        <div className="sl-bottom">
          <div className="sl-left">
            <ProblemList notice={notice} />
            <TotalsCard />
          </div>
          <Toolbar fit={fit} overview={overview} units={unitsShown} />
        </div>
        <Mark />
        <DragBubble />
        <OpenPopups popups={popups} add={adding.add} focusNode={focusNode} />
        <Announcer />
      </div>
    </EditorProvider>
  );
}

/** Whatever is dragged here, a node, a connection or the view, follows the pointer smoothly. */
function calm({ buttons }: React.PointerEvent): void {
  if (buttons !== 0) {
    calmWhileDragging();
  }
}

function Mark(): ReactElement {
  return (
    <div className="sl-mark">
      <a href="https://reactflow.dev" target="_blank" rel="noopener noreferrer">
        React Flow
      </a>
    </div>
  );
}

interface OpenPopupsProps {
  readonly popups: Popups;
  readonly add: (goal: Goal, layer: LayerSpec) => void;
  readonly focusNode: (id: string | undefined) => void;
}

function OpenPopups({ popups, add, focusNode }: OpenPopupsProps): ReactElement {
  const { menu, finder, bubble, actions } = popups;
  return (
    <>
      {bubble && <BubbleBox bubble={bubble} />}
      {menu && (
        <Menu
          key={menu.label + menu.node}
          {...menu}
          onClose={(focus) => {
            actions.closeMenu();
            if (focus) {
              focusNode(menu.node);
            }
          }}
        />
      )}
      {finder && (
        <Search
          at={finder.at}
          onChoose={({ layer }) => {
            actions.closeSearch();
            add(finder.goal, layer);
          }}
          onClose={(focus) => {
            actions.closeSearch();
            if (focus) {
              focusNode(finder.node);
            }
          }}
        />
      )}
    </>
  );
}

/** Gives up what was begun: a connection, or a refusal that is being read. */
function useCancel({ hush }: PopupActions): () => void {
  const store = useStoreApi();
  return useCallback(() => {
    hush();
    store.setState({ connectionClickStartHandle: null });
    store.getState().cancelConnection();
  }, [hush, store]);
}

function usePan(): (dx: number, dy: number) => void {
  const { getViewport, setViewport } = useReactFlow();
  return useCallback(
    (dx, dy) => {
      const { x, y, zoom } = getViewport();
      void setViewport({ x: x + dx, y: y + dy, zoom });
    },
    [getViewport, setViewport],
  );
}

function useActions(
  editor: Editor,
  { openMenu, openSearch }: PopupActions,
  showNode: (id: string) => void,
  onForeignEdits: (edits: readonly Edit[]) => void,
): Actions {
  return useMemo(() => {
    const applyFix = (edits: readonly Edit[]) => {
      if (edits.some(isForeign)) {
        onForeignEdits(edits);
      } else {
        editor.apply(edits);
      }
    };
    return { openMenu, openSearch, showNode, applyFix };
  }, [editor, openMenu, openSearch, showNode, onForeignEdits]);
}

/** The menus of the right button, and what a move of the view ends. */
function usePointing(actions: PopupActions) {
  return useStable({
    onNodeContextMenu: (event: React.MouseEvent, node: Node) => {
      event.preventDefault();
      actions.openMenu(node.id, pointOf(event));
    },
    onEdgeContextMenu: (event: React.MouseEvent, edge: Edge) => {
      event.preventDefault();
      actions.openEdgeMenu(realEdge(edge), pointOf(event));
    },
    onPaneContextMenu: (event: MouseEvent | React.MouseEvent) => {
      event.preventDefault();
      actions.openPaneMenu(pointOf(event));
    },
    onMoveStart: () => actions.hush(),
    onPaneClick: () => actions.hush(),
  });
}

function ariaLabels(t: Translate): Partial<AriaLabelConfig> {
  return {
    'node.a11yDescription.default': t('editor.say.keys'),
    'node.a11yDescription.keyboardDisabled': t('editor.say.keys'),
    'node.a11yDescription.ariaLiveMessage': ({ x, y }) => t('editor.say.moved', { x, y }),
    'edge.a11yDescription.default': t('editor.say.edge'),
    'minimap.ariaLabel': t('editor.map'),
    'handle.ariaLabel': t('editor.handle'),
  };
}
