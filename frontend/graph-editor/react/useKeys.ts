import { type RefObject, useEffect, useRef } from 'react';
import { pressed, singleKeys } from '../../keys/keys';
import type { Editor } from '../core/editor';
import { blockOf, foldedBlock } from '../core/blocks';
import { GRAPH_KEYS } from '../core/keys';
import type { Goal, Point } from './context';
import { nodeIdOf } from './places';

interface KeyActions {
  readonly openSearch: (goal: Goal) => void;
  readonly openMenu: (node: string, at: Point) => void;
  readonly openConnect: (node: string) => void;
  readonly editNode: (node: string) => void;
  readonly focusNode: (node: string | undefined) => void;
  readonly cancel: () => void;
  /** What a block is called that nobody has named. */
  readonly newBlock: string;
  /** Moves the view by so many pixels. */
  readonly pan: (dx: number, dy: number) => void;
}

/** The keyboard: on the canvas everything; elsewhere on the page "/" and undo, but in texts. */
export function useKeys(
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
      const handled =
        inside || !isBusy(target)
          ? heard(event, target, inside, editor, latest.current)
          : !isText(target) && !isElsewhere(target) && historyKey(event, editor);
      if (handled) {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, [root, editor]);
}

function heard(
  event: KeyboardEvent,
  target: Element,
  inside: boolean,
  editor: Editor,
  actions: KeyActions,
): boolean {
  return isField(target)
    ? inside && fieldKey(event, editor, actions)
    : pageKey(event, inside, editor, actions) || (inside && canvasKey(event, editor, actions));
}

/** Whether people type there, and take back what they typed. */
function isText(target: Element): boolean {
  return isField(target) && !target.matches('[type=range], [type=checkbox], [type=radio]');
}

/** Whether it lies in front of the page, not beside it. */
function isElsewhere(target: Element): boolean {
  return target.closest('[aria-modal=true], [role=menu], [role=listbox]') !== null;
}

export function isField(target: Element): boolean {
  return target.matches('input, textarea, select, [contenteditable], [contenteditable] *');
}

/** Whether keys belong to something else: a field, or what floats above the page. */
function isBusy(target: Element): boolean {
  return isField(target) || target.closest('[role=dialog], [role=menu], [role=listbox]') !== null;
}

function historyKey(event: KeyboardEvent, editor: Editor): boolean {
  if (pressed(event, GRAPH_KEYS.undo)) {
    editor.undo();
    return true;
  }
  if (pressed(event, GRAPH_KEYS.redo)) {
    editor.redo();
    return true;
  }
  return false;
}

function pageKey(
  event: KeyboardEvent,
  inside: boolean,
  editor: Editor,
  { openSearch }: KeyActions,
): boolean {
  if (event.target instanceof Element && event.target.closest('.sl-popup')) {
    return false;
  }
  if (pressed(event, GRAPH_KEYS.add) && (inside || singleKeys())) {
    openSearch(goalAt(event.target, editor));
    return true;
  }
  return historyKey(event, editor);
}

/** After the node that has the focus, unless it is one of those selected, which come first. */
function goalAt(target: EventTarget | null, editor: Editor): Goal {
  const node = target instanceof Element ? nodeIdOf(target) : undefined;
  return node === undefined || editor.isSelected(node) ? { kind: 'auto' } : { kind: 'after', node };
}

/** In a field of a node: Enter and Escape go back to the node, unless the field has an error. */
function fieldKey(event: KeyboardEvent, editor: Editor, { focusNode }: KeyActions): boolean {
  const target = event.target as Element;
  if (target.closest('.sl-popup')) {
    return false;
  }
  if (target.ariaInvalid === 'true' && (event.key === 'Escape' || event.key === 'Enter')) {
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
    panKey(event, actions) ||
    selectionKey(event, editor, node) ||
    blockKey(event, editor, node, actions) ||
    removeKey(event, editor, node, target) ||
    (node !== undefined && nodeKey(event, node, target, actions)) ||
    cancelKey(event, actions)
  );
}

const PAN = 80;
const PANS = [
  [PAN, 0],
  [-PAN, 0],
  [0, PAN],
  [0, -PAN],
] as const;

/** What an arrow points to comes into view. */
function panKey(event: KeyboardEvent, { pan }: KeyActions): boolean {
  const way = GRAPH_KEYS.pan.findIndex((key) => pressed(event, [key]));
  const by = PANS[way];
  if (by) {
    pan(by[0], by[1]);
  }
  return by !== undefined;
}

function selectionKey(event: KeyboardEvent, editor: Editor, node: string | undefined): boolean {
  if (event.key === ' ' && node !== undefined && !editor.isSelected(node)) {
    if (event.ctrlKey || event.metaKey) {
      return false; // the canvas adds it to the others
    }
    editor.select([node]);
    return true;
  }
  if (pressed(event, GRAPH_KEYS.all)) {
    editor.selectAll();
    return true;
  }
  if (pressed(event, GRAPH_KEYS.duplicate)) {
    selectFocused(editor, node);
    editor.duplicate();
    return true;
  }
  return false;
}

/** Makes a block of the selection, folds or unfolds the one that the focus is in, or ends it. */
function blockKey(
  event: KeyboardEvent,
  editor: Editor,
  node: string | undefined,
  { newBlock }: KeyActions,
): boolean {
  if (pressed(event, GRAPH_KEYS.group)) {
    selectFocused(editor, node);
    editor.group(newBlock);
    return true;
  }
  const { graph } = editor.state;
  const block = node === undefined ? undefined : (foldedBlock(graph, node) ?? blockOf(graph, node));
  if (block && pressed(event, GRAPH_KEYS.ungroup)) {
    editor.ungroup(block.name);
    return true;
  }
  if (block && pressed(event, GRAPH_KEYS.fold)) {
    editor.setFolded(block.name, !block.folded);
    return true;
  }
  return false;
}

function selectFocused(editor: Editor, node: string | undefined): void {
  if (node !== undefined && !editor.isSelected(node)) {
    editor.select([node]);
  }
}

function removeKey(
  event: KeyboardEvent,
  editor: Editor,
  node: string | undefined,
  target: Element,
): boolean {
  const bridge = pressed(event, GRAPH_KEYS.bridge);
  if ((!bridge && !pressed(event, GRAPH_KEYS.remove)) || target.closest('button')) {
    return false;
  }
  selectFocused(editor, node);
  editor.removeSelected(bridge);
  return true;
}

function nodeKey(
  event: KeyboardEvent,
  node: string,
  target: Element,
  actions: KeyActions,
): boolean {
  if (pressed(event, GRAPH_KEYS.menu)) {
    const { left, top, height } = target.getBoundingClientRect();
    actions.openMenu(node, { x: left + 12, y: top + height + 6 });
    return true;
  }
  if (pressed(event, GRAPH_KEYS.edit)) {
    actions.editNode(node);
    return true;
  }
  if (pressed(event, GRAPH_KEYS.connect)) {
    actions.openConnect(node);
    return true;
  }
  return false;
}

/** Leaves the key to the canvas too, which then gives up the selection. */
function cancelKey(event: KeyboardEvent, { cancel }: KeyActions): boolean {
  if (pressed(event, GRAPH_KEYS.back)) {
    cancel();
  }
  return false;
}
