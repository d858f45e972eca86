import type { ReactNode } from 'react';
import { BackLink } from '#ui/back-link.tsx';
import { CodeBlock } from '#ui/code-block.tsx';
import { PageHeading } from '#ui/page-heading.tsx';
import { policyInForce } from './built-page.ts';
import { startHref } from './routes.ts';

/** What is kept, where, and what never happens. */
export function PrivacyPage({ focused }: { focused: boolean }) {
  const policy = policyInForce();
  return (
    <div className="grid max-w-[68ch] gap-8">
      <div className="grid justify-items-start gap-4">
        <BackLink href={startHref}>Start</BackLink>
        <PageHeading title="What happens to what you type" focused={focused} />
      </div>
      <Part title="It stays in this browser">
        <p>
          The runbook, the prompt and the messages are made by this page, on your machine. There is no server behind it
          that could receive your answers, no analytics and no account.
        </p>
        <p>
          The page forbids itself to reach any other address: its content security policy allows its own files and
          nothing else, and the browser enforces that. It cannot stop you from following a link: links to manuals and to
          AI services open in a new tab, and nothing of yours is put into their address.
        </p>
        {policy === '' ? null : (
          <>
            <p>This is the policy in force. Your browser’s developer tools show the same, and every request made.</p>
            <CodeBlock code={policy.split('; ').join(';\n')} label="Content security policy of this page" />
          </>
        )}
      </Part>
      <Part title="What is kept, and where">
        <p>
          Your answers, up to twenty plans that you put aside, and your choice of theme stand in this browser’s local
          storage for this address. Anyone who uses this browser profile can read them. “Clear my answers” removes the
          present plan, “Remove” one that you put aside; clearing the site’s data removes everything.
        </p>
        <p>
          The browser also keeps the files of the page itself, so that it opens without a network. A newer version waits
          until you let it in.
        </p>
      </Part>
      <Part title="What leaves when you say so">
        <ul className="grid list-disc gap-2 ps-5">
          <li>
            A share link carries the answers in itself, behind the #, which browsers do not send to servers. Anyone who
            has the link can read them.
          </li>
          <li>A downloaded runbook carries the answers in a comment at its end, so that it can be opened again.</li>
          <li>
            What you copy goes where you paste it. The page looks for passwords, tokens and keys first, and says what it
            found.
          </li>
        </ul>
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-3">
      <h2 className="text-xl font-bold tracking-[-0.01em]">{title}</h2>
      {children}
    </section>
  );
}
