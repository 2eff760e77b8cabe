import type { HtmlTagDescriptor, Plugin } from 'vite';
import { overrideVaadinConfig } from './vite.generated.ts';

/** What every page loads, one after the other and each only when the one before has run. */
const ALWAYS = ['FlowBootstrap', 'generated-flow-imports', 'FlowClient', 'ApplicationConnection'];

/** Lets the browser fetch and compile at once what it would learn of only step by step. */
const fetchAtOnce: Plugin = {
  name: 'fetch-at-once',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }): HtmlTagDescriptor[] =>
      Object.values(bundle ?? {})
        .filter((chunk) => chunk.type === 'chunk' && ALWAYS.includes(chunk.name))
        .map((chunk) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `./${chunk.fileName}` },
          injectTo: 'head',
        })),
  },
};

export default overrideVaadinConfig(() => ({ plugins: [fetchAtOnce] }));
