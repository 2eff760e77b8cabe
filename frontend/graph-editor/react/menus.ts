import { shown } from '../../keys/keys';
import type { Editor } from '../core/editor';
import { blockOf, foldedBlock } from '../core/blocks';
import { incoming, nodeOf, outgoing } from '../core/graph';
import { GRAPH_KEYS } from '../core/keys';
import type { Translate } from '../core/text';
import type { EdgeDoc } from '../core/types';
import type { Goal } from './context';
import { nameOf, titleOf } from './describe';
import type { MenuItem } from './Menu';

/** What the menus can ask of the canvas. */
export interface MenuHost {
  readonly editor: Editor;
  readonly t: Translate;
  readonly openSearch: (goal: Goal) => void;
  /** Connects, or asks what to do with the edge that is in the way. */
  readonly connect: (edge: EdgeDoc) => void;
  readonly editNode: (id: string) => void;
  readonly fit: () => void;
  /** Brings a new node into view. */
  readonly reveal: (id: string | undefined) => void;
  readonly pasteHere: () => void;
}

function keysOf([first]: readonly string[]): string {
  return shown(first).join(' ');
}

/** Everything that can be done with a node. */
export function nodeMenu(host: MenuHost, id: string): readonly MenuItem[] {
  const { editor, t } = host;
  const { graph, readOnly } = editor.state;
  const before = incoming(graph, id);
  const after = outgoing(graph, id);
  const block = foldedBlock(graph, id);
  if (block && !readOnly) {
    return blockMenu(host, id, block.name);
  }
  if (readOnly || !nodeOf(graph, id)) {
    return [];
  }
  return [
    {
      id: 'edit',
      label: t('editor.menu.edit'),
      keys: keysOf(GRAPH_KEYS.edit),
      run: () => host.editNode(id),
    },
    ...connectItem(host, id),
    {
      id: 'after',
      label: t('editor.menu.after'),
      run: () => host.openSearch({ kind: 'after', node: id }),
    },
    ...[...before, ...after].map((edge) => disconnectItem(host, edge, id)),
    moveItem(host, id),
    ...groupItems(host, id),
    duplicateItem(host, id),
    deleteItem(host, id),
    ...(before.length > 0 && after.length > 0
      ? [
          {
            id: 'bridge',
            label: t('editor.menu.bridge'),
            keys: keysOf(GRAPH_KEYS.bridge),
            danger: true,
            run: () => remove(editor, id, true),
          },
        ]
      : []),
  ];
}

function duplicateItem({ editor, t }: MenuHost, id: string): MenuItem {
  return {
    id: 'duplicate',
    label: t('editor.menu.duplicate'),
    keys: keysOf(GRAPH_KEYS.duplicate),
    separated: true,
    run: () => {
      if (!editor.isSelected(id)) {
        editor.select([id]);
      }
      editor.duplicate();
    },
  };
}

function deleteItem({ editor, t }: MenuHost, id: string): MenuItem {
  return {
    id: 'delete',
    label: t('editor.menu.delete'),
    keys: keysOf(GRAPH_KEYS.remove),
    danger: true,
    run: () => remove(editor, id, false),
  };
}

/** Everything that can be done with a folded block. */
function blockMenu(host: MenuHost, id: string, name: string): readonly MenuItem[] {
  const { editor, t } = host;
  return [
    {
      id: 'unfold',
      label: t('editor.menu.unfold'),
      keys: keysOf(GRAPH_KEYS.fold),
      run: () => editor.setFolded(name, false),
    },
    {
      id: 'edit',
      label: t('editor.menu.rename'),
      keys: keysOf(GRAPH_KEYS.edit),
      run: () => host.editNode(id),
    },
    ungroupItem(host, name),
    moveItem(host, id),
    duplicateItem(host, id),
    deleteItem(host, id),
  ];
}

function ungroupItem({ editor, t }: MenuHost, name: string): MenuItem {
  return {
    id: 'ungroup',
    label: t('editor.menu.ungroup', { name }),
    keys: keysOf(GRAPH_KEYS.ungroup),
    run: () => editor.ungroup(name),
  };
}

/** To make a block of the selection, and what can be done with the block that the layer is in. */
function groupItems(host: MenuHost, id: string): readonly MenuItem[] {
  const { editor, t } = host;
  const { nodes, graph } = editor.state;
  const block = blockOf(graph, id);
  const count = nodes.has(id) ? nodes.size : 1;
  const group = {
    id: 'group',
    label: t(count > 1 ? 'editor.menu.group' : 'editor.menu.groupOne', { count }),
    keys: keysOf(GRAPH_KEYS.group),
    separated: true,
    run: () => {
      if (!nodes.has(id)) {
        editor.select([id]);
      }
      editor.group(t('editor.block.new'));
    },
  };
  return block
    ? [
        group,
        {
          id: 'fold',
          label: t('editor.menu.fold', { name: block.name }),
          keys: keysOf(GRAPH_KEYS.fold),
          run: () => editor.setFolded(block.name, true),
        },
        ungroupItem(host, block.name),
      ]
    : [group];
}

