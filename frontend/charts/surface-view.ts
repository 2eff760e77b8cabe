import { clearSheet, type Sheet } from '../boundary/draw';
import { paletteOf, paperPalette } from '../boundary/palette';
import { classItems } from '../boundary/legend';
import { classCount, pointsOf, type PlanePoints } from '../boundary/plane';
import { planeCsv, planeSentence, planeTable } from '../boundary/words';
import type { Landscape } from '../contract/types';
import { deedOf } from '../keys/keys';
import type { BoundaryFrame } from '../stream/frames';
import type { RunListener } from '../stream/run-stream';
import { ChartMenu } from './chart-menu';
import { contours } from './contours';
import { whitePaper, type Drawing, type Exportable } from './export';
import { RELIEF_KEYS } from './keys';
import { landscapeCsv, landscapeTable, landscapeWords, levels } from './landscape';
import { FIRST_POSE, projection, turned, type Pose } from './relief';
import { drawScene, inSvg, onCanvas, type Brush, type Scene } from './relief-draw';
import { define, RunElement } from './run-element';
import { SURFACE_MARKUP, SURFACE_STYLE } from './surface-markup';
import { heightColour, lossScene, pathOf, scoreScene, type Ink } from './surfaces';
import { PAPER } from './styles';
import type { Table } from './table';
import { css, readColours } from './theme';

const STRIDE = 0.12;
const DRAG = 0.01;
const [WIDE, HIGH] = [720, 480];

/** A loss surface with the path of the run on it, or what a model answers over the plane. */
export class SurfaceView extends RunElement {
  static override observedAttributes = [...RunElement.observedAttributes, 'kind'];

  private surface: Landscape | undefined;
  private frame: BoundaryFrame | undefined;
  private points: PlanePoints | undefined;
  private pose: Pose = FIRST_POSE;
  private log = true;
  private chosen = 0;
  private ink: Ink | undefined;
  private legend = '';
  private readonly menu: ChartMenu;
  private readonly resizing = new ResizeObserver(() => this.schedule());

  constructor() {
    super();
    this.furnish(SURFACE_STYLE, SURFACE_MARKUP);
    this.menu = new ChartMenu(this.root, {
      text: this.text.bind(this),
      name: () => this.name,
      exportable: () => this.exportable(),
      table: () => this.table(),
    });
    this.wire();
  }

  /** The loss surface that is shown. */
  get landscape(): Landscape | undefined {
    return this.surface;
  }

  set landscape(landscape: Landscape | undefined) {
    this.surface = landscape ?? undefined;
    this.schedule();
  }

  private get isLoss(): boolean {
    return this.getAttribute('kind') !== 'scores';
  }

  private get name(): string {
    return this.text(this.isLoss ? 'chart.relief.lossName' : 'chart.relief.scoresName');
  }

  override connectedCallback(): void {
    this.adopt('landscape');
    super.connectedCallback();
    this.resizing.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resizing.disconnect();
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    this.schedule();
  }

  protected override listener(): RunListener {
    return {
      onBoundary: (frame) => {
        this.frame = frame;
        this.schedule();
      },
      onPoints: (frame) => {
        this.points = pointsOf(frame);
        this.schedule();
      },
      onConnection: (state) => this.dim(state),
    };
  }

  protected override forget(): void {
    this.frame = this.points = undefined;
    this.schedule();
  }

  protected override textsChanged(): void {
    this.writeTexts();
    this.menu.textsChanged();
    this.legend = '';
    this.schedule();
  }

  protected override themeChanged(): void {
    this.ink = undefined;
    this.legend = '';
    this.schedule();
  }

  // Turning: by pointer and by keys.

  private wire(): void {
    const space = this.find('.space');
    space.addEventListener('pointerdown', (event) => {
      if (!(event.target as Element).closest('button')) space.setPointerCapture(event.pointerId);
    });
    space.addEventListener('pointermove', (event) => {
      if (!space.hasPointerCapture(event.pointerId)) return;
      this.turn({ turn: -DRAG * event.movementX, tilt: DRAG * event.movementY });
    });
    space.addEventListener('keydown', (event) => this.onKey(event));
    for (const button of this.root.querySelectorAll<HTMLElement>('[data-turn]')) {
      button.addEventListener('click', () => this.obey(button.dataset.turn as 'left'));
    }
    this.find('.first').addEventListener('click', () => this.show(FIRST_POSE));
    this.find('.log').addEventListener('click', () => {
      this.log = !this.log;
      this.schedule();
    });
  }

