import {
  Background,
  ConnectionMode,
  MiniMap,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useConnection,
  useNodesInitialized,
  useReactFlow,
  useStore,
  useStoreApi,
  type AriaLabelConfig,
  type Connection,
  type Edge,
  type FinalConnectionState,
  type FitViewOptions,
  type Node,
} from '@xyflow/react';
import {
  memo,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type DragEvent,
  type FocusEvent,
  type ReactElement,
  type RefObject,
} from 'react';
import { copyText, pasteText } from '../core/clipboard';
import { ADD_LAYER, droppedLayer, LAYER_TYPE, type AddLayer } from '../core/dragged';
import type { Editor } from '../core/editor';
import { nodeOf } from '../core/graph';
import { NODE_WIDTH } from '../core/place';
import type { Entry } from '../core/search';
import { translator, type Messages, type Translate } from '../core/text';
import type { Edit, EdgeDoc, ForeignEdit, LayerSpec, Position } from '../core/types';
import {
  EditorProvider,
  useEditor,
  useEditorContext,
  type Actions,
  type Goal,
  type Point,
} from './context';
import { doneText, nameOf } from './describe';
import { FlowEdge } from './FlowEdge';
import { Icon } from './icons';
import { LayerNode } from './LayerNode';
import { Menu, type MenuItem } from './Menu';
import { connectItems, edgeMenu, nodeMenu, paneMenu, takenMenu, type MenuHost } from './menus';
import { ProblemList, Tool, TotalsCard } from './Panels';
import { Search } from './Search';
import { useCanvasEdges, useCanvasNodes } from './useCanvas';

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
const MAX_ZOOM = 1.15;
const MANY_NODES = 8;
const HINT_KEY = 'spirallab.editor.hint';
const HINT_EDITS = 4;
const BUBBLE_MS = 4000;

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

interface Bubble {
  readonly at: Point;
  readonly text: string;
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
    (id: string, zoom: number) => {
      const node = nodeOf(editor.state.graph, id);
      if (node) {
        const { width, height } = editor.sizeOf(id);
        const [x, y] = node.at;
        void flow.setCenter(x + width / 2, y + height / 2, { zoom, duration: pace() });
      }
    },
    [editor, flow],
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
            fit();
          }
        }),
      );
    },
    [flow, store, focusNode, fit],
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
        return editor.addConnected(layer, placed(flow, goal.at, goal.to !== undefined), goal);
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
    const at = placed(flow, { x: event.clientX, y: event.clientY });
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

/** The same handlers from render to render, each calling the newest of its name. */
function useStable<T extends Record<string, (...args: never[]) => unknown>>(handlers: T): T {
  const latest = useRef(handlers);
  latest.current = handlers;
  return useMemo(() => {
    const names = Object.keys(latest.current);
    const stable = names.map((name) => [
      name,
      (...args: never[]) => latest.current[name]!(...args),
    ]);
    return Object.fromEntries(stable) as T;
  }, []);
}

const MULTI_KEYS = ['Meta', 'Control'];

function edgeOf({ source, target }: Connection | Edge): EdgeDoc {
  return { from: source, to: target };
}

function edgeBetween(
  from: { readonly nodeId: string; readonly type: string },
  to: string,
): EdgeDoc {
  return from.type === 'source' ? { from: from.nodeId, to } : { from: to, to: from.nodeId };
}

function pointOf(event: MouseEvent | TouchEvent | React.MouseEvent): Point {
  const { clientX, clientY } = 'changedTouches' in event ? event.changedTouches[0]! : event;
  return { x: clientX, y: clientY };
}

/** Top left corner of a node whose head, or left edge, is under the pointer. */
function placed(flow: ReturnType<typeof useReactFlow>, at: Point, before?: boolean): Position {
  const { x, y } = flow.screenToFlowPosition(at);
  switch (before) {
    case undefined:
      return [x - NODE_WIDTH / 2, y - 24];
    case true:
      return [x - NODE_WIDTH, y - 48];
    case false:
      return [x, y - 48];
  }
}

function middle(root: HTMLElement | null): Point {
  return {
    x: (root?.clientWidth ?? 0) / 2 - 140,
    y: Math.max(48, (root?.clientHeight ?? 0) / 2 - 200),
  };
}

