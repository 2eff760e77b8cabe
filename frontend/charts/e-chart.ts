import type { ECharts } from 'echarts/core';
import { toCsv } from './csv';
import { ChartElement, define } from './run-element';
import { save } from './save';
import { BASE, CLASS_TOKENS, TOKENS } from './styles';
import { css, readColours, typeScale } from './theme';

export type Option = Readonly<Record<string, unknown>>;
export type Export = 'png' | 'svg' | 'csv';

interface Appended {
  readonly x: number;
  readonly y: number;
}

interface Series {
  readonly name?: string;
  readonly data?: readonly unknown[];
}

const DEFAULT_MAX_POINTS = 20_000;
const DRAW_MILLISECONDS = 120;

/** Any chart of ECharts 6; its options and points come from outside. */
export class EChart extends ChartElement {
  /** How many appended points a series keeps. */
  maxPoints = DEFAULT_MAX_POINTS;
  private option: Option = {};
  private appended: [number, number][][] = [];
  private words = '';
  private chart: ECharts | undefined;
  private coming: Promise<void> | undefined;
  private drawnAt = 0;
  private later: ReturnType<typeof setTimeout> | undefined;
  private readonly resizing = new ResizeObserver(() => this.resized());

  constructor() {
    super();
    this.root.innerHTML = `
      <style>${BASE}
        :host { display: block; position: relative; min-width: 60px; min-height: 40px; height: 160px; }
        .chart { position: absolute; inset: 0; }
      </style>
      <div class="chart"></div>`;
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

  async save(what: Export, fileName: string): Promise<void> {
    await this.coming;
    switch (what) {
      case 'png':
        return save(await this.toPng(), 'image/png', `${fileName}.png`);
      case 'svg':
        return save(await this.toSvg(), 'image/svg+xml', `${fileName}.svg`);
      case 'csv':
        return save(this.toCsv(), 'text/csv', `${fileName}.csv`);
    }
  }

  override connectedCallback(): void {
    this.adopt('messages', 'options', 'summary', 'maxPoints');
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

  protected override textsChanged(): void {}

  protected override themeChanged(): void {
    this.chart?.setTheme(this.theme());
    this.schedule();
  }

  protected override draw(): void {
    this.drawnAt = performance.now();
    this.chart?.setOption(this.withAppended(), { notMerge: true, lazyUpdate: false });
  }

  private async begin(): Promise<void> {
    const { init } = await import('./echarts');
    if (!this.isConnected || this.chart) return;
    this.chart = init(this.find<HTMLDivElement>('.chart'), this.theme());
    this.draw();
    this.dispatchEvent(new CustomEvent('chart-ready'));
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
    const found = readColours(this, [...TOKENS, ...CLASS_TOKENS]);
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
      backgroundColor: 'transparent',
      textStyle: { fontFamily: getComputedStyle(this).fontFamily, color: css(found['--_ink']) },
      categoryAxis: axis,
      valueAxis: axis,
      logAxis: axis,
      legend: { textStyle: { color: dim, fontSize: 11 * scale } },
      tooltip: {
        backgroundColor: css(found['--_card']),
        borderColor: line,
        textStyle: { color: css(found['--_ink']), fontSize: 11 * scale },
      },
    };
  }

  private async toPng(): Promise<Blob> {
    const backgroundColor = css(readColours(this, ['--_card'])['--_card']);
    const url = this.chart?.getDataURL({ type: 'png', pixelRatio: 3, backgroundColor }) ?? '';
    return (await fetch(url)).blob();
  }

  private async toSvg(): Promise<string> {
    const { toSvg } = await import('./echarts-svg');
    return toSvg(this.withAppended(), this.theme(), this.clientWidth, this.clientHeight);
  }

  private toCsv(): string {
    const rows = (this.withAppended()['series'] as readonly Series[] | undefined)?.flatMap(
      ({ name, data }, index) =>
        (data ?? []).map((point) => [name ?? index, ...(Array.isArray(point) ? point : [point])]),
    );
    return toCsv(['series', 'x', 'y'], rows ?? []);
  }
}

define('e-chart', EChart);
