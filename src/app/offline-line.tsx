import { useEffect } from 'react';
import { keepPage, usePageKept } from './service-worker-client.ts';

/** Says how far the page works without a network. Drawn once every part of it is loaded; only then is it kept, too. */
export function OfflineLine() {
  const { kept } = usePageKept();
  useEffect(() => void keepPage(), []);
  return <p>It works without a network now{kept ? ', and after a reload too' : ''}.</p>;
}
