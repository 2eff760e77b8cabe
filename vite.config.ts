import { readFileSync } from 'node:fs';
import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';
import { overrideVaadinConfig } from './vite.generated.ts';

/** What every page loads, one after the other and each only when the one before has run. */
const ALWAYS = ['FlowBootstrap', 'generated-flow-imports', 'FlowClient', 'ApplicationConnection'];

function preload(
  name: string,
  built: (Rolldown.OutputChunk | Rolldown.OutputAsset)[],
): HtmlTagDescriptor {
  const chunk = built.find((each) => each.type === 'chunk' && each.name === name);
  if (!chunk) {
    throw new Error(
      `vite.config.ts: no script is called ${name} any more; see what pages load first`,
    );
  }
  const attrs = { rel: 'modulepreload', crossorigin: true, href: `./${chunk.fileName}` };
  return { tag: 'link', attrs, injectTo: 'head' };
}

/** Lets the browser fetch and compile at once what it would learn of only step by step. */
const fetchAtOnce: Plugin = {
  name: 'fetch-at-once',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) =>
      ALWAYS.map((name) => preload(name, Object.values(bundle ?? {}))),
  },
};

/** The libraries in the page and their licences; the help's menu leads there. */
const LICENCES = 'VAADIN/licences.txt';

/** Stands in a worker, which Vite's list leaves out, and its package lacks the text. */
const IN_WORKER = '@saehrimnir/druidjs';

const workerLicences: Plugin = {
  name: 'worker-licences',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const list = bundle[LICENCES];
      if (list?.type !== 'asset') return;
      const { version, license } = JSON.parse(
        readFileSync(`node_modules/${IN_WORKER}/package.json`, 'utf8'),
      ) as { readonly version: string; readonly license: string };
      const text = readFileSync('frontend/licences/druidjs.txt', 'utf8');
      list.source += `\n## ${IN_WORKER} - ${version} (${license})\n\n${text}`;
    },
  },
};

export default overrideVaadinConfig(() => ({
  build: { license: { fileName: LICENCES } },
  plugins: [fetchAtOnce, workerLicences],
}));