  private onKey(event: KeyboardEvent): void {
    const deed = deedOf(event, RELIEF_KEYS);
    if (!deed || event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    this.obey(deed);
  }

  private obey(deed: keyof typeof RELIEF_KEYS): void {
    switch (deed) {
      case 'left':
        return this.turn({ turn: -STRIDE });
      case 'right':
        return this.turn({ turn: STRIDE });
      case 'up':
        return this.turn({ tilt: STRIDE });
      case 'down':
        return this.turn({ tilt: -STRIDE });
      case 'closer':
        return this.turn({ zoom: 1.15 });
      case 'farther':
        return this.turn({ zoom: 1 / 1.15 });
      case 'first':
        return this.show(FIRST_POSE);
    }
  }

  private turn(by: { turn?: number; tilt?: number; zoom?: number }): void {
    this.show(turned(this.pose, by));
  }

  private show(pose: Pose): void {
    this.pose = pose;
    this.schedule();
  }

  // What is seen.

  private get scene(): Scene | undefined {
    return this.sceneIn(this.colours());
  }

  private sceneIn(ink: Ink): Scene | undefined {
    if (this.isLoss) return this.surface && lossScene(this.surface, this.log, ink);
    return this.frame && scoreScene(this.frame, this.points, this.chosen, ink);
  }

  private colours(): Ink {
    if (this.ink) return this.ink;
    const found = readColours(this, ['--_accent', '--_warn', '--_line']);
    return (this.ink = {
      palette: paletteOf(this, '--_card'),
      accent: found['--_accent'],
      path: found['--_warn'],
      line: found['--_line'],
    });
  }

  protected override draw(): void {
    const scene = this.scene;
    const text = this.text.bind(this);
    const classes = this.isLoss ? 0 : classCount(this.points, this.frame);
    this.find('.flat').hidden = !this.isLoss || !scene;
    this.find('.space').hidden = !scene;
    this.find('.message').hidden = scene !== undefined;
    this.find('.message').textContent = text(
      this.isLoss ? 'chart.relief.none' : 'chart.relief.noScores',
    );
    this.find('.tools').hidden = this.find('.turns').hidden = !scene;
    this.find('.log').hidden = !this.isLoss;
    this.find('.log').setAttribute('aria-pressed', String(this.log));
    this.drawClasses(this.frame?.task === 'regression' ? 0 : classes);
    this.find('.words').textContent = this.words;
    const keys = text('chart.relief.keys');
    this.find('.space').setAttribute('aria-label', `${this.name}. ${this.words} ${keys}`);
    this.find('.flat').setAttribute('aria-label', `${text('chart.relief.map')} ${this.words}`);
    this.menu.refresh();
    if (!scene) return;
    this.drawSpace(scene);
    if (this.isLoss) this.drawFlat(scene);
    this.dataset.shown = this.isLoss
      ? `loss ${this.surface!.step}`
      : `scores ${this.frame!.at.step}`;
    this.dataset.pose = [this.pose.turn, this.pose.tilt, this.pose.zoom]
      .map((part) => part.toFixed(2))
      .join(' ');
  }

  private get words(): string {
    const text = this.text.bind(this);
    if (this.isLoss) return this.surface ? landscapeWords(this.surface, this.format, text) : '';
    if (!this.frame) return '';
    const what =
      this.frame.task === 'regression'
        ? text('chart.surface')
        : text('chart.relief.probability', { class: this.chosen });
    return `${what} ${planeSentence(this.frame, this.format, text)}`;
  }

  /** One button a class; whose probability is the height. */
  private drawClasses(count: number): void {
    const now = `${count} ${this.chosen}`;
    if (now === this.legend) return;
    this.legend = now;
    const place = this.find('.classes');
    place.hidden = count === 0;
    place.setAttribute('aria-label', this.text('chart.relief.classes'));
    const items = classItems(count, this.colours().palette, (index) =>
      this.text('chart.class', { class: index }),
    );
    place.replaceChildren(...items.map((item, index) => this.classButton(item, index)));
  }

  private classButton(item: HTMLElement, index: number): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'chip';
    button.setAttribute('aria-pressed', String(index === this.chosen));
    button.setAttribute('aria-label', this.text('chart.class', { class: index }));
    button.append(...item.childNodes);
    button.addEventListener('click', () => {
      this.chosen = index;
      this.schedule();
      requestAnimationFrame(() =>
        this.find<HTMLButtonElement>(`.classes button:nth-child(${index + 1})`)?.focus(),
      );
    });
    return button;
  }

