import '#app/zod-config.ts';
import '#ui/theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '#app/app.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('Cannot start the page with `no #root`, expected the element of index.html.');

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
