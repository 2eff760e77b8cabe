import { memo, useId, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { pressed } from '../../keys/keys';
import { NUMBER_KEYS } from '../../numbers/numbers';
import { offerUsual } from '../../numbers/usual-values';
import {
  amountOf,
  created,
  isSpec,
  numberText,
  parseNumber,
  startNumber,
  stepNumber,
} from '../core/catalog';
import { useEditor, useEditorContext } from './context';
import { idOf, put, rangeText, topicsOf, type FieldProps } from './field';
import { Icon } from './icons';
import { NumbersField } from './NumbersField';
import { Why } from './Why';

/** A setting of a layer, edited in its node. What no field can edit shows that it is there. */
export const Field = memo(function Field(props: FieldProps): ReactElement | null {
  switch (props.setting.type) {
    case 'integer':
    case 'number':
      return <NumberField {...props} />;
    case 'numbers':
      return <NumbersField {...props} />;
    case 'choice':
      return <ChoiceField {...props} />;
    case 'boolean':
      return <BooleanField {...props} />;
    case 'family':
      return <FamilyField {...props} />;
    default:
      return <GivenField {...props} />;
  }
});

interface Draft {
  readonly text: string;
  /** The setting's value meanwhile; once it is another, the draft is out of date. */
  readonly over: unknown;
}

/**
 * What may not be stays as it was typed, and is told; the layer keeps its last good value. A
 * setting that need not be given may be left empty.
 */
function NumberField(props: FieldProps): ReactElement {
  const { owner, setting, value, readOnly, reachable } = props;
  const { editor, t, language } = useEditorContext();
  const [draft, setDraft] = useState<Draft>();
  const errorId = useId();
  const input = useRef<HTMLInputElement>(null);
  const more = useRef<HTMLButtonElement>(null);
  const text = draft && draft.over === value ? draft.text : numberText(value);
  const unset = (typed: string) => setting.optional === true && typed.trim() === '';
  const invalid = !unset(text) && parseNumber(text, setting) === undefined;
  const label = t(setting.key);
  const usual = t('help.number.usual', { name: label });

  function type(typed: string): void {
    const number = parseNumber(typed, setting);
    const given = number !== undefined || unset(typed);
    setDraft({ text: typed, over: given ? number : value });
    if (given) {
      put(editor, props, number);
    }
  }

  function step(up: boolean, large: boolean): void {
    setDraft(undefined);
    const next =
      typeof value === 'number' ? stepNumber(value, up, large, setting) : startNumber(setting);
    put(editor, props, next);
  }

  function choose(number: number): void {
    setDraft(undefined);
    put(editor, props, number);
    editor.seal();
  }

  function offer(): void {
    offerUsual({
      at: more.current!,
      label: usual,
      amount: amountOf(setting),
      value: typeof value === 'number' ? value : undefined,
      choose,
      focus: () => input.current?.focus(),
    });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (pressed(event.nativeEvent, NUMBER_KEYS.usual)) {
      event.preventDefault();
      offer();
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      step(event.key === 'ArrowUp', event.shiftKey);
    } else if (event.key === 'Escape') {
      setDraft(undefined);
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
      <button
        ref={more}
        type="button"
        tabIndex={-1}
        className="sl-usual nodrag"
        disabled={readOnly}
        aria-label={usual}
        aria-haspopup="dialog"
        data-testid={`usual-${idOf(props)}`}
        onClick={offer}
      >
        <Icon name="down" />
      </button>
      <span className="sl-stepper">
        <button
          type="button"
          tabIndex={-1}
          className="nodrag"
          disabled={readOnly}
          aria-label={t('editor.field.less', { setting: label })}
          onClick={(event) => step(false, event.shiftKey)}
        >
          <Icon name="minus" />
        </button>
        <input
          className="nodrag nowheel"
          type="text"
          inputMode={setting.type === 'integer' ? 'numeric' : 'decimal'}
          autoComplete="off"
          role="spinbutton"
          ref={input}
          aria-label={label}
          aria-keyshortcuts={NUMBER_KEYS.usual.join(' ')}
          aria-valuenow={typeof value === 'number' ? value : undefined}
          aria-valuemin={setting.min}
          aria-valuemax={setting.max}
          aria-invalid={invalid}
          aria-describedby={invalid ? errorId : undefined}
          data-testid={`setting-${idOf(props)}`}
          value={text}
          placeholder={setting.optional ? t('editor.field.unset') : undefined}
          readOnly={readOnly}
          tabIndex={reachable ? 0 : -1}
          size={Math.max(3, text.length)}
          onChange={(event) => type(event.target.value)}
          onKeyDown={readOnly ? undefined : onKeyDown}
          onFocus={(event) => event.target.select()}
          onBlur={done}
        />
        <button
          type="button"
          tabIndex={-1}
          className="nodrag"
          disabled={readOnly}
          aria-label={t('editor.field.more', { setting: label })}
          onClick={(event) => step(true, event.shiftKey)}
        >
          <Icon name="plus" />
        </button>
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

function ChoiceField(props: FieldProps): ReactElement {
  const { owner, setting, value, readOnly, reachable } = props;
  const { editor, t } = useEditorContext();
  return (
    <div className="sl-field">
      <select
        className="nodrag nowheel"
        aria-label={t(setting.key)}
        data-testid={`setting-${idOf(props)}`}
        value={String(value)}
        disabled={readOnly}
        tabIndex={reachable ? 0 : -1}
        onChange={(event) => put(editor, props, event.target.value)}
        onBlur={() => editor.seal()}
      >
        {(setting.choices ?? []).map((choice) => (
          <option key={choice.value} value={choice.value}>
            {t(choice.key)}
          </option>
        ))}
      </select>
      <Why
        name={t(setting.key)}
        topics={topicsOf(owner, setting)}
        chosen={setting.choices?.find((choice) => choice.value === value)?.key}
        reachable={reachable}
      />
    </div>
  );
}

function BooleanField(props: FieldProps): ReactElement {
  const { owner, setting, value, readOnly, reachable } = props;
  const { editor, t } = useEditorContext();
  return (
    <div className="sl-field sl-field-check">
      <label>
        <input
          className="nodrag"
          type="checkbox"
          data-testid={`setting-${idOf(props)}`}
          checked={value === true}
          disabled={readOnly}
          tabIndex={reachable ? 0 : -1}
          onChange={(event) => put(editor, props, event.target.checked)}
        />
        {t(setting.key)}
      </label>
      <Why name={t(setting.key)} topics={topicsOf(owner, setting)} reachable={reachable} />
    </div>
  );
}

/** One of several kinds, and below it the settings of that kind. */
function FamilyField(props: FieldProps): ReactElement {
  const { node, owner, setting, value, readOnly, reachable } = props;
  const { editor, t } = useEditorContext();
  const kinds = useEditor(editor, (state) => state.catalog.family(setting.family));
  const chosen = isSpec(value) ? value : undefined;
  const kind = kinds.find((candidate) => candidate.kind === chosen?.kind);

  function choose(name: string): void {
    const next = kinds.find((candidate) => candidate.kind === name);
    put(editor, props, next && created(name, next));
    editor.seal();
  }

  return (
    <div className="sl-family">
      <span className="sl-field-label">{t(setting.key)}</span>
      <div className="sl-field">
        <select
          className="nodrag nowheel"
          aria-label={t(setting.key)}
          data-testid={`setting-${idOf(props)}`}
          value={kind?.kind ?? ''}
          disabled={readOnly}
          tabIndex={reachable ? 0 : -1}
          onChange={(event) => choose(event.target.value)}
        >
          {setting.optional && <option value="">{t('editor.field.usual')}</option>}
          {kinds.map((candidate) => (
            <option key={candidate.kind} value={candidate.kind}>
              {t(candidate.key)}
            </option>
          ))}
        </select>
        <Why
          name={t(setting.key)}
          topics={topicsOf(owner, setting)}
          chosen={kind?.key}
          reachable={reachable}
        />
      </div>
      {chosen &&
        kind?.settings.map((inner) => (
          <Field
            key={`${kind.kind} ${inner.name}`}
            node={node}
            owner={kind.key}
            setting={inner}
            value={chosen[inner.name]}
            readOnly={readOnly}
            reachable={reachable}
            within={{ name: setting.name, value: chosen }}
          />
        ))}
    </div>
  );
}

function GivenField({
  node,
  setting,
  value,
  readOnly,
  reachable,
}: FieldProps): ReactElement | null {
  const { editor, t } = useEditorContext();
  if (value === undefined || value === null) {
    return null;
  }
  return (
    <div className="sl-field sl-field-given" title={t(`${setting.key}.help`)}>
      <span>{t('editor.field.given', { setting: t(setting.key) })}</span>
      <button
        type="button"
        className="nodrag"
        tabIndex={reachable ? 0 : -1}
        disabled={readOnly}
        aria-label={t('editor.field.drop', { setting: t(setting.key) })}
        onClick={() => editor.set(node, setting.name, undefined)}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
