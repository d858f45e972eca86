import { Fragment } from 'react';

type Piece = string | { readonly code: string } | { readonly strong: string };

/** Prose with names in it: plain words, code, and words with weight. */
export function Prose({ text }: { text: readonly Piece[] }) {
  return text.map((piece, at) => <Fragment key={at}>{toElement(piece)}</Fragment>);
}

function toElement(piece: Piece) {
  if (typeof piece === 'string') return piece;
  if ('strong' in piece) return <strong className="font-semibold">{piece.strong}</strong>;
  return (
    <code className="rounded-[0.25rem] border border-line bg-sunken px-1 py-px font-mono text-[0.875em] wrap-break-word">
      {piece.code}
    </code>
  );
}
