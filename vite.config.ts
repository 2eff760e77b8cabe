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

export default overrideVaadinConfig(() => ({ plugins: [fetchAtOnce] }));
