import { BASE } from './styles';

/** The inside of a view of a run's moments. */
export const HISTORY_STYLE = `${BASE}
:host { display: flex; flex-direction: column; gap: 0.5rem; min-width: 0; }
.words { margin: 0; color: var(--_dim); text-wrap: pretty; }
.row { display: flex; flex-wrap: wrap; align-items: center; gap: 0.375rem 0.625rem; }
.slider { flex: 1 1 14rem; min-width: 8rem; min-height: 1.5rem; margin: 0; accent-color: var(--_accent); cursor: pointer; }
output { min-width: 9rem; font-weight: 600; }
.chip { min-height: 1.75rem; font-size: 0.75rem; }
.row > .chip[hidden] { display: inline-block !important; visibility: hidden; }
.chip.fork { color: var(--_accent); border-color: var(--_accent); font-weight: 600; }
.scroll { overflow: auto; scrollbar-width: thin; border-radius: 0.5rem; max-height: 14rem; }
table { border-collapse: collapse; font-size: 0.6875rem; }
th, td { padding: 0.125rem 0.75rem 0.125rem 0.375rem; text-align: end; border-bottom: 1px solid var(--_line); white-space: nowrap; font-weight: inherit; }
thead th { position: sticky; top: 0; background: var(--_card); color: var(--_dim); font-weight: 600; }
th button { min-width: 3rem; min-height: 1.5rem; text-align: end; color: var(--_accent); }
tr[aria-current] { background: color-mix(in srgb, var(--_warn) 14%, var(--_card)); }
:host([stale]) { opacity: .6; }
`;

export const HISTORY_MARKUP = `
<div class="row">
  <button type="button" class="chip play"></button>
  <input type="range" class="slider" min="0" max="0" step="1" value="0">
  <output></output>
  <button type="button" class="chip now" data-text="chart.history.toNow" hidden></button>
  <button type="button" class="chip fork" data-text="chart.history.fork" data-title="chart.history.forkHint" hidden></button>
</div>
<p class="words"></p>
<div class="scroll" tabindex="0" role="group"><table><thead><tr></tr></thead><tbody></tbody></table></div>
`;

/** A moment with its figures; its step is a button that goes there. */
export function rowOf(step: number, name: string, figures: readonly string[]): HTMLTableRowElement {
  const row = document.createElement('tr');
  row.dataset.step = String(step);
  const head = document.createElement('th');
  head.scope = 'row';
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = name;
  head.append(button);
  row.append(
    head,
    ...figures.map((figure) => {
      const cell = document.createElement('td');
      cell.textContent = figure;
      return cell;
    }),
  );
  return row;
}
