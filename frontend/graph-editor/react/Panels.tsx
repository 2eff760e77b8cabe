import { memo, useState, type ReactElement } from 'react';
import { compact, whole } from '../core/text';
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
    flops: compact(totals.flopsPerStep, language),
    bytes: compact(totals.bytes, language),
  });
  return (
    <div className="sl-card sl-totals" data-testid="totals" title={t('editor.totals.help')}>
      {text}
    </div>
  );
});

/** What keeps the experiment from running and what would be wise; each leads to its node. */
export const ProblemList = memo(function ProblemList(): ReactElement | null {
  const { editor, t } = useEditorContext();
  const problems = useEditor(editor, (state) => state.diagnosis.problems);
  const [open, setOpen] = useState(true);
  if (problems.length === 0) {
    return null;
  }
  const errors = problems.filter((problem) => !problem.hint).length;
  const title =
    errors > 0
      ? t(errors === 1 ? 'editor.problems.one' : 'editor.problems.many', { count: errors })
      : t('editor.problems.hints');
  return (
    <section
      className="sl-card sl-problems"
      data-kind={errors > 0 ? 'error' : 'hint'}
      data-testid="problems"
    >
      <button
        type="button"
        className="sl-problems-title"
        aria-expanded={open}
        data-testid="problems-toggle"
        onClick={() => setOpen(!open)}
      >
        <Icon name={errors > 0 ? 'warning' : 'hint'} />
        <span>{title}</span>
        <Icon name="down" />
      </button>
      {open && (
        <ul>
          {problems.map((problem) => (
            <ProblemItem
              key={`${problem.code} ${problem.path} ${problem.node ?? ''}`}
              problem={problem}
            />
          ))}
        </ul>
      )}
    </section>
  );
});

function ProblemItem({ problem }: { readonly problem: Problem }): ReactElement {
  const { actions, t } = useEditorContext();
  const { node, fix, message } = problem;
  return (
    <li data-testid={`problem-${problem.code}`}>
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
