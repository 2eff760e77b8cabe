import { useId, useState, type ReactElement } from 'react';
import { numbersText, parseNumbers } from '../core/catalog';
import { useEditorContext } from './context';
import { idOf, put, rangeText, topicsOf, type FieldProps } from './field';
import { Why } from './Why';

interface Draft {
  readonly text: string;
  /** The setting's value meanwhile; once it is another, the draft is out of date. */
  readonly over: unknown;
}

/** Several numbers in one line: 1, 28, 28. What may not be stays as it was typed, and is told. */
export function NumbersField(props: FieldProps): ReactElement {
  const { owner, setting, value, readOnly, reachable } = props;
  const { editor, t, language } = useEditorContext();
  const [draft, setDraft] = useState<Draft>();
  const errorId = useId();
  const text = draft && draft.over === value ? draft.text : numbersText(value);
  const invalid = parseNumbers(text, setting) === undefined;
  const label = t(setting.key);

  function type(typed: string): void {
    const numbers = parseNumbers(typed, setting);
    setDraft({ text: typed, over: numbers ?? value });
    if (numbers) {
      put(editor, props, numbers);
    }
  }

  function done(): void {
    if (!invalid) {
      setDraft(undefined);
    }
    editor.seal();
  }

  return (
    <div className="sl-field sl-field-number">
      <span className="sl-field-label">{label}</span>
      <Why name={label} topics={topicsOf(owner, setting)} reachable={reachable} />
      <span className="sl-stepper sl-numbers">
        <input
          className="nodrag nowheel"
          type="text"
          autoComplete="off"
          aria-label={label}
          aria-invalid={invalid}
          aria-describedby={invalid ? errorId : undefined}
          data-testid={`setting-${idOf(props)}`}
          value={text}
          readOnly={readOnly}
          tabIndex={reachable ? 0 : -1}
          onChange={(event) => type(event.target.value)}
          onFocus={(event) => event.target.select()}
          onBlur={done}
        />
      </span>
      {invalid && (
        <span
          id={errorId}
          className="sl-field-error"
          role="alert"
          data-testid={`error-${idOf(props)}`}
        >
          {rangeText(setting, language, t)}
        </span>
      )}
    </div>
  );
}
