import { entries, exits } from '../core/blocks';
import type { EditorState } from '../core/draft';
import { isSpec, numbersText, numberText, type LayerKind, type Setting } from '../core/catalog';
import { incoming, nodeOf, outgoing } from '../core/graph';
import type { Translate } from '../core/text';
import type { BlockDoc, Done, LayerSpec, NodeDoc } from '../core/types';

/** Name of a layer, such as Linear. */
export function nameOf(state: EditorState, kind: string, t: Translate): string {
  return t(state.catalog.kind(kind)?.key ?? kind);
}

const SHOWN = 3;

/** The settings that a node shows; the others on demand, and by name where they are not as usual. */
export function mainSettings(settings: readonly Setting[]): readonly Setting[] {
  return settings.filter(isMain).slice(0, SHOWN);
}

function isMain({ advanced, type }: Setting): boolean {
  return !advanced && type !== 'family';
}

/** Its settings in one line: 100 units · ReLU. */
export function summary(kind: LayerKind | undefined, layer: LayerSpec, t: Translate): string {
  const settings = kind?.settings ?? [];
  const main = mainSettings(settings);
  const others = settings.filter((setting) => !main.includes(setting));
  return line([...main, ...unusual(others, layer)], layer, t);
}

/** Those of the settings that are not at their default, in one line: padding 1 · no bias. */
export function unusualText(settings: readonly Setting[], layer: LayerSpec, t: Translate): string {
  return line(unusual(settings, layer), layer, t);
}

function unusual(settings: readonly Setting[], layer: LayerSpec): readonly Setting[] {
  return settings.filter(({ name, default: usual }) => {
    const value = layer[name] ?? undefined;
    return JSON.stringify(value) !== JSON.stringify(usual);
  });
}

function line(settings: readonly Setting[], layer: LayerSpec, t: Translate): string {
  return settings
    .map((setting) => settingText(setting, layer[setting.name], t))
    .filter((text) => text !== '')
    .join(' · ');
}

function settingText(setting: Setting, value: unknown, t: Translate): string {
  switch (setting.type) {
    case 'integer':
    case 'number':
      return typeof value === 'number' ? `${t(setting.key)} ${numberText(value)}` : '';
    case 'numbers':
      return `${t(setting.key)} ${numbersText(value)}`;
    case 'boolean':
      return value ? t(setting.key) : t('editor.node.without', { setting: t(setting.key) });
    case 'choice': {
      const choice = setting.choices?.find((candidate) => candidate.value === value);
      return choice ? t(choice.key) : '';
    }
    case 'family':
      return isSpec(value) ? `${t(setting.key)}: ${t(`${setting.family}.${value.kind}`)}` : '';
    default:
      return '';
  }
}

/** Name and settings of a node, as lists and menus show it. */
export function titleOf(state: EditorState, node: NodeDoc, t: Translate): string {
  const text = summary(state.catalog.kind(node.layer.kind), node.layer, t);
  return [nameOf(state, node.layer.kind, t), text].filter((part) => part !== '').join(', ');
}

/** Everything about a node, for those who hear it instead of seeing it. */
export function described(state: EditorState, node: NodeDoc, t: Translate): string {
  const others = (ids: readonly string[]) =>
    ids.map((id) => nameOf(state, nodeOf(state.graph, id)?.layer.kind ?? id, t)).join(', ');
  const from = incoming(state.graph, node.id).map((edge) => edge.from);
  const to = outgoing(state.graph, node.id).map((edge) => edge.to);
  const shape = state.diagnosis.shapes[node.id];
  const problems = state.problemsOf.get(node.id) ?? [];
  return [
    titleOf(state, node, t),
    from.length > 0 ? t('editor.say.from', { layers: others(from) }) : '',
    to.length > 0 ? t('editor.say.to', { layers: others(to) }) : '',
    shape ? t('editor.node.gives', { shape }) : '',
    ...problems.map((problem) => problem.message),
  ]
    .filter((part) => part !== '')
    .join('. ');
}

/** Everything about a folded block, for those who hear it instead of seeing it. */
export function blockText(state: EditorState, block: BlockDoc, t: Translate): string {
  const problems = block.nodes.flatMap((id) => state.problemsOf.get(id) ?? []);
  return [
    t('editor.block.title', { name: block.name, count: block.nodes.length }),
    flowText(state, block),
    ...problems.map((problem) => problem.message),
  ]
    .filter((part) => part !== '')
    .join('. ');
}

/** The shapes that go in and those that come out, as far as they are known: [N, 2] → [N, 100]. */
export function flowText({ graph, diagnosis }: EditorState, block: BlockDoc): string {
  const shapes = (ids: readonly string[]) =>
    [...new Set(ids.map((id) => diagnosis.shapes[id]).filter(Boolean))].join(', ');
  const before = shapes(entries(graph, block).map(({ from }) => from));
  const after = shapes(exits(graph, block));
  return before === '' || after === '' ? after : `${before} → ${after}`;
}

/** What an edit did, in a sentence. */
export function doneText(state: EditorState, done: Done, t: Translate): string {
  const setting = state.catalog
    .kind(done.layer ?? '')
    ?.settings.find((candidate) => candidate.name === done.setting);
  return t(doneKey(done), {
    layer: done.layer === undefined ? '' : nameOf(state, done.layer, t),
    other: done.other === undefined ? '' : nameOf(state, done.other, t),
    after: done.after ?? '',
    before: done.before ?? '',
    count: done.count ?? 1,
    setting: setting ? t(setting.key) : '',
    name: done.name ?? '',
  });
}

function doneKey({ code, after, before, layer }: Done): string {
  switch (code) {
    case 'added':
      return after === undefined ? 'editor.did.added' : 'editor.did.addedAfter';
    case 'inserted':
      return before === undefined ? 'editor.did.inserted' : 'editor.did.insertedBetween';
    case 'removed':
    case 'moved':
      return `editor.did.${code}${layer === undefined ? 'Many' : ''}`;
    default:
      return `editor.did.${code}`;
  }
}
