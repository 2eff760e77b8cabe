import type { ECharts } from 'echarts/core';
import type { Framing } from './echarts-svg';
import { ChartMenu } from './chart-menu';
import { toCsv } from './csv';
import { exportChart, whitePaper, type Drawing, type Export, type Exportable } from './export';
import { MENU, MENU_STYLE } from './menu';
import { ChartElement, define } from './run-element';
import { BASE, CLASS_TOKENS, PAPER, TABLE_STYLE, TOKENS } from './styles';
import { TABLE, TABLE_ROWS, type Table } from './table';
import { css, readColours, typeScale, type Rgb } from './theme';

export type Option = Readonly<Record<string, unknown>>;

interface Appended {
  readonly x: number;
  readonly y: number;
}

interface Series {
  readonly name?: string;
  readonly data?: readonly unknown[];
}

type Colours = Readonly<Record<(typeof TOKENS)[number] | (typeof CLASS_TOKENS)[number], Rgb>>;

const DEFAULT_MAX_POINTS = 20_000;
const DRAW_MILLISECONDS = 120;

const STYLE = `${BASE}
:host { display: block; position: relative; min-width: 60px; min-height: 40px; height: 10rem; }
.chart { position: absolute; inset: 0; }
`;

const MARKUP = `
<div class="chart"></div>
`;

const HEAD_STYLE = `${MENU_STYLE}${TABLE_STYLE}
.head { display: flex; align-items: center; justify-content: space-between; gap: 0.625rem; height: 1.75rem; }
h3 { margin: 0; font-size: 0.75rem; font-weight: 600; color: var(--_dim); }
.head:not([hidden]) ~ :is(.chart, .table) { top: 2rem; }
`;

const HEAD = `<div class="head"><h3></h3>${MENU}</div>${TABLE}<p class="told" role="status"></p>`;

/** Whether ECharts has its parallel axes already. */
let parallelAxes = false;

/** Any chart of ECharts 6; its options and points come from outside. */
export class EChart extends ChartElement {
  /** How many appended points a series keeps. */
  maxPoints = DEFAULT_MAX_POINTS;
  private option: Option = {};
  private appended: [number, number][][] = [];
  private words = '';
  private heading = '';
  private chart: ECharts | undefined;
  private coming: Promise<void> | undefined;
  private drawnAt = 0;
  private later: ReturnType<typeof setTimeout> | undefined;
  private menu: ChartMenu | undefined;
  private readonly resizing = new ResizeObserver(() => this.resized());

  constructor() {
    super();
    this.furnish(STYLE, MARKUP);
  }

  /** The chart's name; with one it has a head, and a menu to copy, save and tabulate it. */
  get name(): string {
    return this.heading;
  }

  set name(name: string) {
    this.heading = name ?? '';
    if (this.heading && !this.menu) this.menu = this.furnished();
    if (!this.menu) return;
    this.find('h3').textContent = this.heading;
    this.find('.head').hidden = this.heading === '';
    this.textsChanged();
  }

  private furnished(): ChartMenu {
    const template = document.createElement('template');
    template.innerHTML = HEAD;
    this.addStyle(HEAD_STYLE);
    this.root.prepend(template.content);
    return new ChartMenu(this.root, {
      text: this.text.bind(this),
      name: () => this.heading,
      exportable: () => this.exportable(this.heading),
      table: () => this.table(),
    });
  }

  get options(): Option {
    return this.option;
  }

  set options(option: Option) {
    this.option = option ?? {};
    this.appended = [];
    this.schedule();
  }

  /** The chart in words. */
  get summary(): string {
    return this.words;
  }

  set summary(summary: string) {
    this.words = summary ?? '';
    const chart = this.find('.chart');
    chart.role = this.words ? 'img' : null;
    chart.ariaLabel = this.words || null;
  }

  /** Adds points to the end of a series; the oldest go when there are too many. */
  appendPoints(series: number, points: readonly Appended[]): void {
    const kept = (this.appended[series] ??= []);
    kept.push(...points.map(({ x, y }): [number, number] => [x, y]));
    kept.splice(0, Math.max(0, kept.length - this.maxPoints));
    this.drawSoon();
  }

  /** Takes all appended points away. */
  clearPoints(): void {
    this.appended = [];
    this.schedule();
  }

  /** Exactly what is drawn, at once: for elements that keep their own data. */
  show(option: Option): void {
    this.option = option;
    this.draw();
  }

  /** Where a value lies, in pixels from this element's left and top edges. */
  pixelOf(x: number, y: number): readonly [number, number] | undefined {
    return this.chart?.convertToPixel({ gridIndex: 0 }, [x, y]) as [number, number] | undefined;
  }

  /** The values at a place. */
  valueAt(x: number, y: number): readonly [number, number] | undefined {
    return this.chart?.convertFromPixel({ gridIndex: 0 }, [x, y]) as [number, number] | undefined;
  }

  /** Saves or copies the chart as a file of this name, without its ending. */
  async save(what: Export, fileName: string): Promise<void> {
    await exportChart(what, this.exportable(fileName));
  }

  /** Any chart of ECharts in this one's theme, or on white paper. */
  async drawing(option: Option, framing: Framing, paper: boolean): Promise<Drawing> {
    const { toDrawing } = await import('./echarts-svg');
    const found = paper ? PAPER : readColours(this, [...TOKENS, ...CLASS_TOKENS]);
    return toDrawing(option, framing, this.themeOf(found, css(found['--_card'])));
  }

