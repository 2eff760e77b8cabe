import {
  Handle,
  Position,
  useConnection,
  useStore,
  type NodeProps,
  type ReactFlowState,
} from '@xyflow/react';
import { memo, useState, type ReactElement } from 'react';
import { whole } from '../../charts/format';
import type { LayerKind, Setting } from '../core/catalog';
import { nodeOf } from '../core/graph';
import type { Translate } from '../core/text';
import type { LayerSpec, Problem } from '../core/types';
import { Field } from './Fields';
import { useEditor, useEditorContext } from './context';
import { mainSettings, unusualText } from './describe';
import { Icon } from './icons';
import { UnitStrip } from './UnitStrip';
import { Why } from './Why';
import { useWalk } from './useWalk';

const NO_PROBLEMS: readonly Problem[] = [];

/** A layer on the canvas. Renders only when something about this layer changes. */
export const LayerNode = memo(function LayerNode({ id, selected }: NodeProps): ReactElement | null {
  const { editor, t, language } = useEditorContext();
  const layer = useEditor(editor, (state) => nodeOf(state.graph, id)?.layer);
  const kind = useEditor(editor, (state) => state.catalog.kind(layer?.kind ?? ''));
  const inputs = useEditor(editor, (state) => state.catalog.inputs(layer?.kind ?? ''));
  const shape = useEditor(editor, (state) => state.diagnosis.shapes[id]);
  const parameters = useEditor(editor, (state) => state.diagnosis.parameters[id]);
  const problems = useEditor(editor, (state) => state.problemsOf.get(id) ?? NO_PROBLEMS);
  const readOnly = useEditor(editor, (state) => state.readOnly);
  const target = useTarget(id);
  const walk = useWalk(id);
  const [all, setAll] = useState(false);
  if (!layer) {
    return null;
  }
  const errors = problems.filter((problem) => !problem.hint);
  const name = t(kind?.key ?? layer.kind);
  const settings = settingsOf(kind, layer);
  return (
    <div
      className="sl-node"
      data-group={kind?.group}
      data-testid={`node-${id}`}
      data-selected={selected}
      data-errors={errors.length > 0}
      data-target={target}
      data-walk={walk}
    >
      <Handle
        type="target"
        position={Position.Left}
        className={inputs === 'none' ? 'sl-closed' : ''}
        isConnectable={!readOnly}
        isConnectableStart={inputs !== 'none'}
        data-testid={`in-${id}`}
        aria-hidden="true"
      />
      {inputs !== 'none' && <span className="sl-dot sl-dot-in" data-many={inputs === 'many'} />}
      <div className="sl-node-head">
        <b>{name}</b>
        <Why name={name} topics={[kind?.key ?? '']} reachable={selected} />
        <small className="sl-node-id">{shortId(id, layer.kind)}</small>
        <Badge problems={problems} />
        <MenuButton id={id} name={name} reachable={selected} />
      </div>
      <SettingsList
        id={id}
        layer={layer}
        owner={kind?.key ?? ''}
        shown={all ? settings.all : settings.main}
        rest={all ? [] : settings.rest}
        readOnly={readOnly}
        selected={selected}
      />
      <UnitStrip
        node={id}
        name={`${name} ${shortId(id, layer.kind)}`.trim()}
        shape={shape}
        reachable={selected}
      />
      <div className="sl-node-foot">
        <span data-testid={`parameters-${id}`}>
          {inputs === 'none'
            ? shape && t('editor.node.gives', { shape })
            : parameters !== undefined && parametersText(parameters, language, t)}
        </span>
        {settings.rest.length > 0 && (
          <button
            type="button"
            className="sl-link nodrag"
            tabIndex={selected ? 0 : -1}
            aria-expanded={all}
            aria-label={t(all ? 'editor.node.less' : 'editor.node.more')}
            data-testid={`more-${id}`}
            onClick={() => setAll(!all)}
          >
            {t(all ? 'editor.node.less.short' : 'editor.node.more.short')}
          </button>
        )}
      </div>
      <span className="sl-dot sl-dot-out" />
      <Handle
        type="source"
        position={Position.Right}
        isConnectable={!readOnly}
        data-testid={`out-${id}`}
        aria-hidden="true"
      />
    </div>
  );
});

interface MenuButtonProps {
  readonly id: string;
  readonly name: string;
  readonly reachable: boolean;
}

