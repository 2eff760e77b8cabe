import { Matrix, PCA, simultaneous_poweriteration, TSNE } from '@saehrimnir/druidjs';
import { perplexityFor, type Layout, type Places, type Wish } from './projection';

/** The same outputs lie at the same places whenever they are asked for. */
const SEED = 1212;
const EIGEN = { seed: SEED, max_iterations: 300 };
const SHOWN_EVERY = 10;
const STRIDE = 10;
/** How far from the middle examples are at first. */
const START = 1e-4;

/**
 * Rows of numbers as places of the plane, ever better ones.
 *
 * @param values [rows][width], all of them finite
 */
export function* project(values: Float32Array, rows: number, wish: Wish): Generator<Layout> {
  const centred = centre(values, rows);
  if (wish.method === 'pca' || rows < 4) yield principal(centred);
  else yield* neighbours(centred, wish);
}

function* neighbours(centred: Float64Array[], wish: Wish): Generator<Layout> {
  const perplexity = perplexityFor(centred.length, wish.perplexity);
  const wide = centred[0].length < 2 ? centred.map(([value]) => [value, 0]) : centred;
  const tsne = new TSNE(Matrix.from(wide), { d: 2, seed: SEED, perplexity, epsilon: STRIDE });
  const start = startOf(centred);
  if (start) tsne.Y = Matrix.from(start);
  let step = 0;
  for (const places of tsne.generator(wish.iterations)) {
    step++;
    if (step % SHOWN_EVERY === 0 || step === wish.iterations) {
      yield { places: flat(places.to2dArray), done: step / wish.iterations };
    }
  }
}

/**
 * The principal components, very small, as scikit-learn begins: groups that the layer has far apart
 * come to lie far apart, and much the same outputs give much the same picture.
 */
function startOf(centred: Float64Array[]): number[][] | undefined {
  const { places } = principal(centred);
  const size = Math.sqrt(places.reduce((sum, value) => sum + value * value, 0) / centred.length);
  if (size === 0) return undefined;
  return centred.map((_, row) => [0, 1].map((axis) => (START * places[2 * row + axis]) / size));
}

function centre(values: Float32Array, rows: number): Float64Array[] {
  const width = values.length / rows;
  const means = new Float64Array(width);
  values.forEach((value, at) => (means[at % width] += value / rows));
  return Array.from({ length: rows }, (_, row) =>
    Float64Array.from({ length: width }, (_, at) => values[row * width + at] - means[at]),
  );
}

function principal(centred: Float64Array[]): Layout {
  const places = flat(components(centred));
  const all = centred.reduce((sum, row) => sum + dot(row, row), 0);
  const kept = [0, 1].map((axis) =>
    all === 0 ? 0 : places.reduce((sum, v, at) => sum + (at % 2 === axis ? v * v : 0), 0) / all,
  );
  return { places, done: 1, kept };
}

/**
 * Where rows are fewer than columns, their products (rows by rows) have the same eigenvalues as the
 * covariances (columns by columns), and are fewer.
 */
function components(centred: Float64Array[]): readonly ArrayLike<number>[] {
  const width = centred[0].length;
  if (width === 1) return centred.map(([value]) => [value, 0]);
  if (width <= centred.length) {
    const pca = new PCA(Matrix.from(centred), { d: 2, seed: SEED, eig_args: { ...EIGEN } });
    return pca.transform().to2dArray;
  }
  const products = centred.map((one) => Float64Array.from(centred, (other) => dot(one, other)));
  const found = simultaneous_poweriteration(Matrix.from(products), 2, EIGEN);
  const lengths = Array.from(found.eigenvalues, (value) => Math.sqrt(Math.abs(value)));
  return centred.map((_, row) => lengths.map((length, at) => length * found.eigenvectors[at][row]));
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += one[at] * other[at];
  return sum;
}

/** Outputs that do not differ at all have no directions: they lie in the middle. */
function flat(places: readonly ArrayLike<number>[]): Places {
  const all = new Float32Array(2 * places.length);
  places.forEach((place, row) => {
    for (const axis of [0, 1]) all[2 * row + axis] = Number.isFinite(place[axis]) ? place[axis] : 0;
  });
  return all;
}
