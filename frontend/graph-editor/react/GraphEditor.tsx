import {
  type AriaLabelConfig,
  Background,
  type Connection,
  ConnectionMode,
  type Edge,
  type FinalConnectionState,
  type Node,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useReactFlow,
  useStoreApi,
} from '@xyflow/react';
import {
  type DragEvent,
  type FocusEvent,
  type ReactElement,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { pasteText } from '../core/clipboard';
import { ADD_LAYER, type AddLayer, LAYER_TYPE, droppedLayer } from '../core/dragged';
import type { Editor } from '../core/editor';
import { nodeOf } from '../core/graph';
import type { Entry } from '../core/search';
import { type Messages, type Translate, translator } from '../core/text';
import type { EdgeDoc, Edit, ForeignEdit, LayerSpec } from '../core/types';
import { FlowEdge } from './FlowEdge';
import { LayerNode } from './LayerNode';
import { Menu, type MenuItem } from './Menu';
import {
  Announcer,
  BubbleBox,
  Connecting,
  DragBubble,
  Empty,
  Hint,
  Overview,
  refusalText,
  useBubble,
} from './Overlays';
import { ProblemList, TotalsCard } from './Panels';
import { Search } from './Search';
import { Toolbar } from './Toolbar';
import { type Actions, EditorProvider, type Goal, type Point, useEditor } from './context';
import { Icon } from './icons';
import { type MenuHost, connectItems, edgeMenu, nodeMenu, paneMenu, takenMenu } from './menus';
import {
  edgeBetween,
  edgeOf,
  focusedNode,
  fittingZoom,
  isInView,
  middle,
  nodeIdOf,
  pace,
  placeOf,
  placed,
  pointOf,
} from './places';
import { useCanvasEdges, useCanvasNodes } from './useCanvas';
import { readClipboard, useClipboard } from './useClipboard';
import { useFit } from './useFit';
import { useFocus } from './useFocus';
import { useKeys } from './useKeys';
import { useStable } from './useStable';

export interface GraphEditorProps {
  readonly editor: Editor;
  readonly messages: Messages;
  readonly stale: boolean;
  /** Edits of a fix that concern more than the graph. */
  readonly onForeignEdits: (edits: readonly ForeignEdit[]) => void;
  readonly onRestart: () => void;
  /** Where the element hears `showNode` from the server. */
  readonly host: EventTarget;
}

/** Event on the host, detail: id of the node to show. */
export const SHOW_NODE = 'show-node';

const NODE_TYPES = { layer: LayerNode };

const EDGE_TYPES = { flow: FlowEdge };

/** The canvas, its toolbar and lists. All rules are the editor's; this shows and asks. */
export function GraphEditor(props: GraphEditorProps): ReactElement {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}

interface OpenMenu {
  readonly at: Point;
  readonly label: string;
  readonly titled?: boolean;
  readonly items: readonly MenuItem[];
  /** The node that gets the focus back. */
  readonly node?: string | undefined;
}

interface OpenSearch {
  readonly at: Point;
  readonly goal: Goal;
  readonly node?: string | undefined;
}

function Canvas({
  editor,
  messages,
  stale,
  onForeignEdits,
  onRestart,
  host,
}: GraphEditorProps): ReactElement {
  const t = useMemo(() => translator(messages), [messages]);
  const language = messages['editor.language'] ?? 'en';
  const root = useRef<HTMLDivElement>(null);
  const flow = useReactFlow();
  const store = useStoreApi();
  const [menu, setMenu] = useState<OpenMenu>();
  const [finder, setFinder] = useState<OpenSearch>();
  const [bubble, setBubble] = useBubble();
  const [dropEdge, setDropEdge] = useState<EdgeDoc>();
  const { nodes, onNodesChange } = useCanvasNodes(editor, t);
  const { edges, onEdgesChange } = useCanvasEdges(editor, t, dropEdge);
  const readOnly = useEditor(editor, (state) => state.readOnly);
  const empty = useEditor(editor, (state) => state.graph.nodes.length === 0);
  const fit = useFit(editor, root);
  const focusNode = useFocus(root, nodes);

  const local = useCallback((point: Point): Point => {
    const box = root.current?.getBoundingClientRect();
    return { x: point.x - (box?.left ?? 0), y: point.y - (box?.top ?? 0) };
  }, []);

  const openSearch = useCallback(
    (goal: Goal, at?: Point) => {
      if (editor.state.readOnly) {
        return;
      }
      setMenu(undefined);
      setFinder({
        goal,
        at: at ? local(at) : middle(root.current),
        node: focusedNode(root.current),
      });
    },
    [editor, local],
  );

  const center = useCallback(
    (id: string, zoom: number, rightwards = 0) => {
      const node = nodeOf(editor.state.graph, id);
      if (node) {
        const { width, height } = editor.sizeOf(id);
        const [x, y] = node.at;
        const shift = (rightwards * store.getState().width) / zoom;
        void flow.setCenter(x + width / 2 - shift, y + height / 2, { zoom, duration: pace() });
      }
    },
    [editor, flow, store],
  );

  const showNode = useCallback(
    (id: string) => {
      if (nodeOf(editor.state.graph, id)) {
        editor.select([id]);
        center(id, Math.max(flow.getZoom(), 0.8));
        focusNode(id);
      }
    },
    [editor, flow, focusNode, center],
  );

  const applyFix = useCallback(
    (edits: readonly Edit[]) => {
      const rest = editor.apply(edits);
      if (rest.length > 0) {
        onForeignEdits(rest);
      }
    },
    [editor, onForeignEdits],
  );

  /** Why an edge was not drawn, beside the pointer; where another is in the way, what to do. */
  const refuse = useCallback(
    (edge: EdgeDoc, at: Point) => {
      const why = editor.refusal(edge);
      if (!why || editor.state.readOnly) {
        return;
      }
      const text = refusalText(editor, t, edge);
      if (why.code === 'taken') {
        setMenu({
          at,
          label: text,
          titled: true,
          items: takenMenu(menuHost.current!, edge),
          node: edge.from,
        });
      } else {
        setBubble({ at, text });
      }
    },
    [editor, t, setBubble],
  );

  const connect = useCallback(
    (edge: EdgeDoc, at?: Point) => {
      if (editor.connect(edge)) {
        refuse(edge, at ?? placeOf(root.current, edge.from));
      }
      focusNode(edge.from);
    },
    [editor, refuse, focusNode],
  );

  const editNode = useCallback(
    (id: string) => {
      editor.select([id]);
      focusNode(id, true);
    },
    [editor, focusNode],
  );

  const paste = useCallback(
    (text: string) => {
      const clip = pasteText(text, editor.state.catalog);
      if (clip) {
        editor.paste(clip, 32, 32);
      }
      return clip !== undefined;
    },
    [editor],
  );

  const revealing = useRef(false);
  const added = useRef<(id: string | undefined, focus: boolean) => void>(() => undefined);
  const menuHost = useRef<MenuHost>(undefined);
  menuHost.current = {
    editor,
    t,
    openSearch,
    connect,
    editNode,
    fit,
    reveal: (id) => added.current(id, false),
    pasteHere: () => void readClipboard().then(paste),
  };

  const openMenu = useCallback(
    (id: string, at: Point) => {
      const items = nodeMenu(menuHost.current!, id);
      if (items.length > 0) {
        setFinder(undefined);
        setMenu({ at: local(at), label: t('editor.menu.title'), items, node: id });
      }
    },
    [local, t],
  );

  const openConnect = useCallback(
    (id: string) => {
      const items = connectItems(menuHost.current!, id);
      const at = placeOf(root.current, id);
      if (items.length > 0) {
        setMenu({ at, label: t('editor.menu.connect'), titled: true, items, node: id });
      } else {
        setBubble({ at, text: t('editor.refused.nowhere') });
      }
    },
    [t, setBubble],
  );

  const actions = useMemo<Actions>(
    () => ({ openMenu, openSearch, showNode, applyFix }),
    [openMenu, openSearch, showNode, applyFix],
  );
  const context = useMemo(() => ({ editor, t, language, actions }), [editor, t, language, actions]);

  const show = useCallback(
    (id: string | undefined, focus: boolean) => {
      if (id === undefined) {
        return;
      }
      revealing.current = true;
      if (focus) {
        focusNode(id);
      }
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          revealing.current = false;
          if (!isInView(flow, store.getState(), id)) {
            if (fittingZoom(flow, store.getState()) >= READABLE) {
              fit();
            } else {
              // What comes before it stays in view.
              center(id, Math.max(flow.getZoom(), READABLE), 0.25);
            }
          }
        }),
      );
    },
    [flow, store, focusNode, fit, center],
  );
  added.current = show;

  function choose(entry: Entry): void {
    const goal = finder?.goal ?? { kind: 'auto' as const };
    setFinder(undefined);
    show(addFor(goal, entry.layer), true);
  }

  function addFor(goal: Goal, layer: LayerSpec): string | undefined {
    switch (goal.kind) {
      case 'auto':
        return editor.add(layer);
      case 'after': {
        const source = nodeOf(editor.state.graph, goal.node);
        return source && editor.addAfter([source], layer);
      }
      case 'edge':
        return editor.insert(layer, goal.edge);
      case 'place':
        return editor.addConnected(
          layer,
          placed(flow, goal.at, editor.sizeFor(layer), sideOf(goal)),
          goal,
        );
    }
  }

  useEffect(() => {
    const onAdd = (event: Event) => {
      const { layer } = (event as CustomEvent<AddLayer>).detail;
      if (editor.state.catalog.kind(layer.kind)) {
        show(editor.add(layer), false);
      }
    };
    document.addEventListener(ADD_LAYER, onAdd);
    return () => document.removeEventListener(ADD_LAYER, onAdd);
  }, [editor, show]);

  useEffect(
    () =>
      editor.onDone(({ code }, taken) => {
        if (taken === 'done' && (code === 'pasted' || code === 'duplicated')) {
          requestAnimationFrame(() => focusNode([...editor.state.nodes][0]));
        }
      }),
    [editor, focusNode],
  );

  useEffect(() => {
    const onShow = (event: Event) => showNode((event as CustomEvent<string>).detail);
    host.addEventListener(SHOW_NODE, onShow);
    return () => host.removeEventListener(SHOW_NODE, onShow);
  }, [host, showNode]);

  useKeys(root, editor, { openSearch, openMenu, openConnect, editNode, focusNode, cancel });
  useClipboard(root, editor, paste);

  function cancel(): void {
    setBubble(undefined);
    store.setState({ connectionClickStartHandle: null });
    store.getState().cancelConnection();
  }

  function onConnectEnd(event: MouseEvent | TouchEvent, state: FinalConnectionState): void {
    const { fromHandle, toNode, isValid } = state;
    if (isValid || !fromHandle) {
      return;
    }
    const at = pointOf(event);
    if (toNode) {
      refuse(edgeBetween(fromHandle, toNode.id), local(at));
    } else if (event.target instanceof Element && event.target.closest('.react-flow__pane')) {
      const end =
        fromHandle.type === 'source' ? { from: fromHandle.nodeId } : { to: fromHandle.nodeId };
      openSearch({ kind: 'place', at, ...end }, at);
    }
  }

  function onClickConnectEnd(event: MouseEvent | TouchEvent): void {
    const from = store.getState().connectionClickStartHandle;
    const to = event.target instanceof Element ? event.target.closest('[data-nodeid]') : null;
    const id = to?.getAttribute('data-nodeid');
    if (from && id && id !== from.nodeId) {
      refuse(edgeBetween(from, id), local(pointOf(event)));
    }
  }

  /** Brings a node that the Tab key reaches into view. */
  function onFocus(event: FocusEvent): void {
    const id = event.target.matches('.react-flow__node:focus-visible') && nodeIdOf(event.target);
    if (id && !revealing.current && !isInView(flow, store.getState(), id)) {
      center(id, flow.getZoom());
    }
  }

  function edgeUnder(event: DragEvent): EdgeDoc | undefined {
    const { x, y } = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
    return editor.edgeNear([x, y]);
  }

  function onDragOver(event: DragEvent): void {
    if (!readOnly && event.dataTransfer.types.includes(LAYER_TYPE)) {
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setDropEdge(edgeUnder(event));
    }
  }

  function onDrop(event: DragEvent): void {
    const layer = droppedLayer(event.dataTransfer.getData(LAYER_TYPE));
    setDropEdge(undefined);
    if (!layer || !editor.state.catalog.kind(layer.kind)) {
      return;
    }
    event.preventDefault();
    const edge = edgeUnder(event);
    const at = placed(flow, { x: event.clientX, y: event.clientY }, editor.sizeFor(layer));
    const id = (edge && editor.insert(layer, edge)) ?? editor.addAt(layer, at);
    show(id, false);
  }

  function openItems(at: Point, items: readonly MenuItem[]): void {
    if (items.length > 0) {
      setMenu({ at: local(at), label: t('editor.menu.title'), items });
    }
  }

  function onNodeDrag(_: unknown, node: Node): void {
    setDropEdge(editor.mayThread(node.id) ? edgeNearNode(editor, node) : undefined);
  }

  function onNodeDragStop(_: unknown, node: Node): void {
    if (dropEdge) {
      editor.thread(node.id, dropEdge);
      setDropEdge(undefined);
    }
  }

  const handlers = useStable({
    onConnect: (connection: Connection) => void editor.connect(edgeOf(connection)),
    isValidConnection: (connection: Connection | Edge) =>
      editor.refusal(edgeOf(connection)) === undefined,
    onConnectStart: () => setBubble(undefined),
    onConnectEnd,
    onClickConnectEnd,
    onNodeDragStart: () => editor.seal(),
    onNodeDrag,
    onNodeDragStop,
    onNodeContextMenu: (event: React.MouseEvent, node: Node) => {
      event.preventDefault();
      openMenu(node.id, pointOf(event));
    },
    onEdgeContextMenu: (event: React.MouseEvent, edge: Edge) => {
      event.preventDefault();
      openItems(pointOf(event), edgeMenu(menuHost.current!, edgeOf(edge)));
    },
    onPaneContextMenu: (event: MouseEvent | React.MouseEvent) => {
      event.preventDefault();
      const at = pointOf(event);
      openItems(at, paneMenu(menuHost.current!, { kind: 'place', at }));
    },
    onMoveStart: () => setBubble(undefined),
    onPaneClick: () => setBubble(undefined),
  });
  const labels = useMemo(() => ariaLabels(t), [t]);

  return (
    <EditorProvider value={context}>
      <div
        ref={root}
        className="sl-editor"
        role="region"
        aria-label={t('editor.title')}
        tabIndex={-1}
        data-testid="graph-editor"
        onFocus={onFocus}
        onDragOver={onDragOver}
        onDragLeave={() => setDropEdge(undefined)}
        onDrop={onDrop}
      >
        <Connecting>
          <ReactFlow
            nodes={nodes}
            edges={edges}
            nodeTypes={NODE_TYPES}
            edgeTypes={EDGE_TYPES}
            onNodesChange={onNodesChange}
            onEdgesChange={onEdgesChange}
            {...handlers}
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
            minZoom={0.15}
            maxZoom={2}
            ariaLabelConfig={labels}
            autoPanOnNodeFocus={false}
            aria-label={t('editor.canvas')}
          >
            <Background gap={18} size={1.4} />
            <Overview />
          </ReactFlow>
        </Connecting>
        <div className="sl-top">
          {stale ? (
            <div className="sl-card sl-stale" role="status" data-testid="stale">
              <span>{t('editor.stale')}</span>
              <button type="button" className="sl-button" data-testid="restart" onClick={onRestart}>
                <Icon name="restart" />
                {t('editor.restart')}
              </button>
            </div>
          ) : (
            <Hint editor={editor} t={t} empty={empty} />
          )}
        </div>
        {empty && (
          <Empty
            onAdd={() => show(addInput(editor), true)}
            onSearch={() => openSearch({ kind: 'auto' })}
          />
        )}
        <div className="sl-bottom">
          <div className="sl-left">
            <ProblemList />
            <TotalsCard />
          </div>
          <Toolbar fit={fit} />
        </div>
        <DragBubble />
        {bubble && <BubbleBox bubble={bubble} />}
        {menu && (
          <Menu
            key={menu.label + menu.node}
            {...menu}
            onClose={(focus) => {
              setMenu(undefined);
              if (focus) {
                focusNode(menu.node);
              }
            }}
          />
        )}
        {finder && (
          <Search
            at={finder.at}
            onChoose={choose}
            onClose={(focus) => {
              setFinder(undefined);
              if (focus) {
                focusNode(finder.node);
              }
            }}
          />
        )}
        <Announcer />
      </div>
    </EditorProvider>
  );
}

/** Which side of a new node is where the pointer is: the one that the edge ends at. */
function sideOf({ from, to }: Extract<Goal, { kind: 'place' }>): 'left' | 'middle' | 'right' {
  return from !== undefined ? 'left' : to !== undefined ? 'right' : 'middle';
}

/** Nodes are not made smaller than this to show a new one. */
const READABLE = 0.6;
const MULTI_KEYS = ['Meta', 'Control'];

function addInput(editor: Editor): string | undefined {
  const { catalog } = editor.state;
  const input = catalog.kinds.find((kind) => catalog.inputs(kind.kind) === 'none');
  return input && editor.add(catalog.create(input.kind));
}

function edgeNearNode(editor: Editor, node: Node): EdgeDoc | undefined {
  const { width, height } = editor.sizeOf(node.id);
  return editor.edgeNear([node.position.x + width / 2, node.position.y + height / 2], node.id);
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
