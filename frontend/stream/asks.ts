/** What a view wants to know of single examples; `dev.spirallab.stream.Asks` reads it. */
export type Ask =
  /** On which examples the model does worst: of a cell of the confusion matrix, or of all. */
  | { readonly kind: 'worst'; readonly truth?: number; readonly answer?: number }
  /** What the model says of an example that somebody made up. */
  | ({ readonly kind: 'own'; readonly id: number } & OwnExample)
  /** What a layer puts out for some examples. */
  | { readonly kind: 'outputs'; readonly node: string };

export type OwnExample =
  | { readonly place: readonly [number, number] }
  | { readonly cells: readonly string[] }
  /** Base64 of [channels][height][width] bytes, 0 black, 255 white. */
  | { readonly picture: string };
