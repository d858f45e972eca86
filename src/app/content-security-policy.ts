/** What the page may do, and nothing else: its own origin, workers and WASM from it, no inline code, no forms, no frames. */
const directives = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types app-worker',
];

/** The policy for the meta tag of the built page. Browsers ignore `frame-ancestors` there and complain about it, so it is left out. */
export const pagePolicy = directives.join('; ');

/** The policy for hosts that can set headers, in `public/_headers`. */
export const headerPolicy = [...directives, "frame-ancestors 'none'"].join('; ');