  override connectedCallback(): void {
    this.adopt('options', 'summary', 'maxPoints', 'name');
    super.connectedCallback();
    this.resizing.observe(this);
    this.coming = this.begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.later);
    this.later = undefined;
    this.resizing.disconnect();
    this.chart?.dispose();
    this.chart = undefined;
  }

  protected override textsChanged(): void {
    this.writeTexts();
    this.menu?.textsChanged();
  }

  protected override themeChanged(): void {
    this.chart?.setTheme(this.theme());
    this.schedule();
  }

  protected override draw(): void {
    this.menu?.refresh();
    this.drawnAt = performance.now();
    if (this.option['parallel'] && !parallelAxes) {
      void this.fetchParallelAxes();
      return;
    }
    this.chart?.setOption(this.withAppended(), { notMerge: true, lazyUpdate: false });
  }

  private async begin(): Promise<void> {
    const { init } = await import('./echarts');
    if (!this.isConnected || this.chart) return;
    this.chart = init(this.find<HTMLDivElement>('.chart'), this.theme());
    this.draw();
    this.dispatchEvent(new CustomEvent('chart-ready'));
  }

  private async fetchParallelAxes(): Promise<void> {
    await import('./echarts-parallel');
    parallelAxes = true;
    this.schedule();
  }

  private resized(): void {
    this.chart?.resize();
    if (this.chart) this.dispatchEvent(new CustomEvent('chart-resized'));
  }

  /** Points may come often; eight drawings a second are plenty. */
  private drawSoon(): void {
    const wait = DRAW_MILLISECONDS - (performance.now() - this.drawnAt);
    this.later ??= setTimeout(
      () => {
        this.later = undefined;
        this.schedule();
      },
      Math.max(0, wait),
    );
  }

  private withAppended(): Option {
    const base = { animation: false, ...this.option };
    if (this.appended.length === 0) return base;
    const series = this.series().map((each, index) => ({
      sampling: 'lttb',
      showSymbol: false,
      ...each,
      data: [...(each.data ?? []), ...(this.appended[index] ?? [])],
    }));
    return { ...base, series };
  }

  private series(): readonly Series[] {
    const series = this.option['series'];
    return (Array.isArray(series) ? series : series ? [series] : []) as readonly Series[];
  }

  private theme(): object {
    return this.themeOf(readColours(this, [...TOKENS, ...CLASS_TOKENS]), 'transparent');
  }

  private themeOf(found: Colours, backgroundColor: string): object {
    const dim = css(found['--_dim']);
    const line = css(found['--_line']);
    const scale = typeScale();
    const axis = {
      axisLine: { show: false, lineStyle: { color: line } },
      axisTick: { show: false },
      axisLabel: { color: dim, fontSize: 10 * scale },
      splitLine: { lineStyle: { color: line } },
      nameTextStyle: { color: dim, fontSize: 10 * scale },
    };
    return {
      color: CLASS_TOKENS.map((token) => css(found[token])),
      backgroundColor,
      textStyle: {
        fontFamily: getComputedStyle(this).fontFamily.replaceAll('"', "'"),
        color: css(found['--_ink']),
      },
      categoryAxis: axis,
      valueAxis: axis,
      logAxis: axis,
      title: { textStyle: { color: css(found['--_ink']) } },
      legend: { textStyle: { color: dim, fontSize: 11 * scale } },
      tooltip: {
        backgroundColor: css(found['--_card']),
        borderColor: line,
        textStyle: { color: css(found['--_ink']), fontSize: 11 * scale },
      },
    };
  }

  private exportable(fileName: string): Exportable {
    return {
      fileName: fileName || 'chart',
      draw: () => this.drawing(this.withAppended(), this.framing(), whitePaper()),
      csv: () => toCsv(['series', 'x', 'y'], this.points()),
    };
  }

  private framing(): Framing {
    return {
      title: this.heading,
      x: axisName(this.option['xAxis']),
      y: axisName(this.option['yAxis']),
    };
  }

  /** Every point: the name or the number of its series, and its values. */
  private points(): (readonly unknown[])[] {
    const series = this.withAppended()['series'] as readonly Series[] | undefined;
    return (Array.isArray(series) ? series : []).flatMap(({ name, data }: Series, index) =>
      (data ?? []).map((point) => [name ?? index, ...(Array.isArray(point) ? point : [point])]),
    );
  }

  private table(): Table {
    const points = this.points();
    const stride = Math.max(1, Math.ceil(points.length / TABLE_ROWS));
    const rows = points.filter((_, index) => index % stride === 0);
    const { x, y } = this.framing();
    const counts = { shown: this.format.count(rows.length), all: this.format.count(points.length) };
    return {
      caption: this.words,
      header: [this.text('chart.series'), x || 'x', y || 'y'],
      rows: rows.map((cells) => cells.map((cell) => this.inFigures(cell))),
      note: stride > 1 ? this.text('chart.thinned', counts) : undefined,
      named: true,
    };
  }

  private inFigures(cell: unknown): string {
    return typeof cell === 'number' ? this.format.number(cell) : String(cell ?? '');
  }
}

function axisName(axis: unknown): string {
  return (axis as { readonly name?: string } | undefined)?.name ?? '';
}

define('e-chart', EChart);
