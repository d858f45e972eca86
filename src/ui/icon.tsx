const shapes = {
  check: 'M3.5 8.5l3 3 6-7',
  cross: 'M4 4l8 8M12 4l-8 8',
  chevron: 'M6 4l4 4-4 4',
  down: 'M4 6l4 4 4-4',
  back: 'M13 8H3.5M7.5 4l-4 4 4 4',
  plus: 'M8 3v10M3 8h10',
  copy: 'M6 5.5V3h7v7.5h-2.5M3 5.5h7.5V13H3z',
  undo: 'M3 6.5h6.5a3.5 3.5 0 010 7H6M3 6.5L6 3.5M3 6.5l3 3',
  search: 'M11 7a4 4 0 11-8 0 4 4 0 018 0zM10 10l3.5 3.5',
  sun: 'M8 5.2a2.8 2.8 0 100 5.6 2.8 2.8 0 000-5.6zM8 1.5v1.2M8 13.3v1.2M1.5 8h1.2M13.3 8h1.2M3.4 3.4l.9.9M11.7 11.7l.9.9M3.4 12.6l.9-.9M11.7 4.3l.9-.9',
  moon: 'M13 9.6A5.5 5.5 0 016.4 3a5.5 5.5 0 106.6 6.6z',
  screen: 'M2 3h12v8H2zM6 14h4',
  note: 'M8 1.8a6.2 6.2 0 100 12.4A6.2 6.2 0 008 1.8zM8 7.2v3.8M8 4.8v.4',
  ok: 'M8 1.8a6.2 6.2 0 100 12.4A6.2 6.2 0 008 1.8zM5.2 8.2l2 2 3.6-4.2',
  warn: 'M8 2l6.5 11.5h-13zM8 6.4v3.4M8 11.5v.3',
  beacon: 'M8 1.2L14.8 8 8 14.8 1.2 8zM8 5v3.6M8 10.8v.3',
  danger: 'M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4zM5.9 5.9l4.2 4.2M10.1 5.9l-4.2 4.2',
} as const;

export type IconName = keyof typeof shapes;

type IconProps = {
  name: IconName;
  className?: string;
};

/** A 16-unit line drawing. It is always decoration: the word stands beside it. */
export function Icon({ name, className = 'size-4' }: IconProps) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={`shrink-0 ${className}`}
    >
      <path d={shapes[name]} />
    </svg>
  );
}
