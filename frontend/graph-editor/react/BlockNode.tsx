import { Handle, Position, type NodeProps } from '@xyflow/react';
import { memo, useState, type ReactElement } from 'react';
import { foldedBlock } from '../core/blocks';
import type { EditorState } from '../core/draft';
import type { Problem } from '../core/types';
import { Badge, MenuButton, parametersText } from './LayerNode';
import { useEditor, useEditorContext } from './context';
import { flowText } from './describe';
import { useWalk } from './useWalk';

/** A folded block: its name, how many layers it has, what goes in and what comes out. */
export const BlockNode = memo(function BlockNode({ id, selected }: NodeProps): ReactElement | null {
  const { editor, t, language } = useEditorContext();
  const block = useEditor(editor, (state) => foldedBlock(state.graph, id));
  const state = useEditor(editor, (whole) => whole);
  const walk = useWalk(...(block?.nodes ?? []));
  if (!block) {
    return null;
  }
  const problems = block.nodes.flatMap((node) => state.problemsOf.get(node) ?? NO_PROBLEMS);
  const flow = flowText(state, block);
  return (
    <div
      className="sl-node sl-block"
      data-group="block"
      data-testid={`node-${id}`}
      data-selected={selected}
      data-walk={walk}
      data-errors={problems.some((problem) => !problem.hint)}
    >
      <Handle type="target" position={Position.Left} isConnectable={false} aria-hidden="true" />
      <span className="sl-dot sl-dot-in" />
      <div className="sl-node-head">
        <NameField key={block.name} id={id} name={block.name} reachable={selected} />
        <Badge problems={problems} />
        <MenuButton id={id} name={block.name} reachable={selected} />
      </div>
      <div className="sl-block-text">
        <span data-testid={`layers-${id}`}>
          {t('editor.block.layers', { count: block.nodes.length })}
        </span>
        {flow !== '' && <span data-testid={`flow-${id}`}>{flow}</span>}
      </div>
      <div className="sl-node-foot">
        <span data-testid={`parameters-${id}`}>
          {parametersText(parametersOf(state, block.nodes), language, t)}
        </span>
        <button
          type="button"
          className="sl-link nodrag"
          tabIndex={selected ? 0 : -1}
          aria-label={t('editor.block.unfold', { name: block.name })}
          data-testid={`unfold-${id}`}
          onClick={() => editor.setFolded(block.name, false)}
        >
          {t('editor.block.unfold.short')}
        </button>
      </div>
      <span className="sl-dot sl-dot-out" />
      <Handle type="source" position={Position.Right} isConnectable={false} aria-hidden="true" />
    </div>
  );
});

const NO_PROBLEMS: readonly Problem[] = [];

function parametersOf({ diagnosis }: EditorState, ids: readonly string[]): number {
  return ids.reduce((sum, id) => sum + (diagnosis.parameters[id] ?? 0), 0);
}

interface NameFieldProps {
  readonly id: string;
  readonly name: string;
  readonly reachable: boolean;
}

/** The name is taken when the field is left; an empty one is not. */
function NameField({ id, name, reachable }: NameFieldProps): ReactElement {
  const { editor, t } = useEditorContext();
  const readOnly = useEditor(editor, (state) => state.readOnly);
  const [text, setText] = useState(name);

  function done(): void {
    setText(name);
    editor.rename(name, text);
  }

  return (
    <input
      className="sl-block-name nodrag"
      type="text"
      autoComplete="off"
      maxLength={60}
      aria-label={t('editor.block.name')}
      data-testid={`name-${id}`}
      value={text}
      readOnly={readOnly}
      tabIndex={reachable ? 0 : -1}
      onChange={(event) => setText(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={done}
    />
  );
}
