import type { Table, TableCell } from 'mdast';
import { Inline } from './document-inline.tsx';
import { plainText } from './outline.ts';

/** A table that scrolls inside itself. Its label is the list of its columns. Without a head, its first column names the rows. */
export function DocumentTable({ table }: { table: Table }) {
  const [head, ...body] = table.children;
  if (head === undefined) return null;

  const names = head.children.map(plainText).filter((name) => name !== '');
  const headless = names.length === 0;
  const classes = head.children.map((_, at) => {
    const longest = Math.max(...table.children.map(({ children }) => lengthOf(children[at])));
    const room = headless && at === 0 ? 'min-w-24' : roomFor(longest);
    return `px-3 py-2 align-top max-w-96 print:min-w-0 print:px-1.5 print:py-1 ${room} ${alignments[table.align?.[at] ?? 'left']}`;
  });

  return (
    <div
      role="group"
      aria-label={headless ? 'Table of names and values' : `Table: ${names.join(', ')}`}
      tabIndex={0}
      className="overflow-x-auto rounded-md border border-line bg-raised focus-visible:-outline-offset-2 print:overflow-visible"
    >
      <table className="w-full border-collapse text-sm leading-5 print:text-xs">
        {headless ? null : (
          <thead className="bg-sunken">
            <tr>
              {head.children.map((cell, at) => (
                <th key={at} scope="col" className={`${classes[at]} font-semibold`}>
                  <Inline nodes={cell.children} />
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {body.map((row, line) => (
            <tr key={line} className="border-t border-line">
              {row.children.map((cell, at) =>
                headless && at === 0 ? (
                  <th key={at} scope="row" className={`${classes[at]} w-1/4 font-semibold`}>
                    <Inline nodes={cell.children} />
                  </th>
                ) : (
                  <td key={at} className={classes[at]}>
                    <Inline nodes={cell.children} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const alignments = { left: 'text-start', center: 'text-center', right: 'text-end' } as const;

const lengthOf = (cell: TableCell | undefined) => (cell === undefined ? 0 : plainText(cell).length);

/** Sentences get room to be read before the table scrolls, and less of it where the whole table can be in view; short values none to waste. */
function roomFor(characters: number): string {
  if (characters > 40) return 'min-w-56 lg:min-w-36';
  return characters > 16 ? 'min-w-36 lg:min-w-20' : 'min-w-16 lg:min-w-12';
}
