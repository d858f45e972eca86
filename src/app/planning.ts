/** What is loaded a moment after the first page: knowledge, planner, documents, the other pages, and the views of what is made. */
export { readShareFragment } from '#drafts/share-link.ts';
export { changes } from '#knowledge/changes/registry.ts';
export { dependencies } from '#knowledge/dependencies/registry.ts';
export { stacks } from '#knowledge/stacks/registry.ts';
export { tips } from '#knowledge/tips/registry.ts';
export { Preview } from '#result/preview.tsx';
export { OfflineLine } from './offline-line.tsx';
export { News } from './news.tsx';
export { PrivacyPage } from './privacy-page.tsx';
export { examples } from './examples.ts';
export { ResultRoute } from './result-route.tsx';
export { AllRoute } from './all-route.tsx';
export { PageSecrets } from './page-secrets.tsx';
export { pageBodies } from './page-bodies.tsx';
export { makeDocuments, type Made } from './make-documents.ts';