  private drawSpace(scene: Scene): void {
    const sheet = clearSheet(this.find<HTMLCanvasElement>('.space canvas'));
    if (!sheet) return;
    const project = projection(this.pose, sheet.width, sheet.height);
    drawScene(scene, this.pose, project, onCanvas(sheet.context));
  }

  /** The same from straight above: heights as colours and lines. */
  private drawFlat(scene: Scene): void {
    const sheet = clearSheet(this.find<HTMLCanvasElement>('.flat canvas'));
    if (sheet) this.drawMap(scene, sheet, onCanvas(sheet.context), this.colours());
  }

  private drawMap(scene: Scene, { width, height }: Sheet, brush: Brush, ink: Ink): void {
    const { columns, rows, heights } = scene.relief;
    const [wide, high] = [width / columns, height / rows];
    heights.forEach((each, cell) => {
      if (!Number.isFinite(each)) return;
      const [left, top] = [(cell % columns) * wide, (rows - 1 - Math.floor(cell / columns)) * high];
      const corners = [left, top, left + wide, top, left + wide, top + high, left, top + high];
      brush.polygon(corners, css(heightColour(each, ink)));
    });
    // Heights are those of the middles of cells.
    const place = (x: number, y: number) => [
      (0.5 + x * (columns - 1)) * wide,
      height - (0.5 + y * (rows - 1)) * high,
    ];
    for (const level of levels) {
      for (const [fromX, fromY, toX, toY] of contours(heights, columns, rows, level)) {
        brush.line([...place(fromX, fromY), ...place(toX, toY)], css(ink.palette.ink, 0.35), 0.75);
      }
    }
    const path = pathOf(this.surface!).map(([x, y]) => place(x, y));
    for (let at = 1; at < path.length; at++) {
      brush.line([...path[at - 1], ...path[at]], css(ink.path), 2);
    }
    const ground = css(ink.palette.background);
    path.forEach(([x, y], at) =>
      brush.disc(x, y, at + 1 === path.length ? 4 : 1.75, css(ink.path), ground),
    );
  }

  // As a table, as files.

  private table(): Table {
    const text = this.text.bind(this);
    if (this.isLoss && this.surface) return landscapeTable(this.surface, this.format, text);
    return !this.isLoss && this.frame
      ? planeTable(this.frame, this.words, this.format, text)
      : { caption: this.words, header: [], rows: [] };
  }

  private exportable(): Exportable {
    return {
      fileName: this.isLoss ? 'loss-surface' : 'score-surface',
      draw: () => Promise.resolve(this.drawing(whitePaper())),
      csv: () => {
        if (this.isLoss) return this.surface ? landscapeCsv(this.surface) : '';
        return this.frame ? planeCsv(this.frame) : '';
      },
    };
  }

  private drawing(paper: boolean): Drawing {
    const ink: Ink = paper
      ? {
          palette: paperPalette(),
          accent: PAPER['--_accent'],
          path: PAPER['--_class-4'],
          line: PAPER['--_line'],
        }
      : this.colours();
    const scene = this.sceneIn(ink);
    const ground = css(ink.palette.background);
    const parts = [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDE}" height="${HIGH}" viewBox="0 0 ${WIDE} ${HIGH}">`,
      `<rect width="100%" height="100%" fill="${ground}"/>`,
    ];
    if (scene) drawScene(scene, this.pose, projection(this.pose, WIDE, HIGH), inSvg(parts));
    return { svg: [...parts, '</svg>'].join(''), width: WIDE, height: HIGH };
  }
}

define('surface-view', SurfaceView);
