import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The unit tests of the front end, beside the code they test; the page itself is Vaadin's to build. */
export default defineConfig({
  resolve: { alias: { Frontend: fileURLToPath(new URL('frontend', import.meta.url)) } },
  test: {
    environment: 'happy-dom',
    include: ['frontend/**/*.test.{ts,tsx}'],
    exclude: ['frontend/generated/**'],
    passWithNoTests: true,
    // One page for all files takes a seventh of the time; each test leaves it as it found it.
    isolate: false,
  },
});
