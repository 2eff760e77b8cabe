import type { Text } from '../charts/words';
import type { InsideFrame, InsideLayer } from '../stream/inside';
import type { Choice } from './choice';
import { channelsOf, formsOf, type Form } from './plan';

/** What the choosers ask of the view around them. */
export interface Around {
  readonly text: Text;
  /** A layer in words, by its node's id. */
  called(node: string): string;
  changed(): void;
  chooseLayer(node: string, name: string): void;
}

const PAGERS = [
  ['.rows', 'chart.inside.rows'],
  ['.across', 'chart.inside.columns'],
  ['.example', 'chart.inside.example'],
] as const;

/** The fields and buttons that choose what is looked at. */
export class Choosers {
  private listed = '';

  constructor(
    private readonly root: ShadowRoot,
    private readonly choice: Choice,
    private readonly around: Around,
  ) {
    this.wire();
  }

  /** Layers are to be named anew. */
  renamed(): void {
    this.listed = '';
  }

  textsChanged(): void {
    const label = (selector: string, key: string) =>
      this.find(selector).setAttribute('aria-label', this.around.text(key));
    label('.forms', 'chart.inside.form');
    for (const [group, key] of PAGERS) {
      label(group, key);
      label(`${group} .back`, 'chart.inside.back');
      label(`${group} .on`, 'chart.inside.on');
    }
    this.listed = '';
  }

  draw(frame: InsideFrame): void {
    const select = this.find<HTMLSelectElement>('.layer');
    const list = JSON.stringify(frame.layers);
    if (list !== this.listed) {
      this.listed = list;
      select.replaceChildren(...frame.layers.map((layer) => new Option(this.nameOf(layer))));
      this.fillChannels();
    }
    if (select.selectedIndex !== frame.chosen) {
      select.selectedIndex = frame.chosen;
      this.fillChannels();
    }
    const layer = frame.layers[frame.chosen];
    const form = this.choice.shownForm;
    this.find('.forms').hidden = formsOf(layer).length < 2;
    for (const button of this.root.querySelectorAll<HTMLElement>('[data-form]')) {
      button.setAttribute('aria-pressed', String(button.dataset.form === form));
    }
    const { rows, columns } = frame.window;
    const paged = form === 'matrix' || form === 'filters';
    this.pager('.rows', paged ? rows : [], layer.shape[0]);
    this.pager('.across', form === 'matrix' ? columns : [], layer.shape[1] ?? 1);
    this.find('.channel').hidden = channelsOf(layer) < 2;
  }

  /** The layer in words, and its parameter where it has several. */
  nameOf({ node, name }: InsideLayer): string {
    const layers = this.choice.frame?.layers ?? [];
    const called = this.around.called(node);
    const several = layers.filter((layer) => layer.node === node).length > 1;
    return several ? `${called} · ${name}` : called;
  }

  private wire(): void {
    const { choice } = this;
    const on = (selector: string, act: () => void) =>
      this.find(selector).addEventListener('click', () => {
        act();
        this.around.changed();
      });
    const layer = this.find<HTMLSelectElement>('.layer');
    layer.addEventListener('change', () => {
      const { node, name } = choice.frame!.layers[layer.selectedIndex];
      this.around.chooseLayer(node, name);
    });
    const channel = this.find<HTMLSelectElement>('.channel select');
    channel.addEventListener('change', () => {
      choice.chooseChannel(channel.value === '' ? undefined : Number(channel.value));
      this.around.changed();
    });
    for (const form of ['links', 'matrix'] satisfies Form[]) {
      on(`[data-form=${form}]`, () => choice.chooseForm(form));
    }
    on('.rows .back', () => choice.page('row', -1));
    on('.rows .on', () => choice.page('row', 1));
    on('.across .back', () => choice.page('column', -1));
    on('.across .on', () => choice.page('column', 1));
    on('.example .back', () => choice.walk(-1));
    on('.example .on', () => choice.walk(1));
    const overview = this.find('.overview canvas');
    overview.addEventListener('click', ({ clientX, clientY }) => {
      const { left, top, width, height } = overview.getBoundingClientRect();
      choice.jump((clientY - top) / height, (clientX - left) / width);
    });
  }

  private pager(group: string, shown: readonly number[], all: number): void {
    this.find(group).hidden = shown.length === 0 || shown.length >= all;
    this.find<HTMLButtonElement>(`${group} .back`).disabled = shown[0] === 0;
    this.find<HTMLButtonElement>(`${group} .on`).disabled = shown[shown.length - 1] === all - 1;
  }

  private fillChannels(): void {
    const channels = channelsOf(this.choice.layer!);
    const numbers = Array.from({ length: channels }, (_, i) => new Option(`${i + 1}`, `${i}`));
    const all = channels === 3 ? [new Option(this.around.text('chart.inside.colours'), '')] : [];
    const select = this.find<HTMLSelectElement>('.channel select');
    select.replaceChildren(...all, ...numbers);
    const { channel } = this.choice;
    select.value = channel === undefined ? (all[0]?.value ?? '0') : String(channel);
  }

  private find<E extends Element = HTMLElement>(selector: string): E {
    return this.root.querySelector<E>(selector)!;
  }
}