const STEP = 20;
const WAYS = { left: [-STEP, 0], right: [STEP, 0], up: [0, -STEP], down: [0, STEP] } as const;

/** Moves without dragging. */
function moveItem({ editor, t }: MenuHost, id: string): MenuItem {
  const items = Object.entries(WAYS).map(([way, by]) => ({
    id: `move-${way}`,
    label: t(`editor.menu.move.${way}`),
    stays: true,
    run: () => editor.nudge(id, by),
  }));
  return { id: 'move', label: t('editor.menu.move'), items };
}

/** The selection where the node is part of it, else the node. */
function remove(editor: Editor, id: string, bridge: boolean): void {
  if (editor.isSelected(id)) {
    editor.removeSelected(bridge);
  } else {
    editor.remove([id], bridge);
  }
}

/** The nodes that a node's output may go to. */
export function connectItems({ editor, t, connect }: MenuHost, from: string): readonly MenuItem[] {
  return editor.targets(from).map((node) => {
    const edge = { from, to: node.id };
    return {
      id: `to-${node.id}`,
      label: titleOf(editor.state, node, t),
      detail: editor.refusal(edge) ? t('editor.menu.taken') : undefined,
      run: () => connect(edge),
    };
  });
}

function connectItem(host: MenuHost, from: string): readonly MenuItem[] {
  const items = connectItems(host, from);
  return items.length === 0
    ? []
    : [
        {
          id: 'connect',
          label: host.t('editor.menu.connect'),
          keys: keysOf(GRAPH_KEYS.connect),
          items,
        },
      ];
}

function disconnectItem({ editor, t }: MenuHost, edge: EdgeDoc, id: string): MenuItem {
  const other = edge.from === id ? edge.to : edge.from;
  const node = nodeOf(editor.state.graph, other);
  return {
    id: `disconnect-${other}`,
    label: t('editor.menu.disconnect', {
      layer: node ? nameOf(editor.state, node.layer.kind, t) : other,
    }),
    run: () => editor.disconnect(edge),
  };
}

/** What can be done with an edge. */
export function edgeMenu({ editor, t, openSearch }: MenuHost, edge: EdgeDoc): readonly MenuItem[] {
  return editor.state.readOnly
    ? []
    : [
        {
          id: 'insert',
          label: t('editor.menu.insert'),
          run: () => openSearch({ kind: 'edge', edge }),
        },
        {
          id: 'remove-edge',
          label: t('editor.menu.removeEdge'),
          keys: keysOf(GRAPH_KEYS.remove),
          danger: true,
          run: () => editor.disconnect(edge),
        },
      ];
}

/** What can be done with the canvas. */
export function paneMenu(host: MenuHost, goal: Goal): readonly MenuItem[] {
  const { editor, t } = host;
  const edits: readonly MenuItem[] = editor.state.readOnly
    ? []
    : [
        {
          id: 'add',
          label: t('editor.menu.add'),
          keys: keysOf(GRAPH_KEYS.add),
          run: () => host.openSearch(goal),
        },
        {
          id: 'paste',
          label: t('editor.menu.paste'),
          keys: shown('Mod+V').join(' '),
          run: host.pasteHere,
        },
        { id: 'tidy', label: t('editor.tidy'), run: () => editor.tidy() },
      ];
  return [
    ...edits,
    {
      id: 'all',
      label: t('editor.menu.all'),
      keys: keysOf(GRAPH_KEYS.all),
      run: () => editor.selectAll(),
    },
    { id: 'fit', label: t('editor.fit'), run: host.fit },
  ];
}

/** What can be done with an edge that another is in the way of. */
export function takenMenu({ editor, t, reveal }: MenuHost, edge: EdgeDoc): readonly MenuItem[] {
  return [
    { id: 'replace', label: t('editor.menu.replace'), run: () => editor.connectInstead(edge) },
    ...editor.merging(edge).map((kind) => ({
      id: `merge-${kind.kind}`,
      label: t('editor.menu.merge', { layer: t(kind.key) }),
      run: () => reveal(editor.connectThrough(edge, editor.state.catalog.create(kind.kind))),
    })),
  ];
}
