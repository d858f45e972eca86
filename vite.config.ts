import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { pagePolicy } from './src/app/content-security-policy.ts';
import { serviceWorkerBuild, serviceWorkerEntry, serviceWorkerFile } from './src/app/service-worker-build.ts';

/** Puts the policy first into the head of the built page. Development needs inline code for hot reloading, so it has none. */
const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: pagePolicy }, injectTo: 'head-prepend' },
  ],
};

/** What is built, so that a person can say which page they have. Outside a repository it has no commit. */
function builtVersion(): string {
  const { version: released } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  try {
    return `${released} · ${execFileSync('git', ['rev-parse', '--short=12', 'HEAD'], { encoding: 'utf8', stdio: 'pipe' }).trim()}`;
  } catch {
    return released;
  }
}

const version: Plugin = {
  name: 'version',
  apply: 'build',
  transformIndexHtml: () => [{ tag: 'meta', attrs: { name: 'version', content: builtVersion() }, injectTo: 'head' }],
};

export default defineConfig({
  plugins: [react(), tailwindcss(), contentSecurityPolicy, version, serviceWorkerBuild],
  build: {
    target: ['chrome111', 'edge111', 'firefox128', 'safari16.4'],
    modulePreload: { polyfill: false },
    // Inlined assets would be data: addresses, which the policy refuses for everything but images.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { index: 'index.html', worker: serviceWorkerEntry },
      output: {
        // Asked by the first page to compare versions, and by every engine: one file, not one for each.
        codeSplitting: { groups: [{ name: 'versions', test: /\/src\/model\/(?:given|capability)\.ts$/ }] },
        entryFileNames: ({ name }) => (name === 'worker' ? serviceWorkerFile : 'assets/[name]-[hash].js'),
      },
    },
  },
  worker: { format: 'es' },
  preview: { port: 4173, strictPort: true },
  test: {
    environment: 'node',
    // Rooms are pure, so files can share what they import: the matrix over all engines takes a third of the time.
    isolate: false,
    // A machine that does other things at the same time is slow, not wrong.
    testTimeout: 30_000,
    include: ['src/**/*.test.{ts,tsx}', 'e2e/**/*.test.ts', 'lint/**/*.test.ts'],
  },
});
