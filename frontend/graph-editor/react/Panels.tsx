import { memo, useState, type ReactElement } from 'react';
import { scaled, whole } from '../../charts/format';
import type { Translate } from '../core/text';
import type { Problem } from '../core/types';
import { useEditor, useEditorContext } from './context';
import { Icon, type IconName } from './icons';

/** Size of the model: parameters, operations of a step, memory. */
export const TotalsCard = memo(function TotalsCard(): ReactElement | null {
  const { editor, t, language } = useEditorContext();
  const totals = useEditor(editor, (state) => state.diagnosis.totals);
  if (!totals) {
    return null;
  }
  const text = t('editor.totals', {
    parameters: whole(totals.parameters, language),
    flops: scaled(totals.flopsPerStep, language),
    bytes: scaled(totals.bytes, language),
  });
  return (
    <div className="sl-card sl-totals" data-testid="totals" title={t('editor.totals.help')}>
      {text}
    </div>
  );
});

/**
 * What keeps the experiment from running and what would be wise: one line with the first of them,
 * the others on demand. What the page says above the canvas is not said twice. Nothing while there is nothing on the canvas, which says what to do itself.
 */
export const ProblemList = memo(function ProblemList({
  notice,
}: {
  readonly notice: string;
}): ReactElement | null {
  const { editor, t } = useEditorContext();
  const all = useEditor(editor, (state) => state.diagnosis.problems);
  const problems = all.filter(({ message }) => message !== notice);
  const empty = useEditor(editor, (state) => state.graph.nodes.length === 0);
  const [wanted, setWanted] = useState(false);
  const sorted = [...problems].sort((a, b) => Number(a.hint) - Number(b.hint));
  const [first] = sorted;
  if (!first || empty) {
    return null;
  }
  const errors = problems.filter((problem) => !problem.hint).length;
  const open = wanted && problems.length > 1;
  return (
    <section
      className="sl-card sl-problems"
      aria-label={problemsTitle(errors, t)}
      data-kind={errors > 0 ? 'error' : 'hint'}
      data-open={open}
      data-testid="problems"
    >
      <ul>
        {(open ? sorted : [first]).map((problem) => (
          <ProblemItem
            key={`${problem.code} ${problem.path} ${problem.node ?? ''}`}
            problem={problem}
          />
        ))}
      </ul>
      {problems.length > 1 && (
        <button
          type="button"
          className="sl-problems-toggle"
          title={t(open ? 'editor.problems.fewer' : 'editor.problems.all')}
          aria-expanded={open}
          data-testid="problems-toggle"
          onClick={() => setWanted(!open)}
        >
          <span>{problemsTitle(errors, t)}</span>
          <b>{problems.length}</b>
          <Icon name="down" />
        </button>
      )}
    </section>
  );
});

function problemsTitle(errors: number, t: Translate): string {
  switch (errors) {
    case 0:
      return t('editor.problems.hints');
    case 1:
      return t('editor.problems.one', { count: 1 });
    default:
      return t('editor.problems.many', { count: errors });
  }
}

function ProblemItem({ problem }: { readonly problem: Problem }): ReactElement {
  const { actions, t } = useEditorContext();
  const { node, fix, message, hint } = problem;
  return (
    <li data-kind={hint ? 'hint' : 'error'} data-testid={`problem-${problem.code}`}>
      <Icon name={hint ? 'hint' : 'warning'} />
      {node === undefined ? (
        <span>{message}</span>
      ) : (
        <button
          type="button"
          className="sl-problem-text"
          title={t('editor.problems.show')}
          onClick={() => actions.showNode(node)}
        >
          {message}
        </button>
      )}
      {fix && (
        <button
          type="button"
          className="sl-button sl-fix"
          data-testid={`fix-${problem.code}`}
          onClick={() => actions.applyFix(fix.edits)}
        >
          {fix.label}
        </button>
      )}
    </li>
  );
}

interface ToolProps {
  readonly icon: IconName;
  readonly label: string;
  readonly testId: string;
  readonly disabled?: boolean;
  readonly pressed?: boolean | undefined;
  readonly onClick: () => void;
}

/** A button of the toolbar. One that is disabled keeps the focus, so that it is not lost. */
export function Tool({
  icon,
  label,
  testId,
  disabled = false,
  pressed,
  onClick,
}: ToolProps): ReactElement {
  return (
    <button
      type="button"
      className="sl-tool"
      title={label}
      aria-label={label}
      aria-disabled={disabled}
      aria-pressed={pressed}
      data-testid={testId}
      onClick={disabled ? undefined : onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