function nodeElement(root: HTMLElement | null, id: string): HTMLElement | null {
  return root?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`) ?? null;
}

/** Below a node, in the editor's pixels. */
function placeOf(root: HTMLElement | null, id: string): Point {
  const box = nodeElement(root, id)?.getBoundingClientRect();
  const frame = root?.getBoundingClientRect();
  return box && frame
    ? { x: box.left - frame.left + 12, y: box.bottom - frame.top + 6 }
    : middle(root);
}

function focusedNode(root: HTMLElement | null): string | undefined {
  const focused = document.activeElement;
  return root?.contains(focused) ? nodeIdOf(focused) : undefined;
}

function nodeIdOf(element: Element | null): string | undefined {
  return element?.closest('.react-flow__node')?.getAttribute('data-id') ?? undefined;
}

function addInput(editor: Editor): string | undefined {
  const { catalog } = editor.state;
  const input = catalog.kinds.find((kind) => catalog.inputs(kind.kind) === 'none');
  return input && editor.add(catalog.create(input.kind));
}

function edgeNearNode(editor: Editor, node: Node): EdgeDoc | undefined {
  const { width, height } = editor.sizeOf(node.id);
  return editor.edgeNear([node.position.x + width / 2, node.position.y + height / 2], node.id);
}

function refusalText(editor: Editor, t: Translate, edge: EdgeDoc): string {
  const code = editor.refusal(edge)?.code ?? 'unknown';
  const kind = nodeOf(editor.state.graph, edge.to)?.layer.kind ?? '';
  return t(`editor.refused.${code}`, { layer: nameOf(editor.state, kind, t) });
}

/** Duration of movements of the view; none for those who asked for less motion. */
function pace(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 220;
}

interface View {
  readonly width: number;
  readonly height: number;
  readonly transform: readonly [x: number, y: number, zoom: number];
}

function isInView(
  flow: ReturnType<typeof useReactFlow>,
  { width, height, transform: [dx, dy, zoom] }: View,
  id: string,
): boolean {
  const node = flow.getInternalNode(id);
  if (!node) {
    return true;
  }
  const x = node.position.x * zoom + dx;
  const y = node.position.y * zoom + dy;
  const right = x + (node.measured.width ?? NODE_WIDTH) * zoom;
  const bottom = y + (node.measured.height ?? 0) * zoom;
  return x >= 0 && y >= 0 && right <= width && bottom <= height;
}

async function readClipboard(): Promise<string> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return lastCopied;
  }
}

/** For browsers that do not let a page read the clipboard. */
let lastCopied = '';

function useBubble(): [Bubble | undefined, (bubble: Bubble | undefined) => void] {
  const [bubble, setBubble] = useState<Bubble>();
  useEffect(() => {
    const timer = bubble && setTimeout(() => setBubble(undefined), BUBBLE_MS);
    return () => clearTimeout(timer);
  }, [bubble]);
  return [bubble, setBubble];
}

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
function useFit(editor: Editor, root: RefObject<HTMLDivElement | null>): () => void {
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

/** Focuses a node once it is drawn, or its first field; without one, the canvas. */
function useFocus(
  root: RefObject<HTMLDivElement | null>,
  nodes: readonly Node[],
): (id: string | undefined, field?: boolean) => void {
  const wanted = useRef<{ id: string; field: boolean }>(undefined);
  const inside = useRef(false);

  const settle = useCallback(() => {
    const element = wanted.current && nodeElement(root.current, wanted.current.id);
    const field = wanted.current?.field && element?.querySelector<HTMLElement>('input, select');
    if (element && getComputedStyle(element).visibility !== 'hidden') {
      wanted.current = undefined;
      (field || element).focus({ preventScroll: true });
    } else if (inside.current && document.activeElement === document.body) {
      root.current?.focus({ preventScroll: true });
    }
  }, [root]);

  useLayoutEffect(settle, [nodes, settle]);

  useEffect(() => {
    const onFocus = (event: globalThis.FocusEvent) => {
      inside.current = root.current?.contains(event.target as globalThis.Node) ?? false;
    };
    document.addEventListener('focusin', onFocus);
    return () => document.removeEventListener('focusin', onFocus);
  }, [root]);

  return useCallback(
    (id, field = false) => {
      if (id !== undefined) {
        wanted.current = { id, field };
        settle();
        requestAnimationFrame(settle);
      } else {
        root.current?.focus({ preventScroll: true });
      }
    },
    [settle, root],
  );
}

interface KeyActions {
  readonly openSearch: (goal: Goal) => void;
  readonly openMenu: (node: string, at: Point) => void;
  readonly openConnect: (node: string) => void;
  readonly editNode: (node: string) => void;
  readonly focusNode: (node: string | undefined) => void;
  readonly cancel: () => void;
}

/** The keyboard: on the canvas everything; elsewhere on the page "/" and undo. */
function useKeys(
  root: RefObject<HTMLDivElement | null>,
  editor: Editor,
  actions: KeyActions,
): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.composedPath()[0];
      if (event.defaultPrevented || event.isComposing || !(target instanceof Element)) {
        return;
      }
      const inside = root.current?.contains(target) ?? false;
      if (inside || !isBusy(target)) {
        const handled = isField(target)
          ? inside && fieldKey(event, editor, latest.current)
          : pageKey(event, editor, latest.current) ||
            (inside && canvasKey(event, editor, latest.current));
        if (handled) {
          event.preventDefault();
          event.stopPropagation();
        }
      }
    };
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, [root, editor]);
}

function isField(target: Element): boolean {
  return target.matches('input, textarea, select, [contenteditable], [contenteditable] *');
}

/** Whether keys belong to something else: a field, or what floats above the page. */
function isBusy(target: Element): boolean {
  return isField(target) || target.closest('[role=dialog], [role=menu], [role=listbox]') !== null;
}

function modified(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.altKey;
}

function historyKey(event: KeyboardEvent, editor: Editor): boolean {
  const key = event.key.toLowerCase();
  if (modified(event) && (key === 'z' || key === 'y')) {
    if (key === 'y' || event.shiftKey) {
      editor.redo();
    } else {
      editor.undo();
    }
    return true;
  }
  return false;
}

function pageKey(event: KeyboardEvent, editor: Editor, { openSearch }: KeyActions): boolean {
  if (event.target instanceof Element && event.target.closest('.sl-popup')) {
    return false;
  }
  if ((event.key === '/' || event.key === '、') && !modified(event)) {
    openSearch({ kind: 'auto' });
    return true;
  }
  return historyKey(event, editor);
}

/** In a field of a node: Enter and Escape go back to the node. */
function fieldKey(event: KeyboardEvent, editor: Editor, { focusNode }: KeyActions): boolean {
  const target = event.target as Element;
  if (target.closest('.sl-popup')) {
    return false;
  }
  if (event.key === 'Escape' || (event.key === 'Enter' && !target.matches('select'))) {
    editor.seal();
    focusNode(nodeIdOf(target));
    return true;
  }
  return historyKey(event, editor);
}

function canvasKey(event: KeyboardEvent, editor: Editor, actions: KeyActions): boolean {
  const target = event.target as Element;
  if (target.closest('.sl-popup')) {
    return false;
  }
  const node = target.matches('.react-flow__node') ? nodeIdOf(target) : undefined;
  return (
    (modified(event) && selectionKey(event, editor, node)) ||
    removeKey(event, editor, node, target) ||
    (node !== undefined && nodeKey(event, node, target, actions)) ||
    cancelKey(event, actions)
  );
}

function selectionKey(event: KeyboardEvent, editor: Editor, node: string | undefined): boolean {
  switch (event.key.toLowerCase()) {
    case 'a':
      editor.selectAll();
      return true;
    case 'd':
      selectFocused(editor, node);
      editor.duplicate();
      return true;
    default:
      return false;
  }
}

function selectFocused(editor: Editor, node: string | undefined): void {
  if (node !== undefined && !editor.state.nodes.has(node)) {
    editor.select([node]);
  }
}

function removeKey(
  event: KeyboardEvent,
  editor: Editor,
  node: string | undefined,
  target: Element,
): boolean {
  if ((event.key !== 'Delete' && event.key !== 'Backspace') || target.closest('button')) {
    return false;
  }
  selectFocused(editor, node);
  editor.removeSelected(event.shiftKey);
  return true;
}

function nodeKey(
  event: KeyboardEvent,
  node: string,
  target: Element,
  actions: KeyActions,
): boolean {
  if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
    const { left, top, height } = target.getBoundingClientRect();
    actions.openMenu(node, { x: left + 12, y: top + height + 6 });
    return true;
  }
  if (event.key === 'Enter' && !modified(event)) {
    actions.editNode(node);
    return true;
  }
  if (event.key.toLowerCase() === 'c' && !modified(event)) {
    actions.openConnect(node);
    return true;
  }
  return false;
}

/** Leaves the key to the canvas too, which then gives up the selection. */
function cancelKey(event: KeyboardEvent, { cancel }: KeyActions): boolean {
  if (event.key === 'Escape') {
    cancel();
  }
  return false;
}

/** Copy, cut and paste through the system's clipboard. */
function useClipboard(
  root: RefObject<HTMLDivElement | null>,
  editor: Editor,
  paste: (text: string) => boolean,
): void {
  useEffect(() => {
    const ours = () => {
      const focused = document.activeElement;
      const here = focused === document.body || root.current?.contains(focused);
      return here && !(focused && isField(focused)) && String(getSelection() ?? '') === '';
    };
    const copy = (event: ClipboardEvent) => {
      if (ours() && editor.state.nodes.size > 0) {
        lastCopied = copyText(editor.copy());
        event.clipboardData?.setData('text/plain', lastCopied);
        event.preventDefault();
      }
    };
    const onCut = (event: ClipboardEvent) => {
      copy(event);
      if (event.defaultPrevented) {
        editor.removeSelected();
      }
    };
    const onPaste = (event: ClipboardEvent) => {
      if (ours() && paste(event.clipboardData?.getData('text/plain') || lastCopied)) {
        event.preventDefault();
      }
    };
    document.addEventListener('copy', copy);
    document.addEventListener('cut', onCut);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', onCut);
      document.removeEventListener('paste', onPaste);
    };
  }, [root, editor, paste]);
}

/** Tells the style sheet that a connection is being drawn, and from which end. */
function Connecting({ children }: { readonly children: ReactElement }): ReactElement {
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
function DragBubble(): ReactElement | null {
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

function BubbleBox({ bubble }: { readonly bubble: Bubble }): ReactElement {
  return (
    <div
      className="sl-bubble"
      role="status"
      data-testid="refusal"
      style={{ left: bubble.at.x, top: bubble.at.y }}
    >
      {bubble.text}
    </div>
  );
}

/** One line for the first minutes; gone after a few edits, for good. */
const Hint = memo(function Hint({
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
          store(HINT_KEY, 'done');
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

function store(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A browser that keeps nothing shows the hint again.
  }
}

function Empty({
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

const Toolbar = memo(function Toolbar({ fit }: { readonly fit: () => void }): ReactElement {
  const { editor, t, actions } = useEditorContext();
  const { zoomIn, zoomOut } = useReactFlow();
  const undo = useEditor(editor, (state) => state.undo);
  const redo = useEditor(editor, (state) => state.redo);
  const readOnly = useEditor(editor, (state) => state.readOnly);
  const what = (key: string, done: typeof undo) =>
    done ? t(`editor.${key}.what`, { what: doneText(editor.state, done, t) }) : t(`editor.${key}`);
  return (
    <div className="sl-tools" role="toolbar" aria-label={t('editor.tools')}>
      {!readOnly && (
        <>
          <Tool
            icon="search"
            label={t('editor.search.title')}
            testId="tool-search"
            onClick={() => actions.openSearch({ kind: 'auto' })}
          />
          <Tool
            icon="undo"
            label={what('undo', undo)}
            testId="undo"
            disabled={!undo}
            onClick={() => editor.undo()}
          />
          <Tool
            icon="redo"
            label={what('redo', redo)}
            testId="redo"
            disabled={!redo}
            onClick={() => editor.redo()}
          />
          <Tool
            icon="tidy"
            label={t('editor.tidy')}
            testId="tidy"
            onClick={() => {
              editor.tidy();
              requestAnimationFrame(fit);
            }}
          />
        </>
      )}
      <Tool
        icon="minus"
        label={t('editor.zoomOut')}
        testId="zoom-out"
        onClick={() => void zoomOut({ duration: pace() })}
      />
      <Tool
        icon="plus"
        label={t('editor.zoomIn')}
        testId="zoom-in"
        onClick={() => void zoomIn({ duration: pace() })}
      />
      <Tool icon="fit" label={t('editor.fit')} testId="fit" onClick={fit} />
    </div>
  );
});

/** The whole graph in small, where there is much of it. */
const Overview = memo(function Overview(): ReactElement | null {
  const { editor, t } = useEditorContext();
  const many = useEditor(editor, (state) => state.graph.nodes.length > MANY_NODES);
  return many ? (
    <MiniMap
      pannable
      zoomable
      position="bottom-right"
      ariaLabel={t('editor.map')}
      nodeBorderRadius={18}
      nodeColor={(node) => {
        const kind = nodeOf(editor.state.graph, node.id)?.layer.kind ?? '';
        return `var(--sl-group-${editor.state.catalog.group(kind)}, var(--sl-e-dim))`;
      }}
    />
  ) : null;
});

/** Says each edit to those who do not see it. */
const Announcer = memo(function Announcer(): ReactElement {
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