/** Opens the menu of a node, where it can be edited. */
export function MenuButton({ id, name, reachable }: MenuButtonProps): ReactElement | null {
  const { editor, t, actions } = useEditorContext();
  const readOnly = useEditor(editor, (state) => state.readOnly);
  return readOnly ? null : (
    <button
      type="button"
      className="sl-node-menu nodrag"
      tabIndex={reachable ? 0 : -1}
      aria-haspopup="menu"
      aria-label={t('editor.node.menu', { layer: name })}
      data-testid={`menu-${id}`}
      onClick={(event) => {
        event.stopPropagation();
        const { left, bottom } = event.currentTarget.getBoundingClientRect();
        actions.openMenu(id, { x: left, y: bottom + 4 });
      }}
    >
      <Icon name="more" />
    </button>
  );
}

/** A node's id as far as it says more than its layer: `linear2` is 2, `hidden` itself. */
function shortId(id: string, kind: string): string {
  return id.startsWith(kind) ? id.slice(kind.length) : id;
}

export function parametersText(count: number, language: string, t: Translate): string {
  switch (count) {
    case 0:
      return t('editor.node.noParameters');
    case 1:
      return t('editor.node.parameter', { count });
    default:
      return t('editor.node.parameters', { count: whole(count, language) });
  }
}

type Target = 'from' | 'yes' | 'no' | undefined;

/** What the node is to the connection that is being drawn, if any. */
function useTarget(id: string): Target {
  const { editor } = useEditorContext();
  const dragged = useConnection((connection) =>
    connection.inProgress ? `${connection.fromHandle.type} ${connection.fromNode.id}` : undefined,
  );
  const clicked = useStore(clickedHandle);
  const begun = dragged ?? clicked;
  if (begun === undefined) {
    return undefined;
  }
  const space = begun.indexOf(' ');
  const other = begun.slice(space + 1);
  if (other === id) {
    return 'from';
  }
  const edge = begun.startsWith('source') ? { from: other, to: id } : { from: id, to: other };
  const why = editor.refusal(edge);
  return why === undefined || why.code === 'taken' ? 'yes' : 'no';
}

function clickedHandle({ connectionClickStartHandle: handle }: ReactFlowState): string | undefined {
  return handle ? `${handle.type} ${handle.nodeId}` : undefined;
}

interface SettingsProps {
  readonly id: string;
  readonly layer: LayerSpec;
  /** The key of the layer. */
  readonly owner: string;
  readonly shown: readonly Setting[];
  /** Those that are named only, where they are not as usual. */
  readonly rest: readonly Setting[];
  readonly readOnly: boolean;
  readonly selected: boolean;
}

function SettingsList({
  id,
  layer,
  owner,
  shown,
  rest,
  readOnly,
  selected,
}: SettingsProps): ReactElement | null {
  const { t } = useEditorContext();
  const unusual = unusualText(rest, layer, t);
  if (shown.length === 0 && unusual === '') {
    return null;
  }
  return (
    <div className="sl-node-settings">
      {shown.map((setting) => (
        <Field
          key={setting.name}
          node={id}
          owner={owner}
          setting={setting}
          value={layer[setting.name]}
          readOnly={readOnly}
          reachable={selected}
        />
      ))}
      {unusual !== '' && <small className="sl-node-rest">{unusual}</small>}
    </div>
  );
}

interface Shown {
  readonly all: readonly Setting[];
  readonly main: readonly Setting[];
  readonly rest: readonly Setting[];
}

/** The settings that can be shown, of these the few that always are, and the others. */
function settingsOf(kind: LayerKind | undefined, layer: LayerSpec): Shown {
  const all = (kind?.settings ?? []).filter((setting) => isShown(setting, layer));
  const main = mainSettings(all);
  return { all, main, rest: all.filter((setting) => !main.includes(setting)) };
}

const UNGIVEN = ['integer', 'number', 'family'];

/** What need not be given, and can be in a field, has one all the same. */
function isShown(setting: Setting, layer: LayerSpec): boolean {
  const given = (layer[setting.name] ?? undefined) !== undefined;
  return given || !setting.optional || UNGIVEN.includes(setting.type);
}

export function Badge({
  problems,
}: {
  readonly problems: readonly Problem[];
}): ReactElement | null {
  const { t } = useEditorContext();
  const errors = problems.filter((problem) => !problem.hint);
  if (problems.length === 0) {
    return null;
  }
  const text = problems.map((problem) => problem.message).join('\n');
  return (
    <span
      className="sl-badge"
      data-kind={errors.length > 0 ? 'error' : 'hint'}
      role="img"
      aria-label={t('editor.node.problems', { text })}
      data-testid="badge"
    >
      {errors.length > 0 ? '!' : 'i'}
      <span className="sl-tip" aria-hidden="true">
        {problems.map((problem) => (
          <span key={problem.code + problem.path}>{problem.message}</span>
        ))}
      </span>
    </span>
  );
}
