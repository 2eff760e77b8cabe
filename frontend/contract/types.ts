/** Generated from the Java records by ContractTypesTest: `./lab format` writes it. */

export const RUN_STATES = ['ready', 'running', 'paused', 'ended', 'closed'] as const;
export type RunState = (typeof RUN_STATES)[number];

export const END_REASONS = ['none', 'epochs', 'steps', 'target', 'earlyStopping', 'diverged', 'stopped', 'failed'] as const;
export type EndReason = (typeof END_REASONS)[number];

export const TASK_KINDS = ['classes', 'regression'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

export interface Experiment {
  readonly format: number;
  readonly title: string;
  readonly dataset: DatasetSpec;
  readonly graph: ModelGraph;
  readonly training: TrainingSpec;
}

export type DatasetSpec = FeaturedDataset | FormulaDataset | PhonePrices | Inline | Table | ImageDataset;

export type FeaturedDataset = PlaneDataset | Points;

export type PlaneDataset = Spiral | Circle | Xor | Gauss | Moons | Plane | MultiGauss;

export interface Spiral {
  readonly kind: 'spiral';
  readonly classes: number;
  readonly samples: number;
  readonly noise: number;
  readonly seed: number;
  readonly testFraction: number;
  readonly features: ReadonlyArray<Feature>;
  readonly standardize: boolean;
}

export type Feature = 'x1' | 'x2' | 'x1Squared' | 'x2Squared' | 'x1x2' | 'sinX1' | 'sinX2';

export interface Circle {
  readonly kind: 'circle';
  readonly classes: number;
  readonly samples: number;
  readonly noise: number;
  readonly seed: number;
  readonly testFraction: number;
  readonly features: ReadonlyArray<Feature>;
  readonly standardize: boolean;
}

export interface Xor {
  readonly kind: 'xor';
  readonly samples: number;
  readonly noise: number;
  readonly seed: number;
  readonly testFraction: number;
  readonly features: ReadonlyArray<Feature>;
  readonly standardize: boolean;
}

export interface Gauss {
  readonly kind: 'gauss';
  readonly classes: number;
  readonly samples: number;
  readonly noise: number;
  readonly seed: number;
  readonly testFraction: number;
  readonly features: ReadonlyArray<Feature>;
  readonly standardize: boolean;
}

export interface Moons {
  readonly kind: 'moons';
  readonly samples: number;
  readonly noise: number;
  readonly seed: number;
  readonly testFraction: number;
  readonly features: ReadonlyArray<Feature>;
  readonly standardize: boolean;
}

export interface Plane {
  readonly kind: 'plane';
  readonly samples: number;
  readonly noise: number;
  readonly seed: number;
  readonly testFraction: number;
  readonly features: ReadonlyArray<Feature>;
  readonly standardize: boolean;
}

export interface MultiGauss {
  readonly kind: 'multiGauss';
  readonly samples: number;
  readonly noise: number;
  readonly seed: number;
  readonly testFraction: number;
  readonly features: ReadonlyArray<Feature>;
  readonly standardize: boolean;
}

export interface Points {
  readonly kind: 'points';
  readonly points: ReadonlyArray<Point>;
  readonly features: ReadonlyArray<Feature>;
  readonly standardize: boolean;
  readonly seed: number;
  readonly testFraction: number;
}

export type Point = readonly [number, number, number];

export type FormulaDataset = LinearRegression | PolynomialRegression | OutlierRegression;

export interface LinearRegression {
  readonly kind: 'linearRegression';
  readonly weights: ReadonlyArray<number>;
  readonly bias: number;
  readonly samples: number;
  readonly noise: number;
  readonly seed: number;
  readonly testFraction: number;
}

export interface PolynomialRegression {
  readonly kind: 'polynomialRegression';
  readonly coefficients: ReadonlyArray<number>;
  readonly samples: number;
  readonly noise: number;
  readonly seed: number;
  readonly testFraction: number;
}

export interface OutlierRegression {
  readonly kind: 'outlierRegression';
  readonly weights: ReadonlyArray<number>;
  readonly bias: number;
  readonly samples: number;
  readonly noise: number;
  readonly outlierShare: number;
  readonly outlierSize: number;
  readonly seed: number;
  readonly testFraction: number;
}

export interface PhonePrices {
  readonly kind: 'phonePrices';
  readonly samples: number;
  readonly noise: number;
  readonly scaling: Scaling;
  readonly seed: number;
  readonly testFraction: number;
}

export type Scaling = 'none' | 'standardize' | 'minMax';

export interface Inline {
  readonly kind: 'inline';
  readonly inputs: ReadonlyArray<ReadonlyArray<number>>;
  readonly shape?: ReadonlyArray<number>;
  readonly targets?: ReadonlyArray<ReadonlyArray<number>>;
  readonly labels?: ReadonlyArray<number>;
  readonly seed: number;
  readonly testFraction: number;
}

export interface Table {
  readonly kind: 'table';
  readonly content: Content;
  readonly format: TableFormat;
  readonly rows: number;
  readonly columns: ReadonlyArray<Column>;
  readonly label: string;
  readonly missing: Missing;
  readonly scaling: Scaling;
  readonly holdout: Holdout;
  readonly seed: number;
  readonly testFraction: number;
}

export interface Content {
  readonly sha256: string;
  readonly name: string;
}

export interface TableFormat {
  readonly delimiter: Delimiter;
  readonly quote: Quote;
  readonly encoding: Encoding;
  readonly header: boolean;
}

export type Delimiter = 'comma' | 'semicolon' | 'tab' | 'pipe';

export type Quote = 'quotes' | 'apostrophes' | 'none';

export type Encoding = 'utf8' | 'utf16' | 'gb18030' | 'windows1252';

export type Column = Numeric | Category | Ignored;

export interface Numeric {
  readonly kind: 'number';
  readonly name: string;
}

export interface Category {
  readonly kind: 'category';
  readonly name: string;
  readonly categories: ReadonlyArray<string>;
}

export interface Ignored {
  readonly kind: 'ignored';
  readonly name: string;
}

export type Missing = 'mean' | 'median' | 'mode' | 'zero' | 'dropRow';

export type Holdout = 'random' | 'last';

export type ImageDataset = Idx | ImageFolders | PrintedDigits;

export interface Idx {
  readonly kind: 'idx';
  readonly train: Pair;
  readonly test?: Pair;
  readonly height: number;
  readonly width: number;
  readonly classes: number;
  readonly transforms: ReadonlyArray<ImageTransform>;
  readonly augmentation: ReadonlyArray<Augmentation>;
  readonly normalization: Normalization;
  readonly holdout: Holdout;
  readonly seed: number;
  readonly testFraction: number;
}

export interface Pair {
  readonly images: Content;
  readonly labels: Content;
  readonly count: number;
}

export type ImageTransform = Resize | CenterCrop | Pad | Grayscale | Invert;

export interface Resize {
  readonly kind: 'resize';
  readonly height: number;
  readonly width: number;
}

export interface CenterCrop {
  readonly kind: 'centerCrop';
  readonly height: number;
  readonly width: number;
}

export interface Pad {
  readonly kind: 'pad';
  readonly padding: number;
}

export interface Grayscale {
  readonly kind: 'grayscale';
}

export interface Invert {
  readonly kind: 'invert';
}

export type Augmentation = RandomCrop | RandomHorizontalFlip | RandomRotation;

export interface RandomCrop {
  readonly kind: 'randomCrop';
  readonly padding: number;
}

export interface RandomHorizontalFlip {
  readonly kind: 'randomHorizontalFlip';
  readonly p: number;
}

export interface RandomRotation {
  readonly kind: 'randomRotation';
  readonly degrees: number;
}

export type Normalization = None | Measured | Given;

export interface None {
  readonly kind: 'none';
}

export interface Measured {
  readonly kind: 'measured';
}

export interface Given {
  readonly kind: 'given';
  readonly mean: ReadonlyArray<number>;
  readonly std: ReadonlyArray<number>;
}

export interface ImageFolders {
  readonly kind: 'imageFolders';
  readonly content: Content;
  readonly folders: ReadonlyArray<string>;
  readonly count: number;
  readonly color: boolean;
  readonly height: number;
  readonly width: number;
  readonly transforms: ReadonlyArray<ImageTransform>;
  readonly augmentation: ReadonlyArray<Augmentation>;
  readonly normalization: Normalization;
  readonly holdout: Holdout;
  readonly seed: number;
  readonly testFraction: number;
}

export interface PrintedDigits {
  readonly kind: 'printedDigits';
  readonly samples: number;
  readonly noise: number;
  readonly rotation: number;
  readonly shift: number;
  readonly transforms: ReadonlyArray<ImageTransform>;
  readonly augmentation: ReadonlyArray<Augmentation>;
  readonly normalization: Normalization;
  readonly seed: number;
  readonly testFraction: number;
}

export interface ModelGraph {
  readonly nodes: ReadonlyArray<Node>;
  readonly edges: ReadonlyArray<Edge>;
  readonly blocks?: ReadonlyArray<Block>;
}

export interface Node {
  readonly id: string;
  readonly layer: LayerSpec;
  readonly at: Position;
}

export type LayerSpec = Input | Linear | Maxout | Conv1d | Conv2d | ConvTranspose2d | MaxPool2d | AvgPool2d | AdaptiveAvgPool2d | GlobalAvgPool | Activation | PRelu | RRelu | Glu | Softmax | LogSoftmax | BatchNorm | LayerNorm | GroupNorm | InstanceNorm | Dropout | Dropout2d | Rnn | Gru | Lstm | Embedding | PositionalEncoding | MultiHeadAttention | Add | Multiply | Concat | Flatten | Reshape | Transpose | Upsample;

export interface Input {
  readonly kind: 'input';
}

export interface Linear {
  readonly kind: 'linear';
  readonly units: number;
  readonly activation: Function;
  readonly initial?: Initial;
  readonly initializer?: InitializerSpec;
  readonly biasInitializer?: InitializerSpec;
}

export type Function = 'identity' | 'relu' | 'leakyRelu' | 'elu' | 'selu' | 'gelu' | 'silu' | 'sigmoid' | 'tanh' | 'softplus' | 'softsign' | 'celu' | 'mish' | 'relu6' | 'hardtanh' | 'hardsigmoid' | 'hardswish' | 'logSigmoid' | 'tanhshrink';

export interface Initial {
  readonly weight?: ReadonlyArray<ReadonlyArray<number>>;
  readonly bias?: ReadonlyArray<number>;
}

export type InitializerSpec = Zeros | Ones | Constant | Uniform | Normal | TruncatedNormal | XavierUniform | XavierNormal | KaimingUniform | KaimingNormal | Orthogonal;

export interface Zeros {
  readonly kind: 'zeros';
}

export interface Ones {
  readonly kind: 'ones';
}

export interface Constant {
  readonly kind: 'constant';
  readonly value: number;
}

export interface Uniform {
  readonly kind: 'uniform';
  readonly a: number;
  readonly b: number;
}

export interface Normal {
  readonly kind: 'normal';
  readonly mean: number;
  readonly std: number;
}

export interface TruncatedNormal {
  readonly kind: 'truncatedNormal';
  readonly mean: number;
  readonly std: number;
  readonly a: number;
  readonly b: number;
}

export interface XavierUniform {
  readonly kind: 'xavierUniform';
  readonly gain: number;
}

export interface XavierNormal {
  readonly kind: 'xavierNormal';
  readonly gain: number;
}

export interface KaimingUniform {
  readonly kind: 'kaimingUniform';
  readonly a: number;
  readonly mode: FanMode;
  readonly nonlinearity: Nonlinearity;
}

export type FanMode = 'fanIn' | 'fanOut';

export type Nonlinearity = 'linear' | 'sigmoid' | 'tanh' | 'relu' | 'leakyRelu' | 'selu';

export interface KaimingNormal {
  readonly kind: 'kaimingNormal';
  readonly a: number;
  readonly mode: FanMode;
  readonly nonlinearity: Nonlinearity;
}

export interface Orthogonal {
  readonly kind: 'orthogonal';
  readonly gain: number;
}

export interface Maxout {
  readonly kind: 'maxout';
  readonly units: number;
  readonly pieces: number;
}

export interface Conv1d {
  readonly kind: 'conv1d';
  readonly outChannels: number;
  readonly kernelSize: number;
  readonly activation: Function;
  readonly stride: number;
  readonly padding: number;
  readonly dilation: number;
  readonly groups: number;
  readonly bias: boolean;
  readonly initial?: Initial;
  readonly initializer?: InitializerSpec;
  readonly biasInitializer?: InitializerSpec;
}

export interface Conv2d {
  readonly kind: 'conv2d';
  readonly outChannels: number;
  readonly kernelSize: number;
  readonly activation: Function;
  readonly stride: number;
  readonly padding: number;
  readonly dilation: number;
  readonly groups: number;
  readonly bias: boolean;
  readonly initial?: Initial;
  readonly initializer?: InitializerSpec;
  readonly biasInitializer?: InitializerSpec;
}

export interface ConvTranspose2d {
  readonly kind: 'convTranspose2d';
  readonly outChannels: number;
  readonly kernelSize: number;
  readonly activation: Function;
  readonly stride: number;
  readonly padding: number;
  readonly outputPadding: number;
  readonly dilation: number;
  readonly groups: number;
  readonly bias: boolean;
  readonly initial?: Initial;
  readonly initializer?: InitializerSpec;
  readonly biasInitializer?: InitializerSpec;
}

export interface MaxPool2d {
  readonly kind: 'maxPool2d';
  readonly kernelSize: number;
  readonly stride?: number;
  readonly padding: number;
  readonly dilation: number;
}

export interface AvgPool2d {
  readonly kind: 'avgPool2d';
  readonly kernelSize: number;
  readonly stride?: number;
  readonly padding: number;
}

export interface AdaptiveAvgPool2d {
  readonly kind: 'adaptiveAvgPool2d';
  readonly outputSize: number;
}

export interface GlobalAvgPool {
  readonly kind: 'globalAvgPool';
}

export interface Activation {
  readonly kind: 'activation';
  readonly function: Function;
}

export interface PRelu {
  readonly kind: 'prelu';
  readonly numParameters: number;
}

export interface RRelu {
  readonly kind: 'rrelu';
  readonly lower: number;
  readonly upper: number;
}

export interface Glu {
  readonly kind: 'glu';
  readonly dim: number;
}

export interface Softmax {
  readonly kind: 'softmax';
  readonly dim: number;
}

export interface LogSoftmax {
  readonly kind: 'logSoftmax';
  readonly dim: number;
}

export interface BatchNorm {
  readonly kind: 'batchNorm';
  readonly eps: number;
  readonly momentum: number;
  readonly affine: boolean;
}

export interface LayerNorm {
  readonly kind: 'layerNorm';
  readonly normalizedDims: number;
  readonly eps: number;
  readonly elementwiseAffine: boolean;
}

export interface GroupNorm {
  readonly kind: 'groupNorm';
  readonly numGroups: number;
  readonly eps: number;
  readonly affine: boolean;
}

export interface InstanceNorm {
  readonly kind: 'instanceNorm';
  readonly eps: number;
  readonly affine: boolean;
}

export interface Dropout {
  readonly kind: 'dropout';
  readonly p: number;
}

export interface Dropout2d {
  readonly kind: 'dropout2d';
  readonly p: number;
}

export interface Rnn {
  readonly kind: 'rnn';
  readonly hiddenSize: number;
  readonly numLayers: number;
  readonly bidirectional: boolean;
  readonly returnSequences: boolean;
  readonly nonlinearity: RnnNonlinearity;
  readonly bias: boolean;
}

export type RnnNonlinearity = 'tanh' | 'relu';

export interface Gru {
  readonly kind: 'gru';
  readonly hiddenSize: number;
  readonly numLayers: number;
  readonly bidirectional: boolean;
  readonly returnSequences: boolean;
  readonly bias: boolean;
}

export interface Lstm {
  readonly kind: 'lstm';
  readonly hiddenSize: number;
  readonly numLayers: number;
  readonly bidirectional: boolean;
  readonly returnSequences: boolean;
  readonly bias: boolean;
}

export interface Embedding {
  readonly kind: 'embedding';
  readonly numEmbeddings: number;
  readonly embeddingDim: number;
  readonly initializer?: InitializerSpec;
}

export interface PositionalEncoding {
  readonly kind: 'positionalEncoding';
}

export interface MultiHeadAttention {
  readonly kind: 'multiHeadAttention';
  readonly numHeads: number;
  readonly causal: boolean;
  readonly bias: boolean;
}

export interface Add {
  readonly kind: 'add';
}

export interface Multiply {
  readonly kind: 'multiply';
}

export interface Concat {
  readonly kind: 'concat';
  readonly dim: number;
}

export interface Flatten {
  readonly kind: 'flatten';
}

export interface Reshape {
  readonly kind: 'reshape';
  readonly shape: ReadonlyArray<number>;
}

export interface Transpose {
  readonly kind: 'transpose';
  readonly dim0: number;
  readonly dim1: number;
}

export interface Upsample {
  readonly kind: 'upsample';
  readonly scaleFactor: number;
  readonly mode: UpsampleMode;
}

export type UpsampleMode = 'nearest' | 'bilinear';

export type Position = readonly [number, number];

export interface Edge {
  readonly from: string;
  readonly to: string;
}

export interface Block {
  readonly name: string;
  readonly nodes: ReadonlyArray<string>;
  readonly folded: boolean;
}

export interface TrainingSpec {
  readonly loss: LossSpec;
  readonly optimizer: OptimizerSpec;
  readonly schedule: ScheduleSpec;
  readonly warmup?: Warmup;
  readonly regularization: Regularization;
  readonly gradientClipping?: GradientClipping;
  readonly batchSize: number;
  readonly epochs?: number;
  readonly steps?: number;
  readonly seed: number;
  readonly earlyStopping?: EarlyStopping;
  readonly target?: Target;
}

export type LossSpec = CrossEntropy | Nll | BinaryCrossEntropy | Hinge | KlDivergence | Mse | HalfSquaredError | L1 | SmoothL1 | Huber;

export interface CrossEntropy {
  readonly kind: 'crossEntropy';
  readonly labelSmoothing: number;
  readonly weight?: ReadonlyArray<number>;
}

export interface Nll {
  readonly kind: 'nll';
  readonly weight?: ReadonlyArray<number>;
}

export interface BinaryCrossEntropy {
  readonly kind: 'binaryCrossEntropy';
}

export interface Hinge {
  readonly kind: 'hinge';
  readonly p: number;
  readonly margin: number;
}

export interface KlDivergence {
  readonly kind: 'klDivergence';
  readonly labelSmoothing: number;
}

export interface Mse {
  readonly kind: 'mse';
}

export interface HalfSquaredError {
  readonly kind: 'halfSquaredError';
}

export interface L1 {
  readonly kind: 'l1';
}

export interface SmoothL1 {
  readonly kind: 'smoothL1';
  readonly beta: number;
}

export interface Huber {
  readonly kind: 'huber';
  readonly delta: number;
}

export type OptimizerSpec = Sgd | Adam | AdamW | RmsProp | Adagrad | Adadelta | Adamax | NAdam | RAdam | Asgd | Rprop | Lbfgs;

export interface Sgd {
  readonly kind: 'sgd';
  readonly learningRate: number;
  readonly momentum: number;
  readonly dampening: number;
  readonly nesterov: boolean;
  readonly weightDecay: number;
}

export interface Adam {
  readonly kind: 'adam';
  readonly learningRate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly eps: number;
  readonly weightDecay: number;
  readonly amsgrad: boolean;
}

export interface AdamW {
  readonly kind: 'adamW';
  readonly learningRate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly eps: number;
  readonly weightDecay: number;
  readonly amsgrad: boolean;
}

export interface RmsProp {
  readonly kind: 'rmsprop';
  readonly learningRate: number;
  readonly alpha: number;
  readonly eps: number;
  readonly momentum: number;
  readonly centered: boolean;
  readonly weightDecay: number;
}

export interface Adagrad {
  readonly kind: 'adagrad';
  readonly learningRate: number;
  readonly learningRateDecay: number;
  readonly weightDecay: number;
  readonly initialAccumulatorValue: number;
  readonly eps: number;
}

export interface Adadelta {
  readonly kind: 'adadelta';
  readonly learningRate: number;
  readonly rho: number;
  readonly eps: number;
  readonly weightDecay: number;
}

export interface Adamax {
  readonly kind: 'adamax';
  readonly learningRate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly eps: number;
  readonly weightDecay: number;
}

export interface NAdam {
  readonly kind: 'nadam';
  readonly learningRate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly eps: number;
  readonly weightDecay: number;
  readonly momentumDecay: number;
  readonly decoupledWeightDecay: boolean;
}

export interface RAdam {
  readonly kind: 'radam';
  readonly learningRate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly eps: number;
  readonly weightDecay: number;
  readonly decoupledWeightDecay: boolean;
}

export interface Asgd {
  readonly kind: 'asgd';
  readonly learningRate: number;
  readonly lambd: number;
  readonly alpha: number;
  readonly t0: number;
  readonly weightDecay: number;
}

export interface Rprop {
  readonly kind: 'rprop';
  readonly learningRate: number;
  readonly etaMinus: number;
  readonly etaPlus: number;
  readonly minStep: number;
  readonly maxStep: number;
}

export interface Lbfgs {
  readonly kind: 'lbfgs';
  readonly learningRate: number;
  readonly maxIter: number;
  readonly maxEval?: number;
  readonly toleranceGrad: number;
  readonly toleranceChange: number;
  readonly historySize: number;
  readonly lineSearchFn: LineSearch;
}

export type LineSearch = 'strongWolfe' | 'none';

export type ScheduleSpec = ScheduleSpecConstant | Step | MultiStep | Exponential | Polynomial | Cosine | CosineWarmRestarts | OneCycle | Cyclic | ReduceOnPlateau;

export interface ScheduleSpecConstant {
  readonly kind: 'constant';
}

export interface Step {
  readonly kind: 'step';
  readonly stepSize: number;
  readonly gamma: number;
}

export interface MultiStep {
  readonly kind: 'multiStep';
  readonly milestones: ReadonlyArray<number>;
  readonly gamma: number;
}

export interface Exponential {
  readonly kind: 'exponential';
  readonly gamma: number;
}

export interface Polynomial {
  readonly kind: 'polynomial';
  readonly totalIters?: number;
  readonly power: number;
}

export interface Cosine {
  readonly kind: 'cosine';
  readonly tMax?: number;
  readonly etaMin: number;
}

export interface CosineWarmRestarts {
  readonly kind: 'cosineWarmRestarts';
  readonly t0: number;
  readonly tMult: number;
  readonly etaMin: number;
}

export interface OneCycle {
  readonly kind: 'oneCycle';
  readonly totalSteps?: number;
  readonly pctStart: number;
  readonly annealStrategy: AnnealStrategy;
  readonly divFactor: number;
  readonly finalDivFactor: number;
  readonly threePhase: boolean;
}

export type AnnealStrategy = 'cos' | 'linear';

export interface Cyclic {
  readonly kind: 'cyclic';
  readonly maxLearningRate: number;
  readonly stepSizeUp: number;
  readonly stepSizeDown?: number;
  readonly mode: CyclicMode;
  readonly gamma: number;
}

export type CyclicMode = 'triangular' | 'triangular2' | 'expRange';

export interface ReduceOnPlateau {
  readonly kind: 'reduceOnPlateau';
  readonly figure: Figure;
  readonly factor: number;
  readonly patience: number;
  readonly threshold: number;
  readonly thresholdMode: ThresholdMode;
  readonly cooldown: number;
  readonly minLearningRate: number;
  readonly eps: number;
}

export type Figure = 'trainLoss' | 'testLoss' | 'trainAccuracy' | 'testAccuracy';

export type ThresholdMode = 'rel' | 'abs';

export type Warmup = WarmupLinear | WarmupConstant;

export interface WarmupLinear {
  readonly kind: 'linear';
  readonly steps: number;
}

export interface WarmupConstant {
  readonly kind: 'constant';
  readonly steps: number;
  readonly factor: number;
}

export interface Regularization {
  readonly l1: number;
  readonly l2: number;
}

export type GradientClipping = Norm | Value;

export interface Norm {
  readonly kind: 'norm';
  readonly maxNorm: number;
}

export interface Value {
  readonly kind: 'value';
  readonly clipValue: number;
}

export interface EarlyStopping {
  readonly patience: number;
  readonly figure: Figure;
  readonly minDelta: number;
}

export interface Target {
  readonly figure: Figure;
  readonly value: number;
}

export interface Problem {
  readonly code: string;
  readonly path: string;
  readonly node?: string;
  readonly arguments: Readonly<Record<string, string>>;
  readonly fix?: Fix;
}

export interface Fix {
  readonly code: string;
  readonly arguments: Readonly<Record<string, string>>;
  readonly edits: ReadonlyArray<Edit>;
}

export type Edit = SetLayer | InsertOnEdge | RemoveEdge | AddEdge | RemoveNode | AddNode | SetLoss | SetTraining | SetDataset;

export interface SetLayer {
  readonly kind: 'setLayer';
  readonly node: string;
  readonly layer: LayerSpec;
}

export interface InsertOnEdge {
  readonly kind: 'insertOnEdge';
  readonly edge: Edge;
  readonly layer: LayerSpec;
}

export interface RemoveEdge {
  readonly kind: 'removeEdge';
  readonly edge: Edge;
}

export interface AddEdge {
  readonly kind: 'addEdge';
  readonly edge: Edge;
}

export interface RemoveNode {
  readonly kind: 'removeNode';
  readonly node: string;
}

export interface AddNode {
  readonly kind: 'addNode';
  readonly id: string;
  readonly layer: LayerSpec;
}

export interface SetLoss {
  readonly kind: 'setLoss';
  readonly loss: LossSpec;
}

export interface SetTraining {
  readonly kind: 'setTraining';
  readonly training: TrainingSpec;
}

export interface SetDataset {
  readonly kind: 'setDataset';
  readonly dataset: DatasetSpec;
}

export interface GraphDiagnosis {
  readonly shapes: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, number>>;
  readonly totals?: Totals;
  readonly problems: ReadonlyArray<ShownProblem>;
}

export interface Totals {
  readonly parameters: number;
  readonly flopsPerStep: number;
  readonly bytes: number;
}

export interface ShownProblem {
  readonly code: string;
  readonly path: string;
  readonly node?: string;
  readonly message: string;
  readonly fix?: ShownFix;
}

export interface ShownFix {
  readonly label: string;
  readonly edits: ReadonlyArray<Edit>;
}

export interface Assessment {
  readonly test: boolean;
  readonly rows: number;
  readonly of: number;
  readonly classes?: OfClasses;
  readonly values?: OfValues;
}

export interface OfClasses {
  readonly accuracy: number;
  readonly tops: ReadonlyArray<Top>;
  readonly macro: OfClass;
  readonly each: ReadonlyArray<OfClass>;
  readonly confusion: ReadonlyArray<ReadonlyArray<number>>;
  readonly roc: ReadonlyArray<ReadonlyArray<RocPoint>>;
}

export interface Top {
  readonly k: number;
  readonly share: number;
}

export interface OfClass {
  readonly rows: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly auc?: number;
}

export interface RocPoint {
  readonly fpr: number;
  readonly tpr: number;
}

export interface OfValues {
  readonly r2?: number;
  readonly mae?: number;
  readonly rmse?: number;
  readonly pairs: ReadonlyArray<Answer>;
}

export interface Answer {
  readonly truth: number;
  readonly answer: number;
  readonly input?: number;
}

export interface LayerReport {
  readonly learningRate: number;
  readonly batch: number;
  readonly rows: number;
  readonly layers: ReadonlyArray<Layer>;
}

export interface Layer {
  readonly node: string;
  readonly parameters: number;
  readonly weights?: Histogram;
  readonly gradients?: Histogram;
  readonly activations?: Histogram;
  readonly gradientNorm?: number;
  readonly updateRatio?: number;
  readonly deadShare?: number;
}

export interface Histogram {
  readonly least: number;
  readonly greatest: number;
  readonly mean: number;
  readonly deviation: number;
  readonly counts: ReadonlyArray<number>;
}

export interface Mistakes {
  readonly kind: Kind;
  readonly rows: number;
  readonly cell?: Cell;
  readonly found: number;
  readonly wrong: number;
  readonly worst: ReadonlyArray<Mistake>;
}

export interface Kind {
  readonly test: boolean;
  readonly columns: ReadonlyArray<string>;
  readonly plane: boolean;
  readonly channels: number;
  readonly height: number;
  readonly width: number;
}

export interface Cell {
  readonly truth: number;
  readonly answer: number;
}

export interface Mistake {
  readonly exhibit: Exhibit;
  readonly truth?: number;
  readonly answer?: number;
  readonly ofTruth?: number;
  readonly ofAnswer?: number;
  readonly loss?: number;
}

export interface Exhibit {
  readonly row: number;
  readonly cells: ReadonlyArray<string>;
  readonly picture?: string;
}

export interface OwnAnswer {
  readonly id: number;
  readonly classes: boolean;
  readonly fits: boolean;
  readonly scores: ReadonlyArray<number>;
}

export interface Head {
  readonly node: string;
  readonly kind: Kind;
  readonly of: number;
  readonly classes: boolean;
  readonly truths: ReadonlyArray<number>;
  readonly answers: ReadonlyArray<number>;
  readonly exhibits: ReadonlyArray<Exhibit>;
}

export interface Landscape {
  readonly step: number;
  readonly ofPath: boolean;
  readonly x: ReadonlyArray<number>;
  readonly y: ReadonlyArray<number>;
  readonly losses: ReadonlyArray<number | null>;
  readonly here: number;
  readonly rows: number;
  readonly of: number;
  readonly explained?: number;
  readonly path: ReadonlyArray<Spot>;
}

export interface Spot {
  readonly step: number;
  readonly x: number;
  readonly y: number;
  readonly loss: number;
}

export interface Moment {
  readonly attempt: number;
  readonly epoch: number;
  readonly step: number;
}

export interface MetricPoint {
  readonly step: number;
  readonly epoch: number;
  readonly trainLoss: number;
  readonly testLoss: number;
  readonly trainAccuracy: number;
  readonly testAccuracy: number;
  readonly learningRate: number;
}

export interface Extent {
  readonly xMin: number;
  readonly xMax: number;
  readonly yMin: number;
  readonly yMax: number;
}

export interface PackedPoints {
  readonly regression: boolean;
  readonly extent: Extent;
  readonly least: number;
  readonly greatest: number;
  readonly train: number;
  readonly numbers: ReadonlyArray<number>;
}

export interface Walkthrough {
  readonly row: number;
  readonly rows: number;
  readonly step: number;
  readonly stops: ReadonlyArray<Stop>;
}

export interface Stop {
  readonly way: Way;
  readonly node: string;
  readonly title: string;
  readonly words: string;
  readonly notes: ReadonlyArray<string>;
  readonly rules: ReadonlyArray<string>;
  readonly tensors: ReadonlyArray<Shown>;
}

export type Way = 'forward' | 'loss' | 'backward' | 'update';

export interface Shown {
  readonly name: string;
  readonly symbol: string;
  readonly shape: string;
  readonly spread: string;
  readonly entries: ReadonlyArray<Entry>;
}

export interface Entry {
  readonly text: string;
  readonly exact: string;
  readonly formula: string;
}
