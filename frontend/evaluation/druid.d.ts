/** What is used of DruidJS, which brings no types. */
declare module '@saehrimnir/druidjs' {
  export class Matrix {
    static from(rows: readonly (readonly number[])[] | readonly Float64Array[]): Matrix;
    get to2dArray(): Float64Array[];
  }
  interface EigenParameters {
    seed: number;
    max_iterations: number;
  }
  export class PCA {
    constructor(data: Matrix, parameters: { d: number; seed: number; eig_args: EigenParameters });
    transform(): Matrix;
  }
  export class TSNE {
    /** The places, [rows][d]; those to begin with are at random. */
    Y: Matrix;
    constructor(
      data: Matrix,
      parameters: { d: number; seed: number; perplexity: number; epsilon: number },
    );
    generator(iterations: number): Generator<Matrix>;
  }
  export function simultaneous_poweriteration(
    matrix: Matrix,
    count: number,
    parameters: EigenParameters,
  ): { eigenvalues: Float64Array | number[]; eigenvectors: Float64Array[] };
}
