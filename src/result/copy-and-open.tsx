import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { copyText, pageClipboards } from '#ui/copy-text.ts';

const places = [
  { name: 'ChatGPT', href: 'https://chatgpt.com/' },
  { name: 'Claude', href: 'https://claude.ai/new' },
  { name: 'Gemini', href: 'https://gemini.google.com/app' },
] as const;

/** Copies, and only then opens the plain home page of a service. Nothing is put into the address. */
export function CopyAndOpen({ text }: { text: string }) {
  const [said, setSaid] = useState<{ text: string; words: string }>();

  const go = async ({ name, href }: (typeof places)[number]) => {
    const outcome = await copyText(text, pageClipboards());
    const words =
      outcome === 'copied'
        ? `Copied. Paste it into ${name}, in the new tab`
        : `Not copied, so ${name} was not opened: use “Copy the prompt” above`;
    setSaid({ text, words });
    if (outcome === 'copied') window.open(href, '_blank', 'noopener,noreferrer');
  };

  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 print:hidden">
      {places.map((place) => (
        <Button key={place.name} onClick={() => void go(place)}>
          Copy and open {place.name}
          <span className="sr-only"> (opens in a new tab)</span>
        </Button>
      ))}
      <p role="status" className="text-sm font-medium">
        {said?.text === text ? said.words : ''}
      </p>
    </div>
  );
}
